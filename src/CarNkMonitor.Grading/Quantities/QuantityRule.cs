using System.Globalization;

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
public sealed record QuantityRule(
    string Unit, IReadOnlyList<UnitFactor> OtherUnits, decimal PossibleMin, decimal PossibleMax,
    decimal? ConfirmBelow, decimal? ConfirmAbove, int Decimals)
{
    /// <summary>Version of these rules, stored where a result depends on them.</summary>
    public const string Criteria = "CNK-UNITS-1";

    /// <summary>All accepted units, the canonical one first.</summary>
    public IEnumerable<string> Units => OtherUnits.Select(factor => factor.Unit).Prepend(Unit);

    /// <summary>The value in the canonical unit, unrounded; null if the unit is not one of <see cref="Units"/>.</summary>
    public decimal? ToCanonical(decimal value, string unit) =>
        unit == Unit ? value : OtherUnits.FirstOrDefault(factor => factor.Unit == unit)?.ToCanonical(value);

    /// <summary>What becomes of a value in a unit. Limits are compared after conversion and before any rounding.</summary>
    public Disposition Judge(decimal value, string unit) =>
        ToCanonical(value, unit) is not { } canonical ? Disposition.UnknownUnit
        : canonical < PossibleMin || canonical > PossibleMax ? Disposition.Reject
        : canonical < ConfirmBelow || canonical > ConfirmAbove ? Disposition.Confirm
        : Disposition.Accept;

    /// <summary>
    /// For display only: a value that was entered in the canonical unit as it was entered, a converted one rounded half away from zero to
    /// <see cref="Decimals"/>. Never compare the result with anything.
    /// </summary>
    public string Display(decimal canonical, bool wasConverted) => wasConverted
        ? decimal.Round(canonical, Decimals, MidpointRounding.AwayFromZero).ToString("F" + Decimals, CultureInfo.InvariantCulture)
        : canonical.ToString(CultureInfo.InvariantCulture);
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
