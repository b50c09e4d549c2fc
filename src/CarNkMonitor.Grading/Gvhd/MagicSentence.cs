using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>The one sentence of a MAGIC result.</summary>
static class MagicSentence
{
    const string NotCounted = "–";
    const string Open = "?";

    static readonly Sentences Say = new("Gvhd.MagicSentences");
    static readonly string[] Roman = ["0", "I", "II", "III", "IV"];

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence OfSignal(MagicInputs inputs, GradeResult result) =>
        result.State == GradeState.CannotExclude ? OfRange(result, "missing", "bound")
        : result.Low == 0 ? Say.Say("none")
        : Say.Say(IsAnyNegative(inputs) ? "determined_negative" : "determined", [Roman[result.Low!.Value], .. Stages(inputs)]);

    public static Sentence OfReported(GradeResult result) =>
        result.State == GradeState.CannotExclude ? OfRange(result, "reported_missing", "reported_bound")
        : result.Low == 0 ? Say.Say("reported_none")
        : Say.Say("reported", Roman[result.Low!.Value]);

    static Sentence OfRange(GradeResult result, string missing, string bound)
    {
        var (low, high) = (Roman[result.Low!.Value], Roman[result.High!.Value]);
        return result.Missing is { Count: > 0 } inputs ? Say.Say(missing, low, high, inputs.Select(input => input.Code).ToArray()) : Say.Say(bound, low, high);
    }

    static bool IsAnyNegative(MagicInputs inputs) => new[]
    {
        inputs.SkinConfidence, inputs.LiverConfidence, inputs.UpperGiConfidence, inputs.LowerGiConfidence,
    }.Contains(GvhdConfidence.Negative);

    static string[] Stages(MagicInputs inputs) =>
    [
        Stage(inputs.SkinConfidence, SkinFinding.Of(inputs)), Stage(inputs.LiverConfidence, LiverFinding.Of(inputs)),
        Stage(inputs.UpperGiConfidence, UpperGiFinding.Of(inputs)), Stage(inputs.LowerGiConfidence, LowerGiFinding.Of(inputs)),
    ];

    static string Stage<T>(GvhdConfidence confidence, Possible<T> stages) where T : struct, Enum =>
        confidence == GvhdConfidence.Negative ? NotCounted
        : stages.Lowest.Equals(stages.Highest) ? stages.Lowest.ToString("D")
        : Open;
}
