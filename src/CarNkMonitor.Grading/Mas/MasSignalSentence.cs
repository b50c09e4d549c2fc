using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.Mas;

/// <summary>The one sentence of a MAS signal.</summary>
static class MasSignalSentence
{
    static readonly Sentences Say = new("Mas.MasSignalSentences");

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence Of(MasSignalInputs inputs, GradeResult result) =>
        result.State != GradeState.Determined ? OfRange(inputs, result)
        : result.Low == (int)MasLevel.None ? Say.Say("none")
        : Say.Say("determined", Level(result.Low), DecidedBy(inputs));

    /// <summary>Ferritin stands for itself, its baseline and its rise.</summary>
    static string[] DecidedBy(MasSignalInputs inputs) =>
        [.. MasSignalDrivers.Present(inputs).Select(driver => driver.Code).Where(code => !code.StartsWith(HlhCodes.Ferritin + "_", StringComparison.Ordinal))];

    static Sentence OfRange(MasSignalInputs inputs, GradeResult result)
    {
        var (low, high) = (Level(result.Low), Level(result.High));
        return result.Missing is { Count: > 0 } missing ? Say.Say("missing", low, high, missing.Select(input => input.Code).ToArray())
            : inputs.FeverMayBeMasked == true && MasSignalFindings.Fever(inputs) is null ? Say.Say("masked", low, high)
            : inputs.TriglyceridesFasting == false && MasSignalFindings.Organ(inputs) is null ? Say.Say("not_fasting", low, high)
            : Say.Say("bound", low, high);
    }

    static Sentence Level(int? level) => Say.Say("level_" + (MasLevel)level!);
}
