using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>The moments at which a subject is graded, from some moment on.</summary>
/// <param name="Entries">At which something was observed that holds now; a check that was withdrawn as a whole leaves no moment.</param>
/// <param name="CrsEntries">Those of them that CRS reads something of.</param>
/// <param name="ByTime">At which time alone changed CRS (<see cref="CrsByTime"/>), up to now.</param>
/// <param name="Others">At which a check became overdue or the settings of the study changed, up to now; for the other tables.</param>
/// <param name="IsOverdue">A daily check is overdue now.</param>
/// <param name="Next">When the subject is to be graded next, if nothing is entered before; null if time changes nothing more.</param>
sealed record GradingMoments(
    IReadOnlySet<DateTime> Entries, IReadOnlySet<DateTime> CrsEntries, IReadOnlySet<DateTime> ByTime, IReadOnlySet<DateTime> Others, bool IsOverdue, DateTime? Next)
{
    /// <summary>Ascending, each once.</summary>
    public IReadOnlyList<DateTime> All => [.. Entries.Union(ByTime).Union(Others).Order()];

    public bool IsOfCrs(DateTime moment) => CrsEntries.Contains(moment) || ByTime.Contains(moment);

    public bool IsByTime(DateTime moment) => !Entries.Contains(moment);

    /// <param name="settingsChanges">When the study's settings changed.</param>
    public static async Task<GradingMoments> Of(
        MonitorContext db, Subject subject, SubjectFacts facts, IEnumerable<DateTime> settingsChanges, DateTime from, DateTime now, CancellationToken cancel)
    {
        var (entries, crsEntries) = await EntriesOf(db, subject, from, cancel);
        var before = await db.Assessments
            .Where(one => one.SubjectId == subject.Id && one.Criteria == AstctCrs.Criteria && one.IsCurrent && one.Moment < from)
            .MaxAsync(one => (DateTime?)one.Moment, cancel);
        var graded = before is { } last ? crsEntries.Append(last).ToHashSet() : crsEntries;
        var overdue = OverdueChecks.Of(SubjectCalendar.Of(subject), facts, from, now);
        // Nothing changes by time any more for who has left the study.
        var isOnStudy = subject.Status == SubjectStatus.OnStudy;
        var (past, next) = Split(CrsByTime.Moments(facts, graded, overdue, from), isOnStudy ? now : crsEntries.DefaultIfEmpty().Max());
        var others = overdue.Select(check => check.From).Concat(settingsChanges).Where(at => at >= from && facts.Facts.Count > 0).Order();
        var (othersPast, othersNext) = Split(others, isOnStudy ? now : entries.DefaultIfEmpty().Max());
        return new GradingMoments(
            entries, crsEntries, past, othersPast, overdue.Any(check => check.IsDaily && check.From <= now && now < check.Until),
            isOnStudy ? Earlier(next, othersNext) : null);
    }

    static async Task<(HashSet<DateTime> All, HashSet<DateTime> OfCrs)> EntriesOf(MonitorContext db, Subject subject, DateTime from, CancellationToken cancel)
    {
        var entries = await db.Observations.Current().Where(fact => fact.SubjectId == subject.Id && fact.ObservedAt >= from)
            .Select(fact => new { At = fact.ObservedAt, IsOfCrs = CrsCodes.All.Contains(fact.Code) }).Distinct().ToListAsync(cancel);
        return (entries.Select(entry => entry.At).ToHashSet(), entries.Where(entry => entry.IsOfCrs).Select(entry => entry.At).ToHashSet());
    }

    /// <summary>Those up to a moment, and the first one after it; the others are never worked out.</summary>
    static (HashSet<DateTime> Past, DateTime? Next) Split(IEnumerable<DateTime> moments, DateTime until)
    {
        HashSet<DateTime> past = [];
        foreach (var moment in moments)
        {
            if (moment > until)
            {
                return (past, moment);
            }

            past.Add(moment);
        }

        return (past, null);
    }

    static DateTime? Earlier(DateTime? one, DateTime? other) => one < other || other is null ? one : other;
}
