using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// Records the observations of one moment of one subject, grades, and calls people if the grade needs it: one transaction, all or nothing.
/// The one door through which forms and interfaces bring facts into the record. Whoever stores a notice wakes the sweep by committing it.
/// </summary>
public sealed class RecordCheck(MonitorContext db, TimeProvider time, FollowFacts follow)
{
    /// <summary>Stores the check, or says why not. The same submission twice, even at the same moment, is stored once and answered twice.</summary>
    /// <returns>
    /// <see cref="CheckSaved"/>, <see cref="CheckRefused"/>, <see cref="NeedsConfirmation"/>, <see cref="SubjectNotFound"/> or
    /// <see cref="NotPermitted"/>; nothing at all is stored but with the first.
    /// </returns>
    public async Task<RecordCheckResult> Record(StaffMember person, CheckEntry entry, CancellationToken cancel)
    {
        using var save = Telemetry.Source.StartActivity("check.save");
        db.ActAs(person, nameof(RecordCheck));
        await using var transaction = await db.BeginFor(entry.SubjectId, cancel);
        var result = await Decide(person, entry, cancel);
        if (result is CheckSaved { WasStoredBefore: false })
        {
            await transaction.CommitAsync(cancel);
        }

        return result;
    }

    async Task<RecordCheckResult> Decide(StaffMember person, CheckEntry entry, CancellationToken cancel)
    {
        var subject = await db.SubjectsFor(person).Include(found => found.Site).Include(found => found.Infusions)
            .SingleOrDefaultAsync(found => found.Id == entry.SubjectId, cancel);
        return subject is null ? new SubjectNotFound()
            : RecordPermission.Refusal(person, entry) is { } refusal ? new NotPermitted(refusal)
            : await StoredBefore(entry, cancel) ?? await StoreNew(person, subject, entry, cancel);
    }

    async Task<RecordCheckResult?> StoredBefore(CheckEntry entry, CancellationToken cancel)
    {
        var stored = await db.Checks.AsNoTracking().Where(check => check.SubmissionId == entry.SubmissionId)
            .Select(check => new { check.Id, check.SubjectId }).SingleOrDefaultAsync(cancel);
        return stored is null ? null
            : stored.SubjectId == entry.SubjectId ? new CheckSaved(stored.Id, WasStoredBefore: true, await db.NewestCrs(entry.SubjectId, cancel), null, [])
            : new CheckRefused([new EntryProblem("check", "This submission was already used for another subject.")]);
    }

    async Task<RecordCheckResult> StoreNew(StaffMember person, Subject subject, CheckEntry entry, CancellationToken cancel)
    {
        var now = time.Now();
        var observedAt = CheckTime.Read(entry, subject.Site!.Zone, now);
        var reading = CheckReading.Of(entry, ObservationCatalog.Default, observedAt.Items);
        IReadOnlyList<EntryProblem> problems = [.. observedAt.Problems, .. reading.Problems, .. await StandingProblems(entry, observedAt, reading, cancel)];
        if (problems.Count > 0 || reading.Questions.Count > 0)
        {
            return problems.Count > 0 ? new CheckRefused(problems) : new NeedsConfirmation(reading.Questions);
        }

        var settings = await db.SettingsOf(subject.StudyId, cancel);
        var check = CheckRow.Of(person, entry, reading, new CheckMoment(observedAt.Utc!.Value, now, settings.Settings, observedAt.Items));
        await Store(subject, check, cancel);
        var isLateAndNotCurrent = Lateness.IsLateAndNotCurrent(check.Observations, now, settings.Settings);
        var followed = await follow.Follow(subject, check.Observations, isLateAndNotCurrent, calls: true, cancel);
        return new CheckSaved(check.Id, WasStoredBefore: false, followed.Crs, followed.Alert, [.. CombinedRules.Reminders(reading.Items)]);
    }

    async Task Store(Subject subject, BedsideCheck check, CancellationToken cancel)
    {
        db.Checks.Add(check);
        db.Infusions.AddRange(check.Observations.Where(fact => fact.Code == "infusion").Select(fact => InfusionRow.Of(subject, fact)));
        await db.SatisfySlot(check, cancel);
        await db.SaveChangesAsync(cancel);
    }

    async Task<IEnumerable<EntryProblem>> StandingProblems(
        CheckEntry entry, CheckTime observedAt, CheckReading reading, CancellationToken cancel)
    {
        if (observedAt.Utc is null)
        {
            return [];
        }

        var instants = observedAt.Items.Distinct().ToList();
        var standing = (await db.Observations.Current().AsNoTracking()
            .Where(observation => observation.SubjectId == entry.SubjectId && instants.Contains(observation.ObservedAt)).ToListAsync(cancel))
            .ToLookup(observation => observation.ObservedAt);
        return reading.Items.GroupBy(item => observedAt.Items[item.Item])
            .SelectMany(moment => StandingValues.Problems([.. standing[moment.Key]], [.. moment]));
    }
}
