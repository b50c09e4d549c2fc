using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Possible and alarming values of what was typed, and the unit that was probably meant.</summary>
static class EntryLimits
{
    /// <summary>Counts are kept to the single cell: their zeros behind the point say nothing, and look like thousands.</summary>
    const int MostDecimals = 2;

    public static Disposition Judge(QuantityRule rule, TypedNumber typed, string unit) => rule.Judge(new Measured(typed.Value, typed.Comparator), unit);

    /// <summary>
    /// The one other unit in which the typed number would be unremarkable: 98.6 in a Cel box is 37.0 Cel if it is meant in [degF]. For a number that is
    /// refused as it stands, otherwise the one in which it would be possible at all. Null when there is none, or two that say different things: 8.4 in a
    /// g/L box of haemoglobin may be g/dL or mmol/L, and the person has to say which.
    /// </summary>
    public static UnitOffer? OfferFor(QuantityRule rule, TypedNumber typed, string unit)
    {
        var meanings = Meanings(rule, typed, unit);
        var offered = meanings.Where(meant => meant.Judged == Disposition.Accept).ToList();
        if (offered.Count == 0 && Judge(rule, typed, unit) == Disposition.Reject)
        {
            offered = [.. meanings.Where(meant => meant.Judged == Disposition.Confirm)];
        }

        return offered is [var one] ? new UnitOffer(one.Unit, Display(rule, one.Canonical, one.Unit), rule.Unit) : null;
    }

    /// <summary>What the typed number would be in each other unit in which it is possible; units that say the same are one meaning.</summary>
    public static IReadOnlyList<(string Unit, decimal Canonical, Disposition Judged)> Meanings(QuantityRule rule, TypedNumber typed, string unit)
    {
        var asTyped = rule.ToCanonical(typed.Value, unit);
        return
        [
            .. rule.Units.Where(other => other != unit)
                .Select(other => (Unit: other, Canonical: rule.ToCanonical(typed.Value, other)!.Value, Judged: Judge(rule, typed, other)))
                .Where(meant => meant.Judged is Disposition.Accept or Disposition.Confirm && meant.Canonical != asTyped)
                .DistinctBy(meant => meant.Canonical),
        ];
    }

    /// <summary>In the canonical unit, rounded for reading.</summary>
    public static string Display(QuantityRule rule, decimal canonical, string unit)
    {
        var text = rule.Display(canonical, wasConverted: unit != rule.Unit);
        return rule.Decimals > MostDecimals && text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
