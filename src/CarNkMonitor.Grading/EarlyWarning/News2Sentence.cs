using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>The one sentence of a NEWS2.</summary>
static class News2Sentence
{
    static readonly Sentences Say = new("EarlyWarning.News2Sentences");

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence Of(News2Inputs inputs, GradeResult result)
    {
        if (result.State == GradeState.NotApplicable)
        {
            return Say.Say(inputs.IsPregnant ? "pregnant" : "child");
        }

        var anyThree = News2Chart.Of(inputs).AnyThree;
        return result.State == GradeState.Determined ? OfTotal(result.Low!.Value, anyThree) : OfRange(result, anyThree);
    }

    static Sentence OfTotal(int total, bool anyThree) => Say.Say(
        News2.Risk(total, anyThree) switch
        {
            News2Risk.Low => "low",
            News2Risk.LowMedium => "low_medium",
            News2Risk.Medium => "medium",
            News2Risk.High => "high",
        },
        total);

    static Sentence OfRange(GradeResult result, bool anyThree)
    {
        var (low, high) = (result.Low!.Value, result.High!.Value);
        return result.Missing is { Count: > 0 } missing
            ? Say.Say(anyThree ? "missing_three" : "missing", low, high, missing.Select(input => input.Code).ToArray())
            : Say.Say(anyThree ? "bound_three" : "bound", low, high);
    }
}
