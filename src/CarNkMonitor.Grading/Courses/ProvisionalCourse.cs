using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Courses;

/// <summary>
/// What a nurse proposed as another cause narrows the lower bound only, until a physician countersigns (specification 5, item 2): the course is
/// walked with and without such proposals.
/// </summary>
static class ProvisionalCourse
{
    public static IReadOnlyList<CourseResult> Over(
        SubjectRecord record, IReadOnlyList<DateTime> moments, Func<SubjectRecord, IReadOnlyList<DateTime>, Dictionary<DateTime, CourseResult>> walk,
        Func<GradeResult, Sentence> sentence)
    {
        var without = walk(record.Signed, moments);
        if (record.Signed == record)
        {
            return [.. moments.Select(moment => without[moment])];
        }

        var with = walk(record, moments);
        return
        [
            .. from moment in moments
               let upper = without[moment]
               select upper with { Result = ProvisionalResult.Between(upper.Result, with[moment].Result, sentence) },
        ];
    }
}
