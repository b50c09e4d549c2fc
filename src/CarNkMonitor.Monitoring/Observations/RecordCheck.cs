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
            : await Decide(person, subject, entry, cancel);
    }

    async Task<RecordCheckResult> Decide(StaffMember person, Subject subject, CheckEntry entry, CancellationToken cancel)
    {
        var now = time.Now();
        var times = CheckTime.Read(entry, subject.Site!.Zone, now);
        var settings = (await db.SettingsOf(subject.StudyId, cancel)).Settings;
        var catalog = await db.CatalogFor(subject.Id, ObservationCatalog.Default.With(settings.AlarmLimitsOf(subject.Id)), entry.Items, times.Utc ?? now, cancel);
        var reading = CheckReading.Of(entry, catalog, times.Items);
        var earlier = await EarlierCheck.Of(db, entry, times, cancel);
        if (earlier.OfSubmission is { } stored)
        {
            return stored.SubjectId != entry.SubjectId ? new CheckRefused([new EntryProblem("check", "This submission was already used for another subject.")])
                : earlier.Changes(reading, times, stored) is { Count: > 0 } changes ? new CheckRefused(changes)
                : await StoredBefore(entry, stored.Id, cancel);
        }

        var (fresh, same) = earlier.WithoutRepeated(reading, times);
        IReadOnlyList<EntryProblem> problems = [.. times.Problems, .. reading.Problems, .. earlier.LostNotes(entry, reading, times), .. StandingValues.Problems(earlier.Standing, times, fresh, earlier.Names)];
        return problems.Count > 0 ? new CheckRefused(problems)
            : reading.Questions.Count > 0 ? new NeedsConfirmation(reading.Questions)
            : same.Count > 0 && fresh.Items.Count == 0 && entry.NotDone is null or [] ? await StoredBefore(entry, same[0].CheckId, cancel)
            : await StoreNew(person, subject, (entry, fresh), new CheckMoment(times.Utc!.Value, now, settings, times.Items), cancel)
                with { Repeated = same.Count };
    }

    async Task<CheckSaved> StoredBefore(CheckEntry entry, Guid checkId, CancellationToken cancel) =>
        new(checkId, WasStoredBefore: true, await db.NewestCrs(entry.SubjectId, cancel), null, []);

    async Task<CheckSaved> StoreNew(StaffMember person, Subject subject, (CheckEntry Entry, CheckReading Reading) typed, CheckMoment moment, CancellationToken cancel)
    {
        var check = CheckRow.Of(person, typed.Entry, typed.Reading, moment);
        await Store(subject, check, cancel);
        var isLateAndNotCurrent = Lateness.IsLateAndNotCurrent(check.Observations, moment.RecordedAt, moment.Settings);
        var followed = await follow.Follow(subject, check.Observations, isLateAndNotCurrent, calls: true, cancel);
        return new CheckSaved(check.Id, WasStoredBefore: false, followed.Crs, followed.Alert, [.. CombinedRules.Reminders(typed.Reading.Items)]);
    }

    async Task Store(Subject subject, BedsideCheck check, CancellationToken cancel)
    {
        db.Checks.Add(check);
        db.Infusions.AddRange(check.Observations.Where(fact => fact.Code == "infusion").Select(fact => InfusionRow.Of(subject, fact)));
        await db.SatisfySlot(check, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
