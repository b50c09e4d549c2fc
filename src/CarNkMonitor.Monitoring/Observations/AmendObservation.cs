using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// Corrects or withdraws one stored observation, with a reason. The old row stays as it is; a new row supersedes it, the subject is graded anew,
/// and an alert that lost its ground is withdrawn.
/// </summary>
public sealed class AmendObservation(MonitorContext db, TimeProvider time, FollowFacts follow)
{
    /// <summary>Puts another value in the place of this one, at the same observed time.</summary>
    /// <param name="observationId">The observation that holds now.</param>
    /// <param name="corrected">What is true, by the same rules of entry; its code is that of the observation.</param>
    /// <param name="reason">Why; never blank.</param>
    public Task<RecordCheckResult> Amend(StaffMember person, Guid observationId, CheckItem corrected, string reason, CancellationToken cancel) =>
        Supersede(person, observationId, corrected, reason, cancel);

    /// <summary>The observation was an error and nothing takes its place.</summary>
    public Task<RecordCheckResult> Withdraw(StaffMember person, Guid observationId, string reason, CancellationToken cancel) =>
        Supersede(person, observationId, corrected: null, reason, cancel);

    async Task<RecordCheckResult> Supersede(StaffMember person, Guid observationId, CheckItem? corrected, string reason, CancellationToken cancel)
    {
        db.ActAs(person, nameof(AmendObservation), reason);
        var subjectId = await db.Observations.Where(observation => observation.Id == observationId)
            .Select(observation => (Guid?)observation.SubjectId).SingleOrDefaultAsync(cancel);
        if (subjectId is null)
        {
            return new SubjectNotFound();
        }

        await using var transaction = await db.BeginFor(subjectId.Value, cancel);
        var subject = await db.SubjectsFor(person).Include(found => found.Site).Include(found => found.Infusions)
            .SingleOrDefaultAsync(found => found.Id == subjectId, cancel);
        var result = subject is null ? new SubjectNotFound() : await Decide(person, subject, observationId, corrected, reason, cancel);
        if (result is CheckSaved)
        {
            await transaction.CommitAsync(cancel);
        }

        return result;
    }

    async Task<RecordCheckResult> Decide(
        StaffMember person, Subject subject, Guid observationId, CheckItem? corrected, string reason, CancellationToken cancel)
    {
        var before = await db.Observations.SingleAsync(observation => observation.Id == observationId, cancel);
        var isCurrent = await db.Observations.Current().AnyAsync(observation => observation.Id == observationId, cancel);
        if (!person.May(Permission.Record))
        {
            return new NotPermitted($"{person.Role} may not amend observations.");
        }

        var catalog = ObservationCatalog.Default.With((await db.SettingsOf(subject.StudyId, cancel)).Settings.AlarmLimitsOf(subject.Id));
        var (row, problem) = Read(person, before, isCurrent, corrected, reason, catalog);
        return problem is not null ? problem : await Store(subject, before, row!, cancel);
    }

    (Observation? Row, RecordCheckResult? Problem) Read(
        StaffMember person, Observation before, bool isCurrent, CheckItem? corrected, string reason, ObservationCatalog catalog)
    {
        var refusal = !isCurrent ? "This observation was amended or withdrawn before; amend the one that holds now."
            : string.IsNullOrWhiteSpace(reason) ? $"Say why, in up to {StoredText.LongestReason} characters."
            : before.Code == "infusion" ? "An infusion is the day that everything is counted from; it is not amended here."
            : corrected is not null && corrected.Code != before.Code ? "An amendment keeps the code; withdraw this one and record the other."
            : StoredText.Problem(reason, StoredText.LongestReason) ?? StoredText.Problem(corrected?.Note, StoredText.LongestNote);
        if (refusal is not null)
        {
            return (null, new CheckRefused([new EntryProblem(before.Code, refusal)]));
        }

        return corrected is null
            ? (AmendedRow.Withdrawal(person, before, reason, time.Now()), null)
            : EntryRules.Read(corrected, before.Source, catalog) switch
            {
                Readable reading => (AmendedRow.Correction(person, before, corrected, reading, reason, time.Now()), null),
                Questionable question => (null, new NeedsConfirmation([new EntryProblem(before.Code, question.Reason, 0, question.Offer)])),
                Unreadable unreadable => (null, new CheckRefused([new EntryProblem(before.Code, unreadable.Reason, 0, unreadable.Offer)])),
                var other => throw new InvalidOperationException($"{other} is no reading."),
            };
    }

    async Task<RecordCheckResult> Store(Subject subject, Observation before, Observation row, CancellationToken cancel)
    {
        db.Observations.Add(row);
        await db.SaveChangesAsync(cancel);
        var settings = await db.SettingsOf(subject.StudyId, cancel);
        var isLateAndNotCurrent = Lateness.IsLateAndNotCurrent([row], time.Now(), settings.Settings);
        var followed = await follow.Follow(subject, [row], isLateAndNotCurrent, calls: true, cancel);
        return new CheckSaved(before.CheckId, WasStoredBefore: false, followed.Crs, followed.Alert, []);
    }
}
