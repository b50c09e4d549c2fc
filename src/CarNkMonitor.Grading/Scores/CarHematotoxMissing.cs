using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Scores;

/// <summary>Which items are missing, and which totals each could reach with the others completed: one value for every cell is tried.</summary>
static class CarHematotoxMissing
{
    static readonly Func<CarHematotoxInputs, object?> Platelets = inputs => Points(inputs.Platelets, CarHematotox.Platelets);
    static readonly Func<CarHematotoxInputs, object?> Neutrophils = inputs => Points(inputs.Neutrophils, CarHematotox.Neutrophils);
    static readonly Func<CarHematotoxInputs, object?> Hemoglobin = inputs => Points(inputs.Hemoglobin, CarHematotox.Hemoglobin);
    static readonly Func<CarHematotoxInputs, object?> Crp = inputs => Points(inputs.Crp, CarHematotox.Crp);
    static readonly Func<CarHematotoxInputs, object?> Ferritin = inputs => Points(inputs.Ferritin, CarHematotox.Ferritin);

    static readonly Func<CarHematotoxInputs, object?>[] Rows = [Platelets, Neutrophils, Hemoglobin, Crp, Ferritin];

    static readonly Gap<CarHematotoxInputs>[] Gaps =
    [
        new(ScoreCodes.Platelets, Platelets, inputs => inputs.Platelets is null,
            inputs => inputs with { Platelets = 200 }, inputs => inputs with { Platelets = 100 }, inputs => inputs with { Platelets = 50 }),
        new(ScoreCodes.Neutrophils, Neutrophils, inputs => inputs.Neutrophils is null,
            inputs => inputs with { Neutrophils = 2 }, inputs => inputs with { Neutrophils = 0.5m }),
        new(ScoreCodes.Hemoglobin, Hemoglobin, inputs => inputs.Hemoglobin is null,
            inputs => inputs with { Hemoglobin = 110 }, inputs => inputs with { Hemoglobin = 80 }),
        new(ScoreCodes.Crp, Crp, inputs => inputs.Crp is null,
            inputs => inputs with { Crp = 10 }, inputs => inputs with { Crp = 60 }),
        new(ScoreCodes.Ferritin, Ferritin, inputs => inputs.Ferritin is null,
            inputs => inputs with { Ferritin = 300 }, inputs => inputs with { Ferritin = 1000 }, inputs => inputs with { Ferritin = 3000 }),
    ];

    public static IReadOnlyList<MissingInput> Of(CarHematotoxInputs inputs) =>
        MissingSums.Of<CarHematotoxInputs, Tally>(inputs, Rows, Gaps, total => total.Bounds);

    /// <summary>A row is only asked when its gap is filled or was never one.</summary>
    static Tally Points(Measured? value, Func<Measured, Tally> item) => item(value ?? throw new InvalidOperationException("The item is missing."));
}
