using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>What a qSOFA says of itself.</summary>
sealed class QsofaExplainer() : Explainer<QsofaInputs>(Qsofa.Criteria, Scale.Numbers(0, Qsofa.Highest))
{
    const string ComaScore = "gcs_total";

    public static readonly QsofaExplainer One = new();

    static readonly Sentences Say = new("EarlyWarning.QsofaSentences");
    static readonly Sentence NothingRecorded = Say.Say("not_assessed");

    static readonly Func<QsofaInputs, object?> RespiratoryRate = inputs => Qsofa.RespiratoryRate(inputs.RespiratoryRate);
    static readonly Func<QsofaInputs, object?> Systolic = inputs => Qsofa.Systolic(inputs.Systolic);
    static readonly Func<QsofaInputs, object?> Coma = inputs => Qsofa.GlasgowComaScore(inputs.GlasgowComaScore);
    static readonly Func<QsofaInputs, object?>[] Rows = [RespiratoryRate, Systolic, Coma];

    static readonly Gap<QsofaInputs>[] Gaps =
    [
        new(News2Codes.RespiratoryRate, RespiratoryRate, inputs => inputs.RespiratoryRate is null,
            inputs => inputs with { RespiratoryRate = 16 }, inputs => inputs with { RespiratoryRate = 22 }),
        new(News2Codes.Systolic, Systolic, inputs => inputs.Systolic is null,
            inputs => inputs with { Systolic = 120 }, inputs => inputs with { Systolic = 100 }),
        new(ComaScore, Coma, inputs => inputs.GlasgowComaScore is null,
            inputs => inputs with { GlasgowComaScore = 15 }, inputs => inputs with { GlasgowComaScore = 14 }),
    ];

    protected override Sentence NotAssessedSentence => NothingRecorded;

    protected override Sentence Sentence(QsofaInputs inputs, GradeResult result)
    {
        var (low, high) = (result.Low!.Value, result.High!.Value);
        return low == high ? Say.Say(low >= Qsofa.PositiveFrom ? "positive" : "negative", low)
            : result.Missing is { Count: > 0 } missing ? Say.Say("missing", low, high, missing.Select(input => input.Code).ToArray())
            : Say.Say("bound", low, high);
    }

    protected override IEnumerable<string> Flags(QsofaInputs inputs, GradeResult result) => [];

    protected override IEnumerable<Driver> Drivers(QsofaInputs inputs, GradeResult result) => new DriverList()
        .Add(true, News2Codes.RespiratoryRate, inputs.RespiratoryRate, "/min")
        .Add(true, News2Codes.Systolic, inputs.Systolic, "mm[Hg]")
        .Add(true, ComaScore, inputs.GlasgowComaScore, "{score}");

    protected override IReadOnlyList<MissingInput> Missing(QsofaInputs inputs, GradeResult result) =>
        MissingSums.Of<QsofaInputs, Tally>(inputs, Rows, Gaps, total => total.Bounds);
}
