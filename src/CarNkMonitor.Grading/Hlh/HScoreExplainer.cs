using CarNkMonitor.Grading.Explanations;
using static CarNkMonitor.Grading.Hlh.HScoreFindings;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>What HScore results, the points and the call, say of themselves.</summary>
sealed class HScoreExplainer(Scale scale, Func<HScoreInputs, IReadOnlyList<MissingInput>> missing) : Explainer<HScoreInputs>(HScore.Criteria, scale)
{
    public static readonly HScoreExplainer Score = new(Scale.Numbers(0, HScore.Highest), HScoreMissing.OfScore);
    public static readonly HScoreExplainer Call = new(Scale.Words("BELOW_169", "AT_OR_ABOVE_169"), HScoreMissing.OfCall);

    protected override Sentence NotAssessedSentence => HScoreSentence.NotAssessed;

    protected override Sentence Sentence(HScoreInputs inputs, GradeResult result) => HScoreSentence.Of(inputs);

    protected override IReadOnlyList<MissingInput> Missing(HScoreInputs inputs, GradeResult result) => missing(inputs);

    protected override IEnumerable<string> Flags(HScoreInputs inputs, GradeResult result) => [];

    /// <summary>What scores for sure; a single lineage scores nothing.</summary>
    protected override IEnumerable<Driver> Drivers(HScoreInputs inputs, GradeResult result)
    {
        var cytopenia = LowCounts(inputs).Low > 0;
        return new DriverList()
            .Add(inputs.KnownImmunosuppression, HlhCodes.Immunosuppression)
            .Add(Temperature(inputs).Low > 0, HlhCodes.Temperature, inputs.TemperatureMax, HlhCodes.Celsius)
            .Add(inputs.Hepatomegaly, HlhCodes.Hepatomegaly)
            .Add(inputs.Splenomegaly, HlhCodes.Splenomegaly)
            .Add(cytopenia & Anemia(inputs), HlhCodes.Hemoglobin, inputs.Hemoglobin, HlhCodes.GramsPerLitre)
            .Add(cytopenia & LowLeukocytes(inputs), HlhCodes.Leukocytes, inputs.Leukocytes, HlhCodes.Cells)
            .Add(cytopenia & LowPlatelets(inputs), HlhCodes.Platelets, inputs.Platelets, HlhCodes.Cells)
            .Add(Ferritin(inputs).Low > 0, HlhCodes.Ferritin, inputs.Ferritin, HlhCodes.MicrogramsPerLitre)
            .Add(Triglycerides(inputs).Low > 0, HlhCodes.Triglycerides, inputs.Triglycerides)
            .Add(Fibrinogen(inputs).Low > 0, HlhCodes.Fibrinogen, inputs.Fibrinogen, HlhCodes.GramsPerLitre)
            .Add(Ast(inputs).Low > 0, HlhCodes.Ast, inputs.Ast, HlhCodes.EnzymeUnits)
            .Add(inputs.Hemophagocytosis, HlhCodes.Hemophagocytosis, HlhCodes.Present);
    }
}
