using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Monitoring.Trends;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>What a participant's page shows, as of a moment.</summary>
/// <param name="Crs">The newest CRS result; null when nothing was graded.</param>
/// <param name="Grades">What every table in force says now, CRS among them; the most urgent first.</param>
/// <param name="Alerts">Alerts that are not over, the most urgent first.</param>
/// <param name="NextChecks">The next slots that can still be filled.</param>
/// <param name="RecentChecks">The newest checks, with what still holds of them as it was entered; the latest first.</param>
/// <param name="Temperature">Temperature and grades since the first infusion.</param>
/// <param name="Counts">The newest blood counts; shown, not yet graded.</param>
/// <param name="Signatures">Grades that physicians signed, the latest first.</param>
/// <param name="Changes">The last grades that gave way to others after the fact, the newest first.</param>
/// <param name="Conditioning">First and last day of the most recent course, where known.</param>
public sealed record SubjectOverview(
    Subject Subject, SubjectCalendar Calendar, DateTime Now, ToxicityNow? Crs, IReadOnlyList<StandingGrade> Grades, IReadOnlyList<Alert> Alerts,
    IReadOnlyList<PlannedAssessment> NextChecks, IReadOnlyList<RecordedCheck> RecentChecks, TrendSeries Temperature,
    IReadOnlyList<Observation> Counts, IReadOnlyList<SignedGrade> Signatures, IReadOnlyList<ToldChange> Changes, (DateOnly From, DateOnly To)? Conditioning)
{
    public int? CycleDay => Calendar.CycleDay(Now);
}

/// <summary>Reads a participant's page. Reading it is an act of its own, and stands in the audit trail (records P3).</summary>
public sealed class ReadSubject(MonitorContext db, TimeProvider time)
{
    const int ChecksShown = 10;
    const int SlotsShown = 4;
    const int ChangesShown = 30;
    static readonly string[] CountCodes = ["anc", "platelets", "hgb"];

    /// <summary>Null when there is no such subject within the person's scope; the difference is not told.</summary>
    public async Task<SubjectOverview?> For(StaffMember person, Guid subjectId, CancellationToken cancel)
    {
        var subject = await db.SubjectsFor(person).AsNoTracking().Include(row => row.Site).Include(row => row.Infusions)
            .SingleOrDefaultAsync(row => row.Id == subjectId, cancel);
        if (subject is null)
        {
            return null;
        }

        db.Note(AuditAct.By(person, nameof(ReadSubject)), new AuditSubject(nameof(Subject), subject.Id.ToString(), subject.Id));
        await db.SaveChangesAsync(cancel);
        var (now, calendar) = (time.Now(), SubjectCalendar.Of(subject));
        var settings = await db.SettingsOf(subject.StudyId, cancel);
        return new SubjectOverview(subject, calendar, now, await Crs(subject, cancel),
            person.May(Permission.ReadGrades) ? await db.StandingGradesOf(subject.Id, settings, cancel) : [], await Alerts(person, subject, cancel),
            await db.NextSlots(subject.Id, now).Take(SlotsShown).ToListAsync(cancel),
            await RecordedCheck.Newest(db, subject, ChecksShown, cancel),
            await db.TemperatureTrendOf(person, subject.Id, now, cancel) ?? TrendSeries.Empty, await Counts(subject, cancel),
            await db.SignedGradesOf(subject.Id, cancel), person.May(Permission.ReadGrades) ? await db.ChangesOf(person, subject.Id, ChangesShown, cancel) : [],
            (await db.ConditioningOf(subject, cancel)).MostRecent(calendar));
    }

    async Task<ToxicityNow?> Crs(Subject subject, CancellationToken cancel) =>
        await db.NewestCrs(subject.Id).AsNoTracking().SingleOrDefaultAsync(cancel) is { } newest ? ToxicityNow.Of(newest) : null;

    async Task<IReadOnlyList<Alert>> Alerts(StaffMember person, Subject subject, CancellationToken cancel)
    {
        var open = await db.AlertsFor(person).AsNoTracking().Where(alert => alert.SubjectId == subject.Id && alert.ClosedAt == null).ToListAsync(cancel);
        return [.. open.OrderByDescending(alert => alert.Urgency).ThenBy(alert => alert.OpenedAt)];
    }

    async Task<IReadOnlyList<Observation>> Counts(Subject subject, CancellationToken cancel)
    {
        var counts = db.Observations.Current().Where(count => count.SubjectId == subject.Id && CountCodes.Contains(count.Code));
        var newest = await counts.AsNoTracking()
            .Where(count => !counts.Any(later => later.Code == count.Code && later.ObservedAt > count.ObservedAt)).ToListAsync(cancel);
        return [.. newest.DistinctBy(count => count.Code).OrderBy(count => Array.IndexOf(CountCodes, count.Code))];
    }
}
