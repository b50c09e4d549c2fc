using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Possible and alarming values of numbers and of bounds. A bound <c>&lt;5</c> speaks of the values below 5, not of 5.</summary>
static class EntryLimits
{
    /// <summary>The unit must be one of the rule's.</summary>
    public static Disposition Judge(QuantityRule rule, TypedNumber typed, string unit)
    {
        var disposition = rule.Judge(typed.Value, unit);
        return disposition is Disposition.Reject or Disposition.UnknownUnit || typed.Comparator == Comparator.Equal ? disposition
            : JudgeBound(rule, typed.Comparator, rule.ToCanonical(typed.Value, unit)!.Value);
    }

    /// <summary>Every value that the bound allows is beyond the limit: then it is as impossible, or as alarming, as one of them.</summary>
    static Disposition JudgeBound(QuantityRule rule, Comparator comparator, decimal bound)
    {
        var (impossible, alarming) = comparator == Comparator.Below
            ? (bound <= rule.PossibleMin, bound <= rule.ConfirmBelow)
            : (bound >= rule.PossibleMax, bound >= rule.ConfirmAbove);
        return impossible ? Disposition.Reject : alarming ? Disposition.Confirm : Disposition.Accept;
    }

    /// <summary>Another unit in which the typed number would be unremarkable: 98.6 in a Cel box is 37.0 Cel if it is meant in [degF].</summary>
    public static UnitOffer? OfferFor(QuantityRule rule, TypedNumber typed, string unit) => rule.Units
        .Where(other => other != unit && Judge(rule, typed, other) == Disposition.Accept)
        .Select(other => new UnitOffer(other, rule.Display(rule.ToCanonical(typed.Value, other)!.Value, wasConverted: other != rule.Unit), rule.Unit))
        .FirstOrDefault();
}
