using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>Liquid stool of one calendar day, or what the 3-day rule makes of several.</summary>
/// <param name="Volume">Measured, mL in 24 h; null when nothing was measured.</param>
/// <param name="Unmeasured">Stools whose volume was not measured, in 24 h; null when nobody counted.</param>
readonly record struct StoolDay(Measured? Volume, Measured? Unmeasured)
{
    /// <summary>
    /// The day with the highest total. Where a bound of another day may lie above it, the total is at least that of this day; both are put into one
    /// volume then.
    /// </summary>
    /// <param name="days">At least one.</param>
    /// <param name="mlPerStool">What an unmeasured stool counts for.</param>
    public static StoolDay Highest(IReadOnlyList<StoolDay> days, decimal mlPerStool)
    {
        var highest = days.MaxBy(day => day.Total(mlPerStool).Low);
        var (low, tops) = (highest.Total(mlPerStool).Low, days.Select(day => day.Total(mlPerStool)).ToArray());
        return tops.All(total => total.IsAtMost(low)) || days.Count == 1 ? highest
            : new StoolDay(Measured.AtLeast(low, tops.Any(total => !total.IsExact && total.High is null) ? null : tops.Max(total => total.IsExact ? total.Low : total.High)), null);
    }

    /// <summary>The mean of the days, not rounded; a day on which one of the two was not charted adds nothing to that one.</summary>
    public static StoolDay Mean(IReadOnlyList<StoolDay> days) => new(Mean([.. days.Select(day => day.Volume)]), Mean([.. days.Select(day => day.Unmeasured)]));

    StoolAmount Total(decimal mlPerStool) => Of(Volume).Plus(Of(Unmeasured).Times(mlPerStool));

    static StoolAmount Of(Measured? measured) => measured is { } amount ? StoolAmount.Of(amount) : StoolAmount.Nothing;

    static Measured? Mean(IReadOnlyList<Measured?> amounts)
    {
        if (amounts.All(amount => amount is null))
        {
            return null;
        }

        var sum = amounts.Aggregate(StoolAmount.Nothing, (all, amount) => all.Plus(Of(amount)));
        return sum.IsExact ? sum.Low / amounts.Count
            : sum.IsAboveLow ? new Measured(sum.Low / amounts.Count, Comparator.Above)
            : Measured.AtLeast(sum.Low / amounts.Count, sum.High / amounts.Count);
    }
}
