using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>The grade that stands now: of all current assessments the one with the latest moment.</summary>
public static class NewestAssessments
{
    /// <summary>At most one CRS assessment for each of these subjects; none for who was never graded.</summary>
    public static IQueryable<Assessment> NewestCrs(this MonitorContext db, IQueryable<Guid> subjects) => db.CurrentCrs()
        .Where(newest => subjects.Contains(newest.SubjectId)
            && !db.CurrentCrs().Any(later => later.SubjectId == newest.SubjectId && later.Moment > newest.Moment));

    /// <summary>At most one row.</summary>
    public static IQueryable<Assessment> NewestCrs(this MonitorContext db, Guid subjectId) => db.NewestCrs(db.Subjects
        .Where(subject => subject.Id == subjectId).Select(subject => subject.Id));

    static IQueryable<Assessment> CurrentCrs(this MonitorContext db) =>
        db.Assessments.Where(assessment => assessment.IsCurrent && assessment.Criteria == AstctCrs.Criteria);
}
