using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>What every table in force says now: its latest current row (decision 0012). A table that has left force keeps old rows, which are left out.</summary>
public static class StandingGrades
{
    /// <summary>Of one subject, in the order for people. One query.</summary>
    internal static async Task<IReadOnlyList<StandingGrade>> StandingGradesOf(this MonitorContext db, Guid subjectId, SettingsInForce settings, CancellationToken cancel)
    {
        var current = db.Assessments.AsNoTracking().Where(one => one.SubjectId == subjectId && one.IsCurrent && settings.Settings.Criteria.Contains(one.Criteria));
        var newest = await current.Where(one => !current.Any(later => later.Criteria == one.Criteria && later.Part == one.Part && later.Moment > one.Moment)).ToListAsync(cancel);
        return StandingGrade.InOrder(newest.Select(Of));
    }

    /// <summary>Of each of these subjects what a nurse must know beside CRS: a grade of at least 2, or what is urgent from 1 on. One query.</summary>
    internal static async Task<ILookup<Guid, StandingGrade>> BesideCrs(this MonitorContext db, IQueryable<Guid> subjects, CancellationToken cancel)
    {
        var current = db.Assessments.AsNoTracking().Where(one => one.IsCurrent && TableWeight.BesideCrs.Contains(one.Criteria));
        var newest = await current.Where(one => subjects.Contains(one.SubjectId) && one.Low >= 1
            && !current.Any(later => later.SubjectId == one.SubjectId && later.Criteria == one.Criteria && later.Part == one.Part && later.Moment > one.Moment)).ToListAsync(cancel);
        return newest.Select(one => (one.SubjectId, Grade: Of(one))).Where(one => one.Grade.IsNamedBesideCrs)
            .ToLookup(one => one.SubjectId, one => one.Grade);
    }

    static StandingGrade Of(Assessment one) => new(new TablePart(one.Criteria, one.Part), ToxicityNow.Of(one));
}
