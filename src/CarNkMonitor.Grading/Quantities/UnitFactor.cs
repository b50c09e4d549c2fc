using System.Globalization;

namespace CarNkMonitor.Grading.Quantities;

/// <summary>
/// How a value in another unit becomes one in the canonical unit: (value × p + r) / q, multiplied first and divided once, so that it is exact
/// at every limit (specification of observations, section 5): 100.4 [degF] is 38.0 Cel and not a hair less.
/// </summary>
/// <param name="Unit">The other unit, UCUM, compared letter by letter.</param>
/// <param name="Multiplier">p.</param>
/// <param name="Divisor">q, never zero.</param>
/// <param name="Offset">r, added before the division; in the canonical unit it stands for r / q.</param>
public sealed record UnitFactor(string Unit, decimal Multiplier, decimal Divisor, decimal Offset)
{
    /// <summary>The value in the canonical unit, unrounded (28 digits where the quotient does not end).</summary>
    /// <exception cref="OverflowException">More than 28 digits would be needed; values of at most 15 digits never do.</exception>
    public decimal ToCanonical(decimal value) => (value * Multiplier + Offset) / Divisor;

    /// <summary>The way back, unrounded.</summary>
    /// <param name="canonical">In the canonical unit.</param>
    public decimal FromCanonical(decimal canonical) => (canonical * Divisor - Offset) / Multiplier;

    /// <summary>Reads one entry of the catalogue's list, <c>unit~multiplier~offset</c>; a multiplier or offset may be <c>p/q</c>.</summary>
    /// <exception cref="FormatException">The text is not of that form, or offset and multiplier have different denominators.</exception>
    public static UnitFactor Parse(string text)
    {
        var parts = text.Split('~');
        if (parts is not [{ Length: > 0 } unit, var multiplier, var offset])
        {
            throw new FormatException($"A unit is unit~multiplier~offset; got '{text}'.");
        }

        var (p, q) = Fraction(multiplier);
        var (r, s) = Fraction(offset);
        return s == q ? new(unit, p, q, r)
            : s == 1 ? new(unit, p, q, r * q)
            : throw new FormatException($"Offset and multiplier must have the same denominator; got '{text}'.");
    }

    static (decimal Above, decimal Below) Fraction(string text)
    {
        var parts = text.Split('/');
        var above = Number(parts[0]);
        var below = parts.Length == 1 ? 1 : Number(parts[1]);
        return parts.Length <= 2 && below != 0 ? (above, below) : throw new FormatException($"'{text}' is not a fraction.");
    }

    static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
