using System.Runtime.CompilerServices;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// Comparisons that the rows share beside those of <see cref="Measured"/>. Null when the limit is unknown or when bounds leave the answer open.
/// </summary>
static class Comparisons
{
    /// <summary>value &gt;= factor × limit, inclusive.</summary>
    public static bool? IsAtLeast(this in Measured value, decimal factor, in Measured limit) =>
        limit.Comparator == Comparator.Equal ? value.IsAtLeast(factor * limit.Value) : value.IsAbove(factor, limit);

    /// <summary>value &lt; limit, exclusive; null as well when the limit is unknown.</summary>
    public static bool? IsBelow(this in Measured value, decimal? limit) => limit is { } known ? value.IsBelow(known) : null;

    /// <summary>Either holds; null when neither is known to hold and not both are known to fail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Or(this bool? one, bool? other) => one == true || other == true ? true : one == false && other == false ? false : null;

    /// <summary>Both hold; null when neither is known to fail and not both are known to hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? And(this bool? one, bool? other) => one == false || other == false ? false : one == true && other == true ? true : null;
}
