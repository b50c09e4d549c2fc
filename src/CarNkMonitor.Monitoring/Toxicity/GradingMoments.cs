using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>The moments at which a subject is graded, from some moment on.</summary>
/// <param name="ByEntry">At which something gradable was observed, also if it was amended or withdrawn since.</param>
/// <param name="ByTime">At which time alone changed the grade (<see cref="CrsByTime"/>), up to now.</param>
/// <param name="IsOverdue">A daily check is overdue now.</param>
/// <param name="Next">When time alone will change it next, if nothing is entered before; null if it will not.</param>
sealed record GradingMoments(IReadOnlySet<DateTime> ByEntry, IReadOnlySet<DateTime> ByTime, bool IsOverdue, DateTime? Next)
{
    public IReadOnlyList<DateTime> All => [.. ByEntry.Union(ByTime).Order()];

    public static async Task<GradingMoments> Of(MonitorContext db, Subject subject, SubjectFacts facts, DateTime from, DateTime now, CancellationToken cancel)
    {
        var entries = await db.Observations
            .Where(fact => fact.SubjectId == subject.Id && CrsCodes.All.Contains(fact.Code) && fact.ObservedAt >= from)
            .Select(fact => fact.ObservedAt).Distinct().ToListAsync(cancel);
        var before = await db.Assessments
            .Where(one => one.SubjectId == subject.Id && one.Criteria == AstctCrs.Criteria && one.IsCurrent && one.Moment < from)
            .MaxAsync(one => (DateTime?)one.Moment, cancel);
        var graded = before is { } last ? entries.Append(last).ToHashSet() : entries.ToHashSet();
        var overdue = OverdueChecks.Of(SubjectCalendar.Of(subject), facts, from, now);
        var byTime = CrsByTime.Moments(facts, graded, overdue, from);
        // Nothing changes by time any more for who has left the study.
        var (past, next) = Split(byTime, subject.Status == SubjectStatus.OnStudy ? now : entries.DefaultIfEmpty().Max());
        return new GradingMoments(
            entries.ToHashSet(), past, overdue.Any(check => check.IsDaily && check.From <= now && now < check.Until),
            subject.Status == SubjectStatus.OnStudy ? next : null);
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
}
