using CarNkMonitor.Grading.Explanations;
using static CarNkMonitor.Grading.Hlh.Hlh2004Findings;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>What HLH-2004 results, the count and the call, say of themselves.</summary>
sealed class Hlh2004Explainer(Scale scale, Func<Hlh2004Inputs, IReadOnlyList<MissingInput>> missing) : Explainer<Hlh2004Inputs>(Hlh2004.Criteria, scale)
{
    public static readonly Hlh2004Explainer Count = new(Scale.Numbers(0, Hlh2004.Items), Hlh2004Missing.OfCount);
    public static readonly Hlh2004Explainer Call = new(Scale.Call, Hlh2004Missing.OfCall);

    protected override Sentence NotAssessedSentence => Hlh2004Sentence.NotAssessed;

    protected override Sentence Sentence(Hlh2004Inputs inputs, GradeResult result) => Hlh2004Sentence.Of(inputs);

    protected override IReadOnlyList<MissingInput> Missing(Hlh2004Inputs inputs, GradeResult result) => missing(inputs);

    protected override IEnumerable<string> Flags(Hlh2004Inputs inputs, GradeResult result) => [];

    /// <summary>What is present for sure; a single low lineage is no criterion.</summary>
    protected override IEnumerable<Driver> Drivers(Hlh2004Inputs inputs, GradeResult result)
    {
        var cytopenia = LowCounts(inputs);
        return new DriverList()
            .Add(Fever(inputs), HlhCodes.Temperature, inputs.TemperatureMax, HlhCodes.Celsius)
            .Add(inputs.Splenomegaly, HlhCodes.Splenomegaly)
            .Add(cytopenia & Anemia(inputs), HlhCodes.Hemoglobin, inputs.Hemoglobin, HlhCodes.GramsPerLitre)
            .Add(cytopenia & LowPlatelets(inputs), HlhCodes.Platelets, inputs.Platelets, HlhCodes.Cells)
            .Add(cytopenia & LowNeutrophils(inputs), HlhCodes.Neutrophils, inputs.Neutrophils, HlhCodes.Cells)
            .Add(RaisedTriglycerides(inputs), HlhCodes.Triglycerides, inputs.Triglycerides)
            .Add(LowFibrinogen(inputs), HlhCodes.Fibrinogen, inputs.Fibrinogen, HlhCodes.GramsPerLitre)
            .Add(inputs.Hemophagocytosis, HlhCodes.Hemophagocytosis, HlhCodes.Present)
            .Add(NkActivityLow(inputs), HlhCodes.NkActivity, "low_or_absent")
            .Add(Ferritin(inputs), HlhCodes.Ferritin, inputs.Ferritin, HlhCodes.MicrogramsPerLitre)
            .Add(SolubleCd25(inputs), HlhCodes.SolubleCd25, inputs.SolubleCd25, "U/mL")
            .Add(inputs.MolecularDiagnosis, HlhCodes.MolecularDiagnosis);
    }
}
