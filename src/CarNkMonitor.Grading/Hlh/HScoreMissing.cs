using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using static CarNkMonitor.Grading.Hlh.HScore;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>Which totals, or which side of the cut-off, hang on which missing inputs: by exact sums of points.</summary>
static class HScoreMissing
{
    static readonly Func<HScoreInputs, object?> Immunosuppression = inputs => HScoreFindings.Immunosuppression(inputs);
    static readonly Func<HScoreInputs, object?> Temperature = inputs => HScoreFindings.Temperature(inputs);
    static readonly Func<HScoreInputs, object?> Organomegaly = inputs => HScoreFindings.Organomegaly(inputs);
    static readonly Func<HScoreInputs, object?> Cytopenia = inputs => HScoreFindings.LowCounts(inputs);
    static readonly Func<HScoreInputs, object?> Ferritin = inputs => HScoreFindings.Ferritin(inputs);
    static readonly Func<HScoreInputs, object?> Lipids = inputs => HScoreFindings.Triglycerides(inputs);
    static readonly Func<HScoreInputs, object?> Fibrinogen = inputs => HScoreFindings.Fibrinogen(inputs);
    static readonly Func<HScoreInputs, object?> Ast = inputs => HScoreFindings.Ast(inputs);
    static readonly Func<HScoreInputs, object?> Histology = inputs => HScoreFindings.Hemophagocytosis(inputs);

    static readonly Func<HScoreInputs, object?>[] Rows = [Immunosuppression, Temperature, Organomegaly, Cytopenia, Ferritin, Lipids, Fibrinogen, Ast, Histology];

    static readonly Gap<HScoreInputs>[] Gaps =
    [
        new(HlhCodes.Immunosuppression, Immunosuppression, inputs => inputs.KnownImmunosuppression is null,
            inputs => inputs with { KnownImmunosuppression = false }, inputs => inputs with { KnownImmunosuppression = true }),
        new(HlhCodes.Temperature, Temperature, inputs => inputs.TemperatureMax is null,
            inputs => inputs with { TemperatureMax = TemperatureFrom - 1 }, inputs => inputs with { TemperatureMax = TemperatureFrom },
            inputs => inputs with { TemperatureMax = TemperatureUpTo + 1 }),
        new(HlhCodes.Hepatomegaly, Organomegaly, inputs => inputs.Hepatomegaly is null,
            inputs => inputs with { Hepatomegaly = false }, inputs => inputs with { Hepatomegaly = true }),
        new(HlhCodes.Splenomegaly, Organomegaly, inputs => inputs.Splenomegaly is null,
            inputs => inputs with { Splenomegaly = false }, inputs => inputs with { Splenomegaly = true }),
        new(HlhCodes.Hemoglobin, Cytopenia, inputs => inputs.Hemoglobin is null,
            inputs => inputs with { Hemoglobin = HemoglobinUpTo + 1 }, inputs => inputs with { Hemoglobin = HemoglobinUpTo }),
        new(HlhCodes.Leukocytes, Cytopenia, inputs => inputs.Leukocytes is null,
            inputs => inputs with { Leukocytes = LeukocytesUpTo + 1 }, inputs => inputs with { Leukocytes = LeukocytesUpTo }),
        new(HlhCodes.Platelets, Cytopenia, inputs => inputs.Platelets is null,
            inputs => inputs with { Platelets = PlateletsUpTo + 1 }, inputs => inputs with { Platelets = PlateletsUpTo }),
        new(HlhCodes.Ferritin, Ferritin, inputs => inputs.Ferritin is null,
            inputs => inputs with { Ferritin = FerritinFrom - 1 }, inputs => inputs with { Ferritin = FerritinFrom },
            inputs => inputs with { Ferritin = FerritinUpTo + 1 }),
        new(HlhCodes.Triglycerides, Lipids, inputs => inputs.Triglycerides is null,
            inputs => inputs with { Triglycerides = Facts.Triglycerides.InMmolPerL(TriglyceridesFromMmolPerL - 1) },
            inputs => inputs with { Triglycerides = Facts.Triglycerides.InMmolPerL(TriglyceridesFromMmolPerL) },
            inputs => inputs with { Triglycerides = Facts.Triglycerides.InMmolPerL(TriglyceridesUpToMmolPerL + 1) }),
        new(HlhCodes.Fibrinogen, Fibrinogen, inputs => inputs.Fibrinogen is null,
            inputs => inputs with { Fibrinogen = FibrinogenUpTo + 1 }, inputs => inputs with { Fibrinogen = FibrinogenUpTo }),
        new(HlhCodes.Ast, Ast, inputs => inputs.Ast is null,
            inputs => inputs with { Ast = AstFrom - 1 }, inputs => inputs with { Ast = AstFrom }),
        new(HlhCodes.Hemophagocytosis, Histology, inputs => inputs.Hemophagocytosis is null,
            inputs => inputs with { Hemophagocytosis = false }, inputs => inputs with { Hemophagocytosis = true }),
    ];

    public static IReadOnlyList<MissingInput> OfScore(HScoreInputs inputs) =>
        MissingSums.Of<HScoreInputs, Tally>(inputs, Rows, Gaps, score => score.Bounds);

    public static IReadOnlyList<MissingInput> OfCall(HScoreInputs inputs) =>
        MissingSums.Of<HScoreInputs, Tally>(inputs, Rows, Gaps, score => (score.Low >= CutOff ? 1 : 0, score.High >= CutOff ? 1 : 0));
}
