using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Scores;

/// <summary>What a CAR-HEMATOTOX says of itself.</summary>
sealed class CarHematotoxExplainer() : Explainer<CarHematotoxInputs>(CarHematotox.Criteria, Scale.Numbers(0, CarHematotox.Highest))
{
    public static readonly CarHematotoxExplainer One = new();

    static readonly Sentences Say = new("Scores.CarHematotoxSentences");
    static readonly Sentence NothingRecorded = Say.Say("not_assessed");

    protected override Sentence NotAssessedSentence => NothingRecorded;

    protected override Sentence Sentence(CarHematotoxInputs inputs, GradeResult result)
    {
        if (result.State == GradeState.NotComputed)
        {
            object missing = result.Missing.Select(input => input.Code).ToArray();
            return Say.Say("missing", missing);
        }

        return result.State == GradeState.CannotExclude ? Say.Say("bound", result.Low!, result.High!)
            : Say.Say(result.Low >= CarHematotox.HighRiskFrom ? "high" : "low", result.Low!);
    }

    protected override IEnumerable<string> Flags(CarHematotoxInputs inputs, GradeResult result) => [];

    protected override IEnumerable<Driver> Drivers(CarHematotoxInputs inputs, GradeResult result) => new DriverList()
        .Add(true, ScoreCodes.Platelets, inputs.Platelets, "10*9/L")
        .Add(true, ScoreCodes.Neutrophils, inputs.Neutrophils, "10*9/L")
        .Add(true, ScoreCodes.Hemoglobin, inputs.Hemoglobin, "g/L")
        .Add(true, ScoreCodes.Crp, inputs.Crp, "mg/L")
        .Add(true, ScoreCodes.Ferritin, inputs.Ferritin, "ug/L");

    protected override IReadOnlyList<MissingInput> Missing(CarHematotoxInputs inputs, GradeResult result) => CarHematotoxMissing.Of(inputs);
}
