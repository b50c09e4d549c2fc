using static CarNkMonitor.Grading.Mas.EularMas;

namespace CarNkMonitor.Grading.Mas;

/// <summary>Facts to applicability, ferritin and the four items; null is unknown.</summary>
static class EularMasFindings
{
    /// <summary>An unknown temperature leaves the criteria applicable: the fever is then one more thing that is unknown.</summary>
    public static bool Applies(EularMasInputs inputs) => inputs.KnownOrSuspectedSjia && inputs.IsFebrile != false;

    public static Tally Count(EularMasInputs inputs) =>
        Tally.Of(LowPlatelets(inputs)) + Tally.Of(HighAst(inputs)) + Tally.Of(RaisedTriglycerides(inputs)) + Tally.Of(LowFibrinogen(inputs));

    /// <summary>Whom the criteria do not apply to does not meet them.</summary>
    public static bool? IsMet(EularMasInputs inputs)
    {
        var (ferritin, count) = (Ferritin(inputs), Count(inputs));
        return !Applies(inputs) || !EularMas.IsMet(ferritin != false, count.High) ? false
            : inputs.IsFebrile == true && EularMas.IsMet(ferritin == true, count.Low) ? true
            : null;
    }

    public static bool? Ferritin(EularMasInputs inputs) => inputs.Ferritin?.IsAbove(FerritinAbove);

    public static bool? LowPlatelets(EularMasInputs inputs) => !inputs.Platelets?.IsAbove(PlateletsUpTo);

    public static bool? HighAst(EularMasInputs inputs) => inputs.Ast?.IsAbove(AstAbove);

    public static bool? RaisedTriglycerides(EularMasInputs inputs) => inputs.Triglycerides?.IsAbove(TriglyceridesAboveMmolPerL, TriglyceridesAboveMgPerDL);

    public static bool? LowFibrinogen(EularMasInputs inputs) => !inputs.Fibrinogen?.IsAbove(FibrinogenUpTo);
}
