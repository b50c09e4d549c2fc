using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using static CarNkMonitor.Grading.Hlh.Hlh2004;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>Which missing inputs the count, or the call, hangs on.</summary>
static class Hlh2004Missing
{
    static readonly Func<Hlh2004Inputs, object?> Fever = inputs => Tally.Of(Hlh2004Findings.Fever(inputs));
    static readonly Func<Hlh2004Inputs, object?> Spleen = inputs => Tally.Of(inputs.Splenomegaly);
    static readonly Func<Hlh2004Inputs, object?> Cytopenia = inputs => Tally.Of(Hlh2004Findings.LowCounts(inputs));
    static readonly Func<Hlh2004Inputs, object?> Lipids = inputs => Tally.Of(Hlh2004Findings.LipidsOrFibrinogen(inputs));
    static readonly Func<Hlh2004Inputs, object?> Histology = inputs => Tally.Of(inputs.Hemophagocytosis);
    static readonly Func<Hlh2004Inputs, object?> Activity = inputs => Tally.Of(Hlh2004Findings.NkActivityLow(inputs));
    static readonly Func<Hlh2004Inputs, object?> Ferritin = inputs => Tally.Of(Hlh2004Findings.Ferritin(inputs));
    static readonly Func<Hlh2004Inputs, object?> Receptor = inputs => Tally.Of(Hlh2004Findings.SolubleCd25(inputs));

    static readonly Func<Hlh2004Inputs, object?>[] Rows = [Fever, Spleen, Cytopenia, Lipids, Histology, Activity, Ferritin, Receptor];

    static readonly Gap<Hlh2004Inputs>[] Gaps =
    [
        new(HlhCodes.Temperature, Fever, inputs => inputs.TemperatureMax is null,
            inputs => inputs with { TemperatureMax = FeverFrom - 1 }, inputs => inputs with { TemperatureMax = FeverFrom }),
        new(HlhCodes.Splenomegaly, Spleen, inputs => inputs.Splenomegaly is null,
            inputs => inputs with { Splenomegaly = false }, inputs => inputs with { Splenomegaly = true }),
        new(HlhCodes.Hemoglobin, Cytopenia, inputs => inputs.Hemoglobin is null,
            inputs => inputs with { Hemoglobin = InfantHemoglobinBelow }, inputs => inputs with { Hemoglobin = HemoglobinBelow },
            inputs => inputs with { Hemoglobin = 0 }),
        new(HlhCodes.BirthDate, Cytopenia, inputs => inputs.AgeWeeks is null,
            inputs => inputs with { AgeWeeks = InfantBelowWeeks }, inputs => inputs with { AgeWeeks = 0 }),
        new(HlhCodes.Platelets, Cytopenia, inputs => inputs.Platelets is null,
            inputs => inputs with { Platelets = PlateletsBelow }, inputs => inputs with { Platelets = 0 }),
        new(HlhCodes.Neutrophils, Cytopenia, inputs => inputs.Neutrophils is null,
            inputs => inputs with { Neutrophils = NeutrophilsBelow }, inputs => inputs with { Neutrophils = 0 }),
        new(HlhCodes.Triglycerides, Lipids, inputs => inputs.Triglycerides is null,
            inputs => inputs with { Triglycerides = Triglycerides.InMmolPerL(0) },
            inputs => inputs with { Triglycerides = Triglycerides.InMmolPerL(TriglyceridesFromMmolPerL) }),
        new(HlhCodes.Fasting, Lipids, inputs => inputs.TriglyceridesFasting is null,
            inputs => inputs with { TriglyceridesFasting = false }, inputs => inputs with { TriglyceridesFasting = true }),
        new(HlhCodes.Fibrinogen, Lipids, inputs => inputs.Fibrinogen is null,
            inputs => inputs with { Fibrinogen = FibrinogenUpTo + 1 }, inputs => inputs with { Fibrinogen = FibrinogenUpTo }),
        new(HlhCodes.Hemophagocytosis, Histology, inputs => inputs.Hemophagocytosis is null,
            inputs => inputs with { Hemophagocytosis = false }, inputs => inputs with { Hemophagocytosis = true }),
        new(HlhCodes.NkActivity, Activity, inputs => inputs.NkActivity is null,
            inputs => inputs with { NkActivity = NkActivity.Normal }, inputs => inputs with { NkActivity = NkActivity.LowOrAbsent }),
        new(HlhCodes.Ferritin, Ferritin, inputs => inputs.Ferritin is null,
            inputs => inputs with { Ferritin = FerritinFrom - 1 }, inputs => inputs with { Ferritin = FerritinFrom }),
        new(HlhCodes.SolubleCd25, Receptor, inputs => inputs.SolubleCd25 is null,
            inputs => inputs with { SolubleCd25 = SolubleCd25From - 1 }, inputs => inputs with { SolubleCd25 = SolubleCd25From }),
    ];

    public static IReadOnlyList<MissingInput> OfCount(Hlh2004Inputs inputs) => MissingSums.Of<Hlh2004Inputs, Tally>(inputs, Rows, Gaps, count => count.Bounds);

    public static IReadOnlyList<MissingInput> OfCall(Hlh2004Inputs inputs) => MissingSums.Of<Hlh2004Inputs, Tally>(inputs, Rows, Gaps, count =>
        (IsMet(count.Low, inputs.MolecularDiagnosis) ? 1 : 0, IsMet(count.High, inputs.MolecularDiagnosis) ? 1 : 0));
}
