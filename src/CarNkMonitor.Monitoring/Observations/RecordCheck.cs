using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// Records the observations of one moment of one subject, grades, and calls people if the grade needs it: one transaction, all or nothing.
/// The one door through which forms, interfaces and files bring facts into the record.
/// </summary>
public sealed class RecordCheck(MonitorContext db, TimeProvider time)
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
            : stored.SubjectId == entry.SubjectId ? new CheckSaved(stored.Id, WasStoredBefore: true, await CrsNow(entry.SubjectId, cancel), [])
            : new CheckRefused([new EntryProblem("check", "This submission was already used for another subject.")]);
    }

    async Task<RecordCheckResult> StoreNew(StaffMember person, Subject subject, CheckEntry entry, CancellationToken cancel)
    {
        var (observedAt, reading) = (CheckTime.Read(entry, subject.Site!.Zone, time.Now()), CheckReading.Of(entry, ObservationCatalog.Default));
        IReadOnlyList<EntryProblem> problems = [.. observedAt.Problems, .. reading.Problems, .. await StandingProblems(entry, observedAt, reading, cancel)];
        if (problems.Count > 0 || reading.Questions.Count > 0)
        {
            return problems.Count > 0 ? new CheckRefused(problems) : new NeedsConfirmation(reading.Questions);
        }

        var settings = await db.SettingsOf(subject.StudyId, cancel);
        var check = CheckRow.Of(person, entry, reading, new CheckMoment(observedAt.Utc!.Value, time.Now(), settings.Settings));
        db.Checks.Add(check);
        ConsequencesForSubject.Apply(db, subject, check);
        await db.SaveChangesAsync(cancel);
        return new CheckSaved(check.Id, WasStoredBefore: false, await CrsNow(subject.Id, cancel), [.. CombinedRules.Reminders(reading.Items)]);
    }

    async Task<IEnumerable<EntryProblem>> StandingProblems(
        CheckEntry entry, CheckTime observedAt, CheckReading reading, CancellationToken cancel)
    {
        if (observedAt.Utc is not { } instant)
        {
            return [];
        }

        var standing = await db.Observations.Current().AsNoTracking()
            .Where(observation => observation.SubjectId == entry.SubjectId && observation.ObservedAt == instant).ToListAsync(cancel);
        return StandingValues.Problems(standing, reading.Items);
    }

    async Task<ToxicityNow?> CrsNow(Guid subjectId, CancellationToken cancel)
    {
        var newest = await db.Assessments.AsNoTracking().Where(assessment => assessment.SubjectId == subjectId && assessment.IsCurrent)
            .OrderByDescending(assessment => assessment.Moment).FirstOrDefaultAsync(cancel);
        return newest is null ? null : ToxicityNow.Of(newest);
    }
}
