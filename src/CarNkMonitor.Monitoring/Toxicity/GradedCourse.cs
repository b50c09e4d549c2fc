using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>A table of a study, or one part of it.</summary>
/// <param name="Criteria">Criteria id.</param>
/// <param name="Part">Empty where the table has one result.</param>
public readonly record struct TablePart(string Criteria, string Part)
{
    public static readonly TablePart Crs = new(AstctCrs.Criteria, "");
}

/// <summary>What one table made of a moment, under the settings in force at it.</summary>
public sealed record GradedMoment(TablePart Table, int SettingsVersion, CourseResult Course)
{
    public DateTime Moment => Course.Moment;

    /// <summary>See <see cref="GradeResult.SaysTheSameAs"/>; and that from the same observations: an equal value that is newer is news.</summary>
    public bool SaysTheSameAs(GradedMoment other) =>
        (SettingsVersion, Course.Episode, Course.OnsetAt) == (other.SettingsVersion, other.Course.Episode, other.Course.OnsetAt)
        && Course.Result.SaysTheSameAs(other.Course.Result) && Course.Drivers.SequenceEqual(other.Course.Drivers);
}

/// <summary>
/// Every table over time for one subject of a study: a pure function of the facts, the history of the study's settings and the moments. A moment is
/// graded by the settings in force at it, so grading it again at any later time gives the same to the byte.
/// </summary>
public static class GradedCourse
{
    /// <summary>For each table in force, in the order of the tables, its results in the order of the moments.</summary>
    /// <param name="facts">All that hold now.</param>
    /// <param name="settings">Every version of the study's settings.</param>
    /// <param name="moments">UTC, ascending.</param>
    public static ILookup<TablePart, GradedMoment> Over(SubjectFacts facts, SettingsHistory settings, IReadOnlyList<DateTime> moments) => (
        from ofVersion in moments.GroupBy(settings.At)
        from course in SubjectCourse.Over(facts, ofVersion.Key.Settings.Grading, [.. ofVersion])
        from result in course.Results
        select new GradedMoment(new TablePart(course.Criteria, course.Part), ofVersion.Key.Version, result)).ToLookup(graded => graded.Table);
}
