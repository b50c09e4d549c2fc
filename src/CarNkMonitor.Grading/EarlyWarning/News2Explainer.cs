using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

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
    protected override IEnumerable<Driver> Drivers(News2Inputs inputs, GradeResult result) => result.State == GradeState.NotApplicable ? [] :
    [
        .. Number(News2Codes.RespiratoryRate, inputs.RespiratoryRate, "/min"),
        .. Number(News2Codes.Saturation, inputs.Saturation, "%"),
        .. inputs.UsesScale2 ? [Driver.Of(News2Codes.Scale, "2")] : Array.Empty<Driver>(),
        .. inputs.IsOnOxygen is { } isOnOxygen ? [Driver.Of(News2Codes.Device, isOnOxygen ? "on_oxygen" : "room_air")] : Array.Empty<Driver>(),
        .. Number(News2Codes.Systolic, inputs.Systolic, "mm[Hg]"),
        .. Number(News2Codes.Pulse, inputs.Pulse, "/min"),
        .. inputs.Consciousness is { } level ? [Driver.Of(News2Codes.Consciousness, News2Codes.LetterOf(level))] : Array.Empty<Driver>(),
        .. Number(News2Codes.Temperature, inputs.Temperature, "Cel"),
    ];

    static IEnumerable<Driver> Number(string code, Measured? value, string unit) => value is { } measured ? [Driver.Of(code, measured, unit)] : [];
}
