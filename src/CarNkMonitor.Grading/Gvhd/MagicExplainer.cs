using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>What a MAGIC result says of itself.</summary>
/// <param name="least">Organs below this confidence are not counted.</param>
sealed class MagicExplainer(GvhdConfidence least) : Explainer<MagicInputs>(MagicAcuteGvhd.Criteria, Grades)
{
    static readonly Scale Grades = Scale.Numbers((int)GvhdGrade.None, (int)GvhdGrade.GradeIV);

    public static readonly MagicExplainer Signal = new(GvhdConfidence.Possible);
    public static readonly MagicExplainer Reported = new(GvhdConfidence.Probable);

    readonly MagicMissing _missing = new(least);

    public GradeResult Grade(MagicInputs inputs)
    {
        var (low, high) = MagicGrader.RangeOf(inputs, least);
        return Result(inputs, (int)low, (int)high);
    }

    protected override Sentence NotAssessedSentence => MagicSentence.NotAssessed;

    protected override Sentence Sentence(MagicInputs inputs, GradeResult result) =>
        least == GvhdConfidence.Possible ? MagicSentence.OfSignal(inputs, result) : MagicSentence.OfReported(result);

    protected override IEnumerable<Driver> Drivers(MagicInputs inputs, GradeResult result) => MagicDrivers.Of(inputs, least, result.Low!.Value);

    protected override IReadOnlyList<MissingInput> Missing(MagicInputs inputs, GradeResult result) => _missing.Of(inputs);

    protected override IEnumerable<string> Flags(MagicInputs inputs, GradeResult result)
    {
        if (inputs.Ileus && !inputs.SevereAbdominalPain && !inputs.GrossBlood)
        {
            yield return MagicFlag.IleusReview;
        }

        if (inputs.BaselineBilirubin?.IsAtLeast(LiverFinding.Stage1From) == true)
        {
            yield return MagicFlag.BaselineBilirubin;
        }

        if (inputs.ChronicFeature)
        {
            yield return MagicFlag.ChronicFeatureReview;
        }
    }
}
