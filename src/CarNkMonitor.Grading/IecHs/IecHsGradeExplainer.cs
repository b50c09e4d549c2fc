using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>What an IEC-HS grade says of itself.</summary>
sealed class IecHsGradeExplainer() : Explainer<IecHsInputs>(IecHsPattern.Criteria, Scale.Grades)
{
    static readonly Sentences Say = new("IecHs.IecHsGradeSentences");

    public static readonly IecHsGradeExplainer One = new();

    protected override Sentence NotAssessedSentence => Say.Say("not_assessed");

    protected override Sentence Sentence(IecHsInputs inputs, GradeResult result) =>
        result.Low is not { } low ? Say.Say("not_applicable")
        : result.High != low ? Say.Say("missing", low, result.High!, (string[])[IecHsCodes.Death])
        : Say.Say(low == (int)ToxicityGrade.Grade5 ? "died" : "determined", low);

    protected override IEnumerable<string> Flags(IecHsInputs inputs, GradeResult result) => [];

    /// <summary>Only a cause of death can be missing: severity events that are not reported did not happen.</summary>
    protected override IReadOnlyList<MissingInput> Missing(IecHsInputs inputs, GradeResult result) =>
        [new MissingInput(IecHsCodes.Death, [result.Low!.Value, result.High!.Value])];

    protected override IEnumerable<Driver> Drivers(IecHsInputs inputs, GradeResult result)
    {
        var drivers = new DriverList();
        if (result.Low is null)
        {
            return drivers;
        }

        foreach (var (word, one) in IecHsCodes.Events)
        {
            drivers.Add(inputs.Events.HasFlag(one), word);
        }

        return drivers.Add(inputs.Death is not null, IecHsCodes.Death, inputs.Death is { } cause ? IecHsCodes.WordOf(cause) : "");
    }
}
