using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>An amount of stool, or what bounds leave of it. Amounts add up; nothing is below zero.</summary>
/// <param name="Low">The amount, or at least this.</param>
/// <param name="IsExact">Just as much as <paramref name="Low"/>; the other fields mean nothing.</param>
/// <param name="IsAboveLow">More than <paramref name="Low"/>, not just as much.</param>
/// <param name="High">At most this; null = no limit.</param>
/// <param name="IsBelowHigh">Less than <paramref name="High"/>, not just as much.</param>
readonly record struct StoolAmount(decimal Low, bool IsExact, bool IsAboveLow = false, decimal? High = null, bool IsBelowHigh = false)
{
    public static readonly StoolAmount Nothing = new(0, IsExact: true);

    public static StoolAmount Of(Measured measured) => measured.Comparator switch
    {
        Comparator.Equal => new(measured.Value, IsExact: true),
        Comparator.Below => new(measured.Reach?.Limit ?? 0, IsExact: false, IsAboveLow: measured.Reach?.Limit is not null, measured.Value, IsBelowHigh: measured.Reach is null),
        Comparator.Above => new(measured.Value, IsExact: false, IsAboveLow: measured.Reach is null, measured.Reach?.Limit, IsBelowHigh: measured.Reach?.Limit is not null),
    };

    /// <summary>For certain not more than this.</summary>
    public bool IsAtMost(decimal limit) => IsAbove(limit) == false;

    public StoolAmount Plus(StoolAmount other) => IsExact && other.IsExact
        ? new(Low + other.Low, IsExact: true)
        : new(Low + other.Low, false, IsAboveLow || other.IsAboveLow, Top + other.Top, IsBelowHigh || other.IsBelowHigh);

    public StoolAmount Times(decimal factor) => IsExact ? new(Low * factor, IsExact: true) : this with { Low = Low * factor, High = High * factor };

    /// <summary>The same, but more than its lower end, unless that is nothing.</summary>
    public StoolAmount AboveLow() => new(Low, false, IsAboveLow || Low > 0, Top, IsBelowHigh);

    public bool? IsAtLeast(decimal limit) => Low >= limit ? true : IsExact || (IsBelowHigh ? High <= limit : High < limit) ? false : null;

    public bool? IsAbove(decimal limit) => Low > limit || (IsAboveLow && Low == limit) ? true : IsExact || High <= limit ? false : null;

    decimal? Top => IsExact ? Low : High;
}
