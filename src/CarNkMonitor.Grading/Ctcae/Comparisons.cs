using System.Runtime.CompilerServices;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// Compares a value with a multiple of a limit in the unit reported, without dividing: exact. Null when the limit is unknown or when bounds
/// leave the answer open.
/// </summary>
static class Comparisons
{
    /// <summary>value &gt; factor × limit, exclusive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? IsAbove(this in Measured value, decimal factor, in Measured limit) =>
        value.Comparator == Comparator.Equal && limit.Comparator == Comparator.Equal
            ? value.Value > factor * limit.Value
            : IsAboveBound(value, factor * limit.Value, limit.Comparator);

    static bool? IsAboveBound(in Measured value, decimal limit, Comparator comparator) => comparator switch
    {
        Comparator.Equal => value.IsAbove(limit),
        // The limit is below that number: the value is above it for certain when it is not below that number.
        Comparator.Below => value.IsAtLeast(limit) == true ? true : null,
        // The limit is above that number: the value is not above it for certain when it is not above that number.
        Comparator.Above => value.IsAbove(limit) == false ? false : null,
    };

    /// <summary>value &gt;= factor × limit, inclusive.</summary>
    public static bool? IsAtLeast(this in Measured value, decimal factor, in Measured limit) =>
        limit.Comparator == Comparator.Equal ? value.IsAtLeast(factor * limit.Value) : value.IsAbove(factor, limit);

    /// <summary>value &lt; limit, exclusive; null as well when the limit is unknown.</summary>
    public static bool? IsBelow(this in Measured value, decimal? limit) => limit is { } known ? value.IsBelow(known) : null;

    /// <summary>Either holds; null when neither is known to hold and not both are known to fail.</summary>
    public static bool? Or(this bool? one, bool? other) => one == true || other == true ? true : one == false && other == false ? false : null;

    /// <summary>Both hold; null when neither is known to fail and not both are known to hold.</summary>
    public static bool? And(this bool? one, bool? other) => one == false || other == false ? false : one == true && other == true ? true : null;
}
