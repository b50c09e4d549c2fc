using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// Corrects or withdraws stored observations of one participant, with a reason. The old rows stay as they are; new rows supersede them, the subject
/// is graded anew once, and an alert that lost its ground is withdrawn.
/// </summary>
public sealed class AmendObservation(MonitorContext db, TimeProvider time, FollowFacts follow)
{
    /// <summary>Puts another value in the place of this one, at the same observed time.</summary>
    /// <param name="observationId">The observation that holds now.</param>
    /// <param name="corrected">What is true, by the same rules of entry; its code is that of the observation.</param>
    /// <param name="reason">Why; never blank.</param>
    public Task<RecordCheckResult> Amend(StaffMember person, Guid observationId, CheckItem corrected, string reason, CancellationToken cancel) =>
        Run(person, new Amendment([new AmendedValue(observationId, corrected)], reason), cancel);

    /// <summary>The observation was an error and nothing takes its place.</summary>
    public Task<RecordCheckResult> Withdraw(StaffMember person, Guid observationId, string reason, CancellationToken cancel) =>
        Run(person, new Amendment([new AmendedValue(observationId, null)], reason), cancel);

    /// <summary>
    /// Several values that belong together, all or none: systolic and diastolic pressure, a device and its flow. The total of a score follows its items.
    /// The same amendment twice is stored once and answered twice.
    /// </summary>
    /// <returns>
    /// <see cref="CheckSaved"/>, <see cref="CheckRefused"/>, <see cref="NeedsConfirmation"/>, <see cref="AmendedMeanwhile"/>, <see cref="SubjectNotFound"/>
    /// or <see cref="NotPermitted"/>; nothing at all is stored but with the first.
    /// </returns>
    public async Task<RecordCheckResult> Run(StaffMember person, Amendment amendment, CancellationToken cancel)
    {
        db.ActAs(person, nameof(AmendObservation), amendment.Reason?.Trim());
        if (await db.SubjectOf(amendment, cancel) is not { } subjectId)
        {
            return new SubjectNotFound();
        }

        await using var transaction = await db.BeginFor(subjectId, cancel);
        var subject = await db.SubjectsFor(person).Include(found => found.Site).Include(found => found.Infusions)
            .SingleOrDefaultAsync(found => found.Id == subjectId, cancel);
        var result = subject is null ? new SubjectNotFound()
            : !person.May(Permission.Record) ? new NotPermitted($"{person.Role} may not amend observations.")
            : await Decide(person, subject, amendment, cancel);
        if (result is CheckSaved { WasStoredBefore: false })
        {
            await transaction.CommitAsync(cancel);
        }

        return result;
    }

    async Task<RecordCheckResult> Decide(StaffMember person, Subject subject, Amendment amendment, CancellationToken cancel)
    {
        var scene = await AmendmentScene.Of(db, subject.Id, amendment, cancel);
        var settings = (await db.SettingsOf(subject.StudyId, cancel)).Settings;
        var catalog = ObservationCatalog.Default.With(settings.AlarmLimitsOf(subject.Id));
        var reading = AmendmentReading.Of(amendment, scene, await db.CatalogFor(subject.Id, catalog, amendment.Items, scene.Rows[0].ObservedAt, cancel));
        var moved = scene.MovedOf(reading.Asked.Select(value => value.Before));
        IReadOnlyList<EntryProblem> problems = [.. AmendmentRules.Refusals(person, amendment, scene.Rows, reading), .. reading.Problems];
        return moved.Count > 0
                ? reading.Asked.All(value => scene.Later.TryGetValue(value.Before.Id, out var later) && value.IsSaidBy(later))
                    ? await StoredBefore(subject, moved[0], cancel) : new AmendedMeanwhile(moved)
            : problems.Count > 0 ? new CheckRefused(problems)
            : reading.Questions.Count > 0 ? new NeedsConfirmation(reading.Questions)
            : await Store(person, subject, reading, amendment.Reason!, settings, cancel);
    }

    async Task<CheckSaved> StoredBefore(Subject subject, MovedValue moved, CancellationToken cancel) =>
        new(moved.Now.CheckId, WasStoredBefore: true, await db.NewestCrs(subject.Id, cancel), null, []) { AmendmentId = moved.Now.Id };

    async Task<CheckSaved> Store(
        StaffMember person, Subject subject, AmendmentReading reading, string reason, StudySettings settings, CancellationToken cancel)
    {
        var now = time.Now();
        List<Observation> rows = [.. reading.Asked.Select(value => value.RowOf(person, reason, now))];
        db.Observations.AddRange(rows);
        await db.SaveChangesAsync(cancel);
        var isLateAndNotCurrent = Lateness.IsLateAndNotCurrent(rows, now, settings);
        var followed = await follow.Follow(subject, rows, isLateAndNotCurrent, calls: true, cancel);
        return new CheckSaved(rows[0].CheckId, WasStoredBefore: false, followed.Crs, followed.Alert, []) { AmendmentId = rows[0].Id };
    }
}
