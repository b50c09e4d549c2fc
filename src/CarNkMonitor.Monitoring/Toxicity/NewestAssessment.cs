using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Toxicity;

public static class NewestAssessment
{
    /// <summary>CRS of a subject at the newest moment graded; null if nothing has been graded yet.</summary>
    public static async Task<ToxicityNow?> NewestCrs(this MonitorContext db, Guid subjectId, CancellationToken cancel)
    {
        var newest = await db.Assessments.AsNoTracking()
            .Where(assessment => assessment.SubjectId == subjectId && assessment.Criteria == AstctCrs.Criteria && assessment.IsCurrent)
            .OrderByDescending(assessment => assessment.Moment).FirstOrDefaultAsync(cancel);
        return newest is null ? null : ToxicityNow.Of(newest);
    }
}
