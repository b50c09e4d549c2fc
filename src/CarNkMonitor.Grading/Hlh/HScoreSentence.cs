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
        var probability = Probability(HScoreProbability.Text(score.Low), HScoreProbability.Text(score.High));
        var missing = HScoreMissing.OfScore(inputs).Select(input => input.Code).ToArray();
        return missing.Length > 0 ? Say.Say(Key(score, "_missing"), score.Low, score.High, probability, missing)
            : score.Low != score.High ? Say.Say(Key(score, "_bound"), score.Low, score.High, probability)
            : Say.Say(Key(score, ""), score.Low, probability);
    }

    /// <summary>"97 – &gt;=99" reads better than the "97-&gt;=99" of the case files.</summary>
    static string Probability(string low, string high) => low == high ? low : $"{low} – {high}";

    static string Key(Tally score, string kind) => score.IsAtLeast(HScore.CutOff) switch
    {
        true => "at_or_above" + kind,
        false => "below" + kind,
        null => "open" + kind,
    };
}
