using CarNkMonitor.Grading.Facts;
using static CarNkMonitor.Grading.Hlh.Hlh2004;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>Facts to the eight criteria, in the printed order; null is unknown.</summary>
static class Hlh2004Findings
{
    public static Tally Count(Hlh2004Inputs inputs) =>
        Tally.Of(Fever(inputs)) + Tally.Of(inputs.Splenomegaly) + Tally.Of(LowCounts(inputs)) + Tally.Of(LipidsOrFibrinogen(inputs))
        + Tally.Of(inputs.Hemophagocytosis) + Tally.Of(NkActivityLow(inputs)) + Tally.Of(Ferritin(inputs)) + Tally.Of(SolubleCd25(inputs));

    public static bool? IsMet(Hlh2004Inputs inputs) =>
        Count(inputs) is var count && Hlh2004.IsMet(count.Low, inputs.MolecularDiagnosis) ? true
        : Hlh2004.IsMet(count.High, inputs.MolecularDiagnosis) ? null
        : false;

    public static bool? Fever(Hlh2004Inputs inputs) => inputs.TemperatureMax?.IsAtLeast(FeverFrom);

    public static bool? LowCounts(Hlh2004Inputs inputs) =>
        (Tally.Of(Anemia(inputs)) + Tally.Of(LowPlatelets(inputs)) + Tally.Of(LowNeutrophils(inputs))).IsAtLeast(Lineages);

    /// <summary>Without an age only a value that is on the same side of both limits is known.</summary>
    public static bool? Anemia(Hlh2004Inputs inputs)
    {
        var (infant, older) = (inputs.Hemoglobin?.IsBelow(InfantHemoglobinBelow), inputs.Hemoglobin?.IsBelow(HemoglobinBelow));
        return inputs.AgeWeeks is { } weeks ? (weeks < InfantBelowWeeks ? infant : older) : infant == older ? older : null;
    }

    public static bool? LowPlatelets(Hlh2004Inputs inputs) => inputs.Platelets?.IsBelow(PlateletsBelow);

    public static bool? LowNeutrophils(Hlh2004Inputs inputs) => inputs.Neutrophils?.IsBelow(NeutrophilsBelow);

    public static bool? LipidsOrFibrinogen(Hlh2004Inputs inputs) => RaisedTriglycerides(inputs) | LowFibrinogen(inputs);

    public static bool? RaisedTriglycerides(Hlh2004Inputs inputs) => Facts.Triglycerides.RaisedFasting(
        inputs.Triglycerides?.IsAtLeast(TriglyceridesFromMmolPerL, TriglyceridesFromMgPerDL), inputs.TriglyceridesFasting);

    public static bool? LowFibrinogen(Hlh2004Inputs inputs) => !inputs.Fibrinogen?.IsAbove(FibrinogenUpTo);

    public static bool? NkActivityLow(Hlh2004Inputs inputs) => inputs.NkActivity is { } activity ? activity == NkActivity.LowOrAbsent : null;

    public static bool? Ferritin(Hlh2004Inputs inputs) => inputs.Ferritin?.IsAtLeast(FerritinFrom);

    public static bool? SolubleCd25(Hlh2004Inputs inputs) => inputs.SolubleCd25?.IsAtLeast(SolubleCd25From);
}
