using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Icans;

/// <summary>The one sentence of an ICANS result.</summary>
static class IcansSentence
{
    static readonly Sentences Say = new("Icans.IcansSentences");

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence Of(IcansInputs inputs, GradeResult result) => result.State switch
    {
        GradeState.NotApplicable => Say.Say("not_applicable"),
        GradeState.WrongInstrument => Say.Say(result.Flags.Contains(IcansFlag.Capd) ? "capd_needed" : "ice_needed"),
        GradeState.Determined => OfGrade(inputs, result),
        GradeState.CannotExclude or GradeState.NotAssessed or GradeState.NotComputed => OfRange(inputs, result),
    };

    public static Sentence OfProvisional(GradeResult result) => Say.Say("provisional", result.Low!, result.High!);

    static Sentence OfGrade(IcansInputs inputs, GradeResult result) => result.Low switch
    {
        5 => Say.Say("died"),
        0 when result.Flags.Contains(IcansFlag.AtBaseline) => Say.Say(result.Flags.Contains(IcansFlag.Capd) ? "none_capd_baseline" : "none_ice_baseline"),
        0 => Say.Say("none"),
        _ when result.Flags.Contains(IcansFlag.ScreenConfirm) => Say.Say("screen", result.Low!),
        _ => Say.Say("determined", result.Low!, IcansDrivers.Deciding(inputs, result.Low!.Value)),
    };

    static Sentence OfRange(IcansInputs inputs, GradeResult result)
    {
        var (low, high) = (result.Low!.Value, result.High!.Value);
        return Named(inputs, result.Missing) is not { Length: > 0 } names ? Say.Say("bound", low, high)
            : IsClouded(inputs, names) ? Say.Say("clouded", low, high, names)
            : Say.Say("missing", low, high, names);
    }

    /// <summary>The test is missing and what could stand for it, the level of consciousness, has another cause: sedation, for example.</summary>
    static bool IsClouded(IcansInputs inputs, string[] names) => ConsciousnessFinding.IsExcluded(inputs) && names is [ScoreName.Ice] or [ScoreName.Capd];

    /// <summary>A score of which nothing is recorded is named as one thing.</summary>
    static string[] Named(IcansInputs inputs, IReadOnlyList<MissingInput> missing) => [.. missing.Select(input => input.Code).Select(code =>
        code.StartsWith("ice_", StringComparison.Ordinal) && !IcansInstrument.IsCharted(Instrument.Ice, inputs) ? ScoreName.Ice
        : code.StartsWith("capd_", StringComparison.Ordinal) && !IcansInstrument.IsCharted(Instrument.Capd, inputs) ? ScoreName.Capd
        : code).Distinct()];
}
