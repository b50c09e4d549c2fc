using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>The one sentence of a CARTOX HLH/MAS result; the count and the call say the same.</summary>
static class CartoxHlhSentence
{
    static readonly Sentences Say = new("Hlh.CartoxHlhSentences");

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence Of(CartoxHlhInputs inputs)
    {
        var count = CartoxHlhFindings.Count(inputs).ToString();
        return CartoxHlhFindings.IsMet(inputs) switch
        {
            true => Say.Say("met", count),
            false => Say.Say(CartoxHlhFindings.Ferritin(inputs) == false ? "not_met_ferritin" : "not_met", count),
            null => CartoxHlhMissing.OfCall(inputs) is { Count: > 0 } missing
                ? Say.Say("missing", count, missing.Select(input => input.Code).ToArray())
                : Say.Say("bound", count),
        };
    }
}
