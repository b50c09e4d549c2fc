using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Infection;

/// <summary>The one sentence of each definition.</summary>
static class FebrileNeutropeniaSentence
{
    static readonly Sentences Say = new("Infection.FebrileNeutropeniaSentences");

    public static readonly Sentence IdsaNotAssessed = Say.Say("idsa_not_assessed");

    public static readonly Sentence CtcaeNotAssessed = Say.Say("ctcae_not_assessed");

    public static Sentence Idsa(GradeResult result) => (result.Low, result.High) switch
    {
        (1, _) => Say.Say(result.Flags.Contains(FebrileNeutropeniaFlag.ExpectedToFall) ? "idsa_yes_expected" : "idsa_yes"),
        (_, 0) => Say.Say("idsa_no"),
        _ => result.Missing is { Count: > 0 } missing ? Say.Say("idsa_missing", (object)Codes(missing)) : Say.Say("idsa_bound"),
    };

    public static Sentence Ctcae(FebrileNeutropeniaInputs inputs, GradeResult result) =>
        inputs.IsLifeThreatening ? Say.Say("ctcae_life_threatening", result.Low!)
        : result.High == 0 ? Say.Say("ctcae_none")
        : result.Low == result.High ? Say.Say("ctcae_grade", result.Low!)
        : result.Missing is { Count: > 0 } missing ? Say.Say("ctcae_missing", result.Low!, result.High!, Codes(missing))
        : Say.Say("ctcae_bound", result.Low!, result.High!);

    static string[] Codes(IReadOnlyList<MissingInput> missing) => [.. missing.Select(input => input.Code)];
}
