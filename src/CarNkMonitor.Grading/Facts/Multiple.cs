namespace CarNkMonitor.Grading.Facts;

/// <summary>
/// A value that is judged as a multiple of its own reference (upper limit of normal, baseline): either both, or the finished ratio. Compared as
/// value &gt; n × reference; nothing is divided.
/// </summary>
/// <param name="Value">The value in its unit, or the ratio.</param>
/// <param name="Reference">The reference in the unit of the value; null when <paramref name="Value"/> is the ratio.</param>
public readonly record struct Multiple(Measured Value, decimal? Reference = null)
{
    /// <summary>Is it &gt; <paramref name="factor"/> × the reference (exclusive)? Null when a bound leaves it open.</summary>
    public bool? IsAbove(decimal factor) => Value.IsAbove(factor * (Reference ?? 1m));

    /// <summary>The unit of <see cref="Value"/>: that of the measurement, or <c>{ratio}</c>.</summary>
    internal string UnitCode(string unit) => Reference is null ? "{ratio}" : unit;
}
