using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Crs;

/// <summary>The one sentence of a CRS result.</summary>
static class CrsSentence
{
    static readonly Sentences Say = new("Crs.CrsSentences");

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence Of(CrsInputs inputs, GradeResult result) =>
        result.State == GradeState.NotApplicable ? Say.Say("not_applicable")
        : result.State == GradeState.Determined ? OfGrade(result)
        : OfRange(inputs, result);

    public static Sentence OfProvisional(GradeResult result) => Say.Say("provisional", result.Low!, result.High!);

    static Sentence OfGrade(GradeResult result)
    {
        var waived = result.Flags.Contains(CrsFlag.FeverWaived);
        return result.Low switch
        {
            5 => Say.Say("died"),
            0 => Say.Say(waived ? "none_waived" : "none"),
            _ => Say.Say(waived ? "determined_waived" : "determined", result.Low!),
        };
    }

    static Sentence OfRange(CrsInputs inputs, GradeResult result)
    {
        var (low, high) = (result.Low!.Value, result.High!.Value);
        return result.Missing is { Count: > 0 } missing ? Say.Say("missing", low, high, missing.Select(input => input.Code).ToArray())
            : result.Flags.Contains(CrsFlag.EpisodeOpenAfebrile) ? Say.Say(FeverFinding.IsExplained(inputs) ? "explained_fever" : "afebrile", low, high)
            : result.Flags.Contains(CrsFlag.FeverMasked) ? Say.Say("masked", low, high)
            : Say.Say("bound", low, high);
    }
}
