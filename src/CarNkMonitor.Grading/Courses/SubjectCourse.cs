using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Courses;

/// <summary>
/// Every criterion of one subject over time, from raw timed facts: one pure function of the facts, the settings of the study and the moments. Neither the
/// order of the facts nor their ids nor earlier gradings change it, and what is observed after a moment does not touch it.
/// </summary>
public static class SubjectCourse
{
    /// <summary>What every table in force says at these moments, UTC; entries observed at a moment itself count.</summary>
    /// <param name="facts">All current facts: superseded and withdrawn ones are not among them.</param>
    /// <param name="settings">Of the study.</param>
    /// <param name="moments">In any order; the results keep it.</param>
    /// <returns>One course for each part of each table in force, in the order of the tables.</returns>
    /// <exception cref="ArgumentException">The settings name an unknown table or two editions of CTCAE; or a fact holds an unknown word, or lacks its number.</exception>
    public static IReadOnlyList<CriterionCourse> Over(SubjectFacts facts, CourseSettings settings, IReadOnlyList<DateTime> moments)
    {
        settings.Check();
        var run = new CourseRun(facts, settings, moments);
        return
        [
            .. from table in CourseTables.All
               where settings.Criteria.Contains(table.Criteria)
               select new CriterionCourse(table.Criteria, table.Part, [.. moments.Select(moment => table.At(run, moment))]),
        ];
    }
}
