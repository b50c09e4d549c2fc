using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>The one sentence of an HScore; the points and the call say the same.</summary>
static class HScoreSentence
{
    static readonly Sentences Say = new("Hlh.HScoreSentences");

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence Of(HScoreInputs inputs)
    {
        var score = HScoreFindings.Score(inputs);
        var probability = HScoreProbability.Text(score.Low, score.High);
        var missing = HScoreMissing.OfScore(inputs).Select(input => input.Code).ToArray();
        return missing.Length > 0 ? Say.Say(Key(score, "_missing"), score.Low, score.High, probability, missing)
            : score.Low != score.High ? Say.Say(Key(score, "_bound"), score.Low, score.High, probability)
            : Say.Say(Key(score, ""), score.Low, probability);
    }

    static string Key(Tally score, string kind) => score.IsAtLeast(HScore.CutOff) switch
    {
        true => "at_or_above" + kind,
        false => "below" + kind,
        null => "open" + kind,
    };
}
