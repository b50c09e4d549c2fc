using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>What a NEWS2 says of itself.</summary>
sealed class News2Explainer() : Explainer<News2Inputs>(News2.Criteria, Scale.Numbers(0, News2.Highest))
{
    public static readonly News2Explainer One = new();

    protected override Sentence NotAssessedSentence => News2Sentence.NotAssessed;

    protected override Sentence Sentence(News2Inputs inputs, GradeResult result) => News2Sentence.Of(inputs, result);

    protected override IReadOnlyList<MissingInput> Missing(News2Inputs inputs, GradeResult result) => News2Missing.Of(inputs);

    protected override IEnumerable<string> Flags(News2Inputs inputs, GradeResult result) =>
        result.State != GradeState.NotApplicable && News2Chart.Of(inputs).AnyThree ? [News2Flag.AnyThree] : [];

    /// <summary>A sum rests on all that was recorded.</summary>
    protected override IEnumerable<Driver> Drivers(News2Inputs inputs, GradeResult result) => result.State == GradeState.NotApplicable ? [] : new DriverList()
        .Add(true, News2Codes.RespiratoryRate, inputs.RespiratoryRate, "/min")
        .Add(true, News2Codes.Saturation, inputs.Saturation, "%")
        .Add(inputs.UsesScale2, News2Codes.Scale, "2")
        .Add(inputs.IsOnOxygen is not null, News2Codes.Device, inputs.IsOnOxygen == true ? "on_oxygen" : "room_air")
        .Add(true, News2Codes.Systolic, inputs.Systolic, "mm[Hg]")
        .Add(true, News2Codes.Pulse, inputs.Pulse, "/min")
        .Add(inputs.Consciousness is not null, News2Codes.Consciousness, inputs.Consciousness is { } level ? News2Codes.LetterOf(level) : "")
        .Add(true, News2Codes.Temperature, inputs.Temperature, "Cel");
}
