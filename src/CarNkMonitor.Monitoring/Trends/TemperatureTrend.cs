using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Trends;

/// <summary>Reads what the temperature chart shows: current temperatures and current CRS assessments since the first infusion.</summary>
public static class TemperatureTrend
{
    public const string Crs = AstctCrs.Criteria;

    /// <summary>Null when this person may not see the subject, or there is none; an empty series before the first infusion.</summary>
    public static async Task<TrendSeries?> TemperatureTrendOf(this MonitorContext db, StaffMember person, Guid subjectId, DateTime now, CancellationToken cancel)
    {
        var subject = await db.SubjectsFor(person).AsNoTracking().Include(row => row.Site).Include(row => row.Infusions)
            .SingleOrDefaultAsync(row => row.Id == subjectId, cancel);
        if (subject is null) return null;
        if (subject.Infusions.Count == 0) return TrendSeries.Empty;
        var from = subject.Infusions.Min(infusion => infusion.StartedAt);
        var temperatures = await db.Observations.Current().AsNoTracking()
            .Where(fact => fact.SubjectId == subjectId && fact.Code == "temperature" && fact.ObservedAt >= from && fact.Value != null)
            .Select(fact => new MeasuredAt(fact.ObservedAt, fact.Value!.Value, fact.Comparator, fact.EnteredUnit != null && fact.EnteredUnit != fact.Unit)).ToListAsync(cancel);
        var assessments = await db.Assessments.AsNoTracking()
            .Where(result => result.SubjectId == subjectId && result.Criteria == Crs && result.IsCurrent && result.Moment >= from)
            .Select(result => new { result.Moment, result.Low, result.High }).ToListAsync(cancel);
        return TrendSeries.Of(SubjectCalendar.Of(subject), temperatures,
            assessments.Select(result => new AssessedAt(result.Moment, result is { Low: { } low, High: { } high } ? new(low, high) : null)), now);
    }
}
