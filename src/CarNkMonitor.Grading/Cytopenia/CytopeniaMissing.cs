using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>
/// Which categories a course without counts could still have. A pattern needs a low first day, a low day on either side of the end of the
/// window and at the end, and the earliest two days that can show a recovery after the first or after the late low day; every way to have none, a
/// low or a good count on those days is tried.
/// </summary>
static class CytopeniaMissing
{
    public static IReadOnlyList<MissingInput> Of(CytopeniaInputs inputs)
    {
        IEnumerable<DayValue[]> courses = [[]];
        foreach (var day in DaysToTry(inputs))
        {
            courses = courses.SelectMany(course => With(course, day, inputs));
        }

        var reached = from counts in courses
                      where counts.Length > 0
                      from course in CytopeniaCourse.AllOf(inputs with { Counts = counts })
                      select (int)course.Category;
        return [new(inputs.Lineage.Code(), [.. reached.Distinct().Order()])];
    }

    static IEnumerable<DayValue[]> With(DayValue[] course, int day, CytopeniaInputs inputs) =>
        [course, [.. course, new(day, 0)], [.. course, new(day, inputs.Limits.LowBelow(inputs.Lineage))]];

    static IEnumerable<int> DaysToTry(CytopeniaInputs inputs)
    {
        var (first, end, last) = (inputs.ConditioningDay, inputs.Limits.LastExpectedDay, inputs.EvaluationDay);
        var baselineIsLow = inputs.Baseline is { } baseline ? baseline.IsBelow(inputs.Limits.LowBelow(inputs.Lineage)) : false;
        int[] recovery =
        [
            .. baselineIsLow != false ? EarliestRecovery(inputs, first) : [],
            .. baselineIsLow != true ? EarliestRecovery(inputs, first + 1) : [],
            .. EarliestRecovery(inputs, end + 2),
        ];
        int[] days = [first, end, end + 1, last, .. recovery];
        return days.Where(day => day >= first && day <= last).Distinct().Order();
    }

    static IEnumerable<int> EarliestRecovery(CytopeniaInputs inputs, int from)
    {
        int? waiting = null;
        for (var day = Math.Max(from, inputs.ConditioningDay); day <= inputs.EvaluationDay; day++)
        {
            if (inputs.Lineage.IsTransfused() && !Transfusions.NoneWithin(inputs.TransfusionDays, inputs.Limits.TransfusionFreeDays, day))
            {
                continue;
            }

            if (waiting is { } good && day - good <= inputs.Limits.DaysBetweenGoodCounts)
            {
                return [good, day];
            }

            waiting = day;
        }

        return [];
    }
}
