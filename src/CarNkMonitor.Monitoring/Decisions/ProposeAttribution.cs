using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>
/// States what explains a finding, now: stored as an observation like any other, so that the subject is graded anew at once. A nurse's statement is a
/// proposal until a physician countersigns it (<see cref="JudgeAttribution"/>); a physician's stands by itself. Renewing one is stating it again.
/// </summary>
/// <remarks>Specification of grading, <c>crs-icans-mas.md</c> section 5: a statement has a name, a time and a reason, and counts for 24 h at most.</remarks>
public sealed class ProposeAttribution(MonitorContext db, RecordCheck record, TimeProvider time)
{
    /// <returns>
    /// As <see cref="RecordCheck.Record"/>; problems are named after the fields of <see cref="AttributionEntry"/>. The same submission again is stored once.
    /// </returns>
    public async Task<RecordCheckResult> Run(StaffMember person, AttributionEntry entry, CancellationToken cancel)
    {
        if (!person.May(Permission.ProposeAttribution))
        {
            return new NotPermitted($"{person.Role} may not state causes.");
        }

        if (Problems(entry) is { Count: > 0 } problems)
        {
            return new CheckRefused(problems);
        }

        // Pressed again, it is the same statement of the same moment.
        var before = await db.Checks.Where(check => check.SubmissionId == entry.SubmissionId).Select(check => (DateTime?)check.ObservedAt).SingleOrDefaultAsync(cancel);
        return await record.Record(person, new CheckEntry(
            entry.SubmissionId, entry.SubjectId, ObservedTime.At(before ?? time.Now()), [new CheckItem(entry.Finding!, entry.Cause, Note: entry.Reason)]), cancel);
    }

    /// <summary>States the same finding and cause again, from now on.</summary>
    /// <param name="statementId">The statement that runs out, or ran out.</param>
    /// <param name="reason">Why it still holds.</param>
    public async Task<RecordCheckResult> Renew(StaffMember person, Guid submissionId, Guid statementId, string? reason, CancellationToken cancel)
    {
        var subjects = db.SubjectsFor(person).Select(subject => subject.Id);
        var before = await db.Observations.Current().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == statementId && subjects.Contains(row.SubjectId) && AttributionLives.Codes.Contains(row.Code), cancel);
        return before is null
            ? new SubjectNotFound()
            : await Run(person, new AttributionEntry(submissionId, before.SubjectId, before.Code, before.Coded, reason), cancel);
    }

    static IReadOnlyList<EntryProblem> Problems(AttributionEntry entry)
    {
        var isKnown = AttributionLives.Codes.Contains(entry.Finding);
        var isCause = isKnown && ObservationCatalog.Default[entry.Finding!].Codes.Contains(entry.Cause);
        return
        [
            .. Problem(!isKnown, nameof(entry.Finding), "Choose the finding that has a cause."),
            .. Problem(isKnown && !isCause, nameof(entry.Cause), "Choose the cause."),
            .. Problem(string.IsNullOrWhiteSpace(entry.Reason), nameof(entry.Reason), "Say why: a statement on a cause needs its reason."),
            .. StoredText.Problem(entry.Reason, StoredText.LongestNote) is { } tooLong ? Problem(true, nameof(entry.Reason), tooLong) : [],
        ];
    }

    static EntryProblem[] Problem(bool isOne, string field, string reason) => isOne ? [new EntryProblem(field, reason)] : [];
}

/// <summary>A statement as it was entered.</summary>
/// <param name="SubmissionId">Made when the form was rendered; the same id again is the same statement.</param>
/// <param name="Finding">Code of the statement, one of <see cref="AttributionLives.Codes"/>.</param>
/// <param name="Cause">One of the codes that the catalogue has for it.</param>
/// <param name="Reason">Why; never blank, up to <see cref="StoredText.LongestNote"/> characters.</param>
public sealed record AttributionEntry(Guid SubmissionId, Guid SubjectId, string? Finding, string? Cause, string? Reason);
