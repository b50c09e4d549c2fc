using System.Globalization;
using System.Runtime.CompilerServices;

namespace CarNkMonitor.Grading.Facts;

/// <summary>A number as a device or laboratory reported it, possibly only as a bound. Comparisons answer null when the bound leaves it open.</summary>
/// <param name="Value">In the canonical unit, unrounded.</param>
/// <param name="Comparator">Whether the value is the number, below it or above it (both exclusive).</param>
public readonly record struct Measured(decimal Value, Comparator Comparator = Comparator.Equal)
{
    /// <summary>A plain number.</summary>
    public static implicit operator Measured(decimal value) => new(value);

    /// <summary>
    /// Of the worst of several readings one number is certain and a bound lies further out: how far it may reach. Null for a single reading.
    /// </summary>
    internal Reach? Reach { get; init; }

    /// <summary>The highest of several readings: this number for certain, perhaps more, but below the other where that is known.</summary>
    internal static Measured AtLeast(decimal certain, decimal? below) => new(certain, Comparator.Above) { Reach = new Reach(below) };

    /// <summary>The lowest of several readings: this number for certain, perhaps less, but above the other where that is known.</summary>
    internal static Measured AtMost(decimal certain, decimal? above) => new(certain, Comparator.Below) { Reach = new Reach(above) };

    internal string Sign => Comparator switch
    {
        Comparator.Equal => "",
        Comparator.Below => Reach is null ? "<" : "≤",
        Comparator.Above => Reach is null ? ">" : "≥",
    };

    /// <summary>As it is printed, without trailing zeros: <c>37.5</c>, <c>&lt;5</c>, <c>≥400 &lt;1000</c>.</summary>
    internal string Text => Sign + Plain(Value) + (Reach is not { Limit: { } limit } ? "" : Comparator == Comparator.Above ? $" <{Plain(limit)}" : $" >{Plain(limit)}");

    /// <summary>Is it &gt;= <paramref name="limit"/> (inclusive)?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool? IsAtLeast(decimal limit) => Comparator == Comparator.Equal ? Value >= limit : IsAtLeast(this, limit);

    /// <summary>Is it &lt; <paramref name="limit"/> (exclusive)?</summary>
    public bool? IsBelow(decimal limit) => !IsAtLeast(limit);

    /// <summary>Is it &gt; <paramref name="limit"/> (exclusive)?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool? IsAbove(decimal limit) => Comparator == Comparator.Equal ? Value > limit : IsAbove(this, limit);

    /// <summary>
    /// Is it &gt; <paramref name="factor"/> × <paramref name="reference"/> (exclusive), where the reference may itself be a bound, such as a
    /// baseline reported as <c>&lt;15</c>? The reference is multiplied; nothing is divided.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool? IsAbove(decimal factor, in Measured reference) =>
        Comparator == Comparator.Equal && reference.Comparator == Comparator.Equal
            ? Value > factor * reference.Value
            : IsAboveBound(factor * reference.Value, reference.Comparator);

    // A bound is asked apart, and as a copy: a plain number, which nearly every value is, is then compared where it lies and never copied.
    static bool? IsAtLeast(Measured bound, decimal limit) => bound.Comparator == Comparator.Above
        ? bound.Value >= limit ? true : bound.EndsBy(limit) ? false : null
        : bound.Value < limit || (bound.Value == limit && bound.Reach is null) ? false : bound.BeginsFrom(limit) ? true : null;

    static bool? IsAbove(Measured bound, decimal limit) => bound.Comparator == Comparator.Above
        ? bound.Value > limit || (bound.Value == limit && bound.Reach is null) ? true : bound.EndsBy(limit) ? false : null
        : bound.Value <= limit ? false : bound.BeginsFrom(limit) ? true : null;

    bool? IsAboveBound(decimal limit, Comparator comparator) => comparator switch
    {
        Comparator.Equal => IsAbove(limit),
        Comparator.Above => IsAbove(limit) == false ? false : null,
        Comparator.Below => IsAtLeast(limit) == true ? true : null,
    };

    bool EndsBy(decimal limit) => Reach?.Limit <= limit;

    bool BeginsFrom(decimal limit) => Reach?.Limit >= limit;

    static string Plain(decimal number) => number.ToString("0.#############################", CultureInfo.InvariantCulture);
}

/// <summary>How far the worst of several readings may lie beyond the number that is certain.</summary>
/// <param name="Limit">Exclusive; null when nothing is known.</param>
sealed record Reach(decimal? Limit);
