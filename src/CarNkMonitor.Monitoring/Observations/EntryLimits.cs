using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Possible and alarming values of what was typed.</summary>
static class EntryLimits
{
    public static Disposition Judge(QuantityRule rule, TypedNumber typed, string unit) => rule.Judge(new Measured(typed.Value, typed.Comparator), unit);

    /// <summary>Another unit in which the typed number would be unremarkable: 98.6 in a Cel box is 37.0 Cel if it is meant in [degF].</summary>
    public static UnitOffer? OfferFor(QuantityRule rule, TypedNumber typed, string unit) => rule.Units
        .Where(other => other != unit && Judge(rule, typed, other) == Disposition.Accept)
        .Select(other => new UnitOffer(other, rule.Display(rule.ToCanonical(typed.Value, other)!.Value, wasConverted: other != rule.Unit), rule.Unit))
        .FirstOrDefault();
}
