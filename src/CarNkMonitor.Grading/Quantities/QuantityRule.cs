using System.Globalization;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Quantities;

/// <summary>
/// What may be entered for one measured quantity: units, possible values, values that need a second look
/// (specification of observations, sections 0.2 and 5).
/// </summary>
/// <param name="Unit">Canonical unit, UCUM: limits and grading use it.</param>
/// <param name="OtherUnits">Every other unit that is accepted. A unit not listed is refused, never guessed.</param>
/// <param name="PossibleMin">Lowest possible value, inclusive, canonical unit.</param>
/// <param name="PossibleMax">Highest possible value, inclusive, canonical unit.</param>
/// <param name="ConfirmBelow">Strictly below it the value is accepted only after a confirmation; null = never.</param>
/// <param name="ConfirmAbove">Strictly above it the value is accepted only after a confirmation; null = never.</param>
/// <param name="Decimals">Display rounding of converted values.</param>
/// <param name="IsWhole">Whole numbers only, where it is typed in the canonical unit; a converted value need not be one.</param>
public sealed record QuantityRule(
    string Unit, IReadOnlyList<UnitFactor> OtherUnits, decimal PossibleMin, decimal PossibleMax,
    decimal? ConfirmBelow, decimal? ConfirmAbove, int Decimals, bool IsWhole = false)
{
    /// <summary>Version of these rules, stored where a result depends on them.</summary>
    public const string Criteria = "CNK-UNITS-1";

    /// <summary>All accepted units, the canonical one first.</summary>
    public IEnumerable<string> Units => OtherUnits.Select(factor => factor.Unit).Prepend(Unit);

    /// <summary>The value in the canonical unit, unrounded; null if the unit is not one of <see cref="Units"/>.</summary>
    public decimal? ToCanonical(decimal value, string unit) =>
        unit == Unit ? value : OtherUnits.FirstOrDefault(factor => factor.Unit == unit)?.ToCanonical(value);

    /// <summary>A number of the canonical unit in another one, unrounded; null if the unit is not one of <see cref="Units"/>.</summary>
    public decimal? FromCanonical(decimal canonical, string unit) =>
        unit == Unit ? canonical : OtherUnits.FirstOrDefault(factor => factor.Unit == unit)?.FromCanonical(canonical);

    /// <summary>What becomes of a number, or of a bound, in a unit. Limits are compared after conversion and before any rounding.</summary>
    /// <remarks>A bound speaks of its values: <c>&lt;5</c> is impossible or alarming when all values below 5 are.</remarks>
    public Disposition Judge(Measured typed, string unit) =>
        ToCanonical(typed.Value, unit) is not { } canonical ? Disposition.UnknownUnit
        : canonical < PossibleMin || canonical > PossibleMax ? Disposition.Reject
        : typed.Comparator switch
        {
            Comparator.Equal => Judge(canonical < ConfirmBelow || canonical > ConfirmAbove, isImpossible: false),
            Comparator.Below => Judge(canonical <= ConfirmBelow, isImpossible: canonical <= PossibleMin),
            Comparator.Above => Judge(canonical >= ConfirmAbove, isImpossible: canonical >= PossibleMax),
        };

    /// <summary>As <see cref="Judge(Measured, string)"/> for what a person typed: a fraction of a whole number is refused too (0.2 item 5).</summary>
    public Disposition JudgeTyped(Measured typed, string unit) =>
        IsWhole && unit == Unit && !decimal.IsInteger(typed.Value) ? Disposition.Reject : Judge(typed, unit);

    /// <summary>
    /// For display only: a value that was entered in the canonical unit as it was entered, a converted one rounded half away from zero to
    /// <see cref="Decimals"/>. Never compare the result with anything.
    /// </summary>
    public string Display(decimal canonical, bool wasConverted) => wasConverted
        ? decimal.Round(canonical, Decimals, MidpointRounding.AwayFromZero).ToString("F" + Decimals, CultureInfo.InvariantCulture)
        : canonical.ToString(CultureInfo.InvariantCulture);

    static Disposition Judge(bool isAlarming, bool isImpossible) =>
        isImpossible ? Disposition.Reject : isAlarming ? Disposition.Confirm : Disposition.Accept;
}

/// <summary>What becomes of an entered value.</summary>
public enum Disposition
{
    /// <summary>Possible and unremarkable.</summary>
    Accept,

    /// <summary>Possible but alarming, or a likely slip: accepted after one confirmation.</summary>
    Confirm,

    /// <summary>Outside the possible values.</summary>
    Reject,

    /// <summary>No factor leads from this unit to the canonical one.</summary>
    UnknownUnit,
}
