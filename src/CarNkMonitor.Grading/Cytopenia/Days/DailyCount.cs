using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Cytopenia.Days;

/// <summary>Which end of a count that is only known as a bound is read.</summary>
enum Reading
{
    /// <summary>As low as it can be: the upper bound of a grade.</summary>
    Lowest,

    /// <summary>As high as it can be: the lower bound of a grade.</summary>
    Highest,
}

/// <summary>The lowest count of one day: one number, or the span that bounds leave.</summary>
/// <param name="Day">RecoveryDay.</param>
/// <param name="Lowest">The lowest that it can be, included.</param>
/// <param name="Highest">The highest that it can be, included.</param>
readonly record struct DailyCount(int Day, decimal Lowest, decimal Highest)
{
    /// <summary>Finer than any laboratory prints: "&lt;100" is at most 99.999999.</summary>
    const decimal Step = 0.000_001m;

    /// <summary>Above every possible count in any of the units used here.</summary>
    const decimal Ceiling = 1_000_000m;

    public bool IsOpen => Lowest != Highest;

    public static DailyCount Of(in DayValue count) => count.Value.Comparator switch
    {
        Comparator.Equal => new(count.Day, count.Value.Value, count.Value.Value),
        Comparator.Below => new(count.Day, 0, count.Value.Value - Step),
        Comparator.Above => new(count.Day, count.Value.Value + Step, Ceiling),
    };

    public decimal At(Reading reading) => reading switch { Reading.Lowest => Lowest, Reading.Highest => Highest };

    /// <summary>Another count of the same day: the lower one counts.</summary>
    public DailyCount And(DailyCount other) => this with { Lowest = Math.Min(Lowest, other.Lowest), Highest = Math.Min(Highest, other.Highest) };

    /// <summary>The lowest count of each measured day of a span, in the order of the days.</summary>
    /// <param name="counts">Any order; several on a day allowed.</param>
    /// <param name="from">First day, included.</param>
    /// <param name="to">Last day, included.</param>
    /// <param name="room">Where they are put; as long as the counts.</param>
    public static ReadOnlySpan<DailyCount> Of(IReadOnlyList<DayValue> counts, int from, int to, Span<DailyCount> room)
    {
        var length = 0;
        for (var at = 0; at < counts.Count; at++)
        {
            var count = counts[at];
            length = count.Day >= from && count.Day <= to ? Add(room, length, Of(in count)) : length;
        }

        return room[..length];
    }

    static int Add(Span<DailyCount> sorted, int length, in DailyCount count)
    {
        var at = length;
        while (at > 0 && sorted[at - 1].Day > count.Day)
        {
            at--;
        }

        if (at > 0 && sorted[at - 1].Day == count.Day)
        {
            sorted[at - 1] = sorted[at - 1].And(count);
            return length;
        }

        if (at < length)
        {
            sorted[at..length].CopyTo(sorted[(at + 1)..]);
        }

        sorted[at] = count;
        return length + 1;
    }
}

static class DailyCounts
{
    /// <summary>True when a day is only known as a bound.</summary>
    public static bool ContainsOpen(this ReadOnlySpan<DailyCount> daily)
    {
        foreach (var day in daily)
        {
            if (day.IsOpen)
            {
                return true;
            }
        }

        return false;
    }
}
