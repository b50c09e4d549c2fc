using System.Runtime.CompilerServices;

namespace CarNkMonitor.Grading.Facts;

/// <summary>A number as a device or laboratory reported it, possibly only as a bound. Comparisons answer null when the bound leaves it open.</summary>
/// <param name="Value">In the canonical unit, unrounded.</param>
/// <param name="Comparator">Whether the value is the number, below it or above it (both exclusive).</param>
public readonly record struct Measured(decimal Value, Comparator Comparator = Comparator.Equal)
{
    /// <summary>A plain number.</summary>
    public static implicit operator Measured(decimal value) => new(value);

    internal string Sign => Comparator switch
    {
        Comparator.Equal => "",
        Comparator.Below => "<",
        Comparator.Above => ">",
    };

    /// <summary>Is it &gt;= <paramref name="limit"/> (inclusive)?</summary>
    public bool? IsAtLeast(decimal limit) => Comparator switch
    {
        Comparator.Equal => Value >= limit,
        Comparator.Above => Value >= limit ? true : null,
        Comparator.Below => Value <= limit ? false : null,
    };

    /// <summary>Is it &lt; <paramref name="limit"/> (exclusive)?</summary>
    public bool? IsBelow(decimal limit) => !IsAtLeast(limit);

    /// <summary>Is it &gt; <paramref name="limit"/> (exclusive)?</summary>
    public bool? IsAbove(decimal limit) => Comparator switch
    {
        Comparator.Equal => Value > limit,
        Comparator.Above => Value >= limit ? true : null,
        Comparator.Below => Value <= limit ? false : null,
    };

    /// <summary>
    /// Is it &gt; <paramref name="factor"/> × <paramref name="reference"/> (exclusive), where the reference may itself be a bound, such as a
    /// baseline reported as <c>&lt;15</c>? The reference is multiplied; nothing is divided.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool? IsAbove(decimal factor, in Measured reference) =>
        Comparator == Comparator.Equal && reference.Comparator == Comparator.Equal
            ? Value > factor * reference.Value
            : IsAboveBound(factor * reference.Value, reference.Comparator);

    bool? IsAboveBound(decimal limit, Comparator comparator) => comparator switch
    {
        Comparator.Equal => IsAbove(limit),
        Comparator.Above => IsAbove(limit) == false ? false : null,
        Comparator.Below => IsAtLeast(limit) == true ? true : null,
    };
}
