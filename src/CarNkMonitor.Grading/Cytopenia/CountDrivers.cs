using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>The counts that a result rests on, as drivers: the lowest of each day, in the order of the days.</summary>
static class CountDrivers
{
    /// <summary>Neutrophils given in cells/µL; the driver is in the canonical unit.</summary>
    public static IEnumerable<Driver> OfNeutrophils(IEnumerable<DayValue> counts) => Of(
        CytopeniaCodes.Neutrophils,
        CytopeniaCodes.CellsPerLiter,
        counts.Select(count => count with { Value = count.Value with { Value = count.Value.Value / CytopeniaCodes.PerMicroliter } }));

    /// <summary>Counts that are given in the canonical unit.</summary>
    public static IEnumerable<Driver> Of(string code, string unit, IEnumerable<DayValue> counts) =>
        Daily(counts).Select(count => Driver.Of(code, count.Value, unit, count.Source));

    /// <summary>The counts of so many lowest days, the earlier of equals first.</summary>
    public static IEnumerable<DayValue> Lowest(IEnumerable<DayValue> counts, int days) => Daily(counts).OrderBy(Depth).Take(days);

    /// <summary>The counts of a run. Where its first or last day is imputed, also the measured day before or after.</summary>
    public static IEnumerable<DayValue> Around(DayRun run, IReadOnlyList<DayValue> counts)
    {
        var from = counts.Where(count => count.Day <= run.From).Select(count => count.Day).DefaultIfEmpty(run.From).Max();
        var to = counts.Where(count => count.Day >= run.To).Select(count => count.Day).DefaultIfEmpty(run.To).Min();
        return counts.Where(count => count.Day >= from && count.Day <= to);
    }

    /// <summary>The lowest count of each day, in the order of the days.</summary>
    public static IEnumerable<DayValue> Daily(IEnumerable<DayValue> counts) =>
        counts.GroupBy(count => count.Day).OrderBy(day => day.Key).Select(day => day.MinBy(Depth));

    static (decimal Highest, decimal Lowest) Depth(DayValue count)
    {
        var daily = DailyCount.Of(count);
        return (daily.Highest, daily.Lowest);
    }
}
