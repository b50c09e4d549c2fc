using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>A neutrophil count between the limits of the phenotypes.</summary>
enum NeutrophilBand
{
    /// <summary>&lt; 1000.</summary>
    Low,

    /// <summary>&gt;= 1000 and &lt;= 1500.</summary>
    Middle,

    /// <summary>&gt; 1500.</summary>
    High,
}

/// <summary>What has been seen so far, going through the measured days in their order (specification 2.5, rules 2 and 3).</summary>
/// <param name="WasLow">Some count below 1000.</param>
/// <param name="Rose">After that, some count above 1500.</param>
/// <param name="DipsAgain">After that, and after day 21, some count below 1000.</param>
/// <param name="Returned">After the first low count, some count of at least 1000.</param>
/// <param name="GoodLate">From that return on, and after day 21, some count of at least 1000.</param>
/// <param name="LowLate">From that return on, and after day 21, some count below 1000.</param>
readonly record struct RecoveryWalk(bool WasLow, bool Rose, bool DipsAgain, bool Returned, bool GoodLate, bool LowLate)
{
    /// <summary>Never low, or good on every late day since the return, with at least one such day.</summary>
    public bool IsSustained => !WasLow || (GoodLate && !LowLate);

    public static NeutrophilBand BandOf(decimal value) =>
        value < AncPhenotype.Low ? NeutrophilBand.Low : value <= AncPhenotype.High ? NeutrophilBand.Middle : NeutrophilBand.High;

    public RecoveryWalk After(int day, NeutrophilBand band)
    {
        var (isLow, isLate) = (band == NeutrophilBand.Low, day > AncPhenotype.EarlyUpToDay);
        var returned = Returned || (WasLow && !isLow);
        return new(
            WasLow: WasLow || isLow,
            Rose: Rose || (WasLow && band == NeutrophilBand.High),
            DipsAgain: DipsAgain || (Rose && isLate && isLow),
            Returned: returned,
            GoodLate: GoodLate || (returned && isLate && !isLow),
            LowLate: LowLate || (returned && isLate && isLow));
    }

    /// <summary>One walk over counts that are all numbers.</summary>
    public static RecoveryWalk Over(ReadOnlySpan<DailyCount> daily)
    {
        var walk = default(RecoveryWalk);
        foreach (var day in daily)
        {
            walk = walk.After(day.Day, BandOf(day.Highest));
        }

        return walk;
    }

    /// <summary>Every walk that the bounds leave possible.</summary>
    public static IEnumerable<RecoveryWalk> AllOver(ReadOnlySpan<DailyCount> daily)
    {
        HashSet<RecoveryWalk> walks = [default];
        foreach (var day in daily)
        {
            var bands = Enum.GetValues<NeutrophilBand>().Where(band => band >= BandOf(day.Lowest) && band <= BandOf(day.Highest));
            walks = [.. walks.SelectMany(walk => bands, (walk, band) => walk.After(day.Day, band))];
        }

        return walks;
    }
}
