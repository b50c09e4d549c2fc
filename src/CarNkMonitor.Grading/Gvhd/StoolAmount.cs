using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>An amount of stool, or what bounds leave of it. Amounts add up; nothing is below zero.</summary>
/// <param name="Low">At least this.</param>
/// <param name="IsAboveLow">More than <paramref name="Low"/>, not just as much.</param>
/// <param name="High">At most this; null = no limit.</param>
/// <param name="IsBelowHigh">Less than <paramref name="High"/>, not just as much.</param>
readonly record struct StoolAmount(decimal Low, bool IsAboveLow, decimal? High, bool IsBelowHigh)
{
    public static readonly StoolAmount Nothing = new(0, false, 0, false);

    public static StoolAmount Of(Measured measured) => measured.Comparator switch
    {
        Comparator.Equal => new(measured.Value, false, measured.Value, false),
        Comparator.Below => new(0, false, measured.Value, true),
        Comparator.Above => new(measured.Value, true, null, false),
    };

    public StoolAmount Plus(StoolAmount other) =>
        new(Low + other.Low, IsAboveLow || other.IsAboveLow, High + other.High, IsBelowHigh || other.IsBelowHigh);

    public StoolAmount Times(decimal factor) => new(Low * factor, IsAboveLow, High * factor, IsBelowHigh);

    public bool? IsAtLeast(decimal limit) => Low >= limit ? true : IsBelowHigh ? High <= limit ? false : null : High < limit ? false : null;

    public bool? IsAbove(decimal limit) => (IsAboveLow ? Low >= limit : Low > limit) ? true : High <= limit ? false : null;
}
