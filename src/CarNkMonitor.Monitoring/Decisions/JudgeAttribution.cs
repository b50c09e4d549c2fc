using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>
/// A physician countersigns or rejects a proposed statement on a cause. Countersigning is a new row in its place that is no proposal any more, with
/// the statement's own time, so that it counts no longer than the statement would have; rejecting withdraws it. Either way the subject is graded anew.
/// </summary>
public sealed class JudgeAttribution(MonitorContext db, TimeProvider time, FollowFacts follow)
{
    /// <summary>From now on the lower and the upper bound leave the finding out.</summary>
    /// <param name="observationId">The proposal that holds now.</param>
    /// <param name="reason">On what ground; never blank.</param>
    public Task<RecordCheckResult> Countersign(StaffMember person, Guid observationId, string? reason, CancellationToken cancel) =>
        Judge(person, nameof(Countersign), observationId, reason, (proposal, now) => CountersignedRow(person, proposal, reason!, now), cancel);

    /// <summary>The finding counts again.</summary>
    /// <param name="observationId">The proposal that holds now.</param>
    /// <param name="reason">Why not; never blank.</param>
    public Task<RecordCheckResult> Reject(StaffMember person, Guid observationId, string? reason, CancellationToken cancel) =>
        Judge(person, nameof(Reject), observationId, reason, (proposal, now) => AmendedRow.Withdrawal(person, proposal, reason!, now), cancel);

    async Task<RecordCheckResult> Judge(
        StaffMember person, string act, Guid observationId, string? reason, Func<Observation, DateTime, Observation> row, CancellationToken cancel)
    {
        db.ActAs(person, $"{act}Attribution", reason?.Trim());
        var subjectId = await db.SubjectsFor(person).Where(subject => db.Observations.Any(one => one.Id == observationId && one.SubjectId == subject.Id))
            .Select(subject => (Guid?)subject.Id).SingleOrDefaultAsync(cancel);
        if (subjectId is null)
        {
            return new SubjectNotFound();
        }

        await using var transaction = await db.BeginFor(subjectId.Value, cancel);
        var proposal = await db.Observations.AsNoTracking().SingleAsync(one => one.Id == observationId, cancel);
        if (await Refusal(person, proposal, reason, cancel) is { } refusal)
        {
            return refusal;
        }

        var saved = await Store(row(proposal, time.Now()), cancel);
        await transaction.CommitAsync(cancel);
        return saved;
    }

    async Task<RecordCheckResult?> Refusal(StaffMember person, Observation proposal, string? reason, CancellationToken cancel) =>
        !person.May(Permission.ConfirmGrade) ? new NotPermitted("Only a physician judges a proposed cause.")
        : proposal.RecordedById == person.Id ? new NotPermitted("Nobody countersigns or rejects an own proposal: another physician must.")
        : !RecordPermission.IsAttribution(proposal.Code) || !proposal.IsProvisional ? Refused("This is no proposal that awaits a physician.")
        : !await db.Observations.Current().AnyAsync(one => one.Id == proposal.Id, cancel) ? Refused("Somebody has judged, amended or withdrawn this proposal already.")
        : StoredText.ProblemOfReason(reason, $"Say on what ground, in up to {StoredText.LongestReason} characters.") is { } problem ? Refused(problem)
        : null;

    async Task<CheckSaved> Store(Observation row, CancellationToken cancel)
    {
        var subject = await db.Subjects.Include(found => found.Site).Include(found => found.Infusions).SingleAsync(found => found.Id == row.SubjectId, cancel);
        db.Observations.Add(row);
        await db.SaveChangesAsync(cancel);
        var settings = await db.SettingsOf(subject.StudyId, cancel);
        var isLate = Lateness.IsLateAndNotCurrent([row], time.Now(), settings.Settings);
        var followed = await follow.Follow(subject, [row], isLate, calls: true, cancel);
        return new CheckSaved(row.CheckId, WasStoredBefore: false, followed.Crs, followed.Alert, []);
    }

    static Observation CountersignedRow(StaffMember person, Observation proposal, string reason, DateTime now) => new()
    {
        SubjectId = proposal.SubjectId, CheckId = proposal.CheckId, Code = proposal.Code, Source = proposal.Source, Coded = proposal.Coded,
        EnteredValue = proposal.EnteredValue, Note = proposal.Note, ObservedAt = proposal.ObservedAt, RecordedAt = now, RecordedById = person.Id,
        IsProvisional = false, SupersedesId = proposal.Id, Reason = reason.Trim(),
    };

    static CheckRefused Refused(string why) => new([new EntryProblem("Reason", why)]);
}
