using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>The one sentence of an HLH-2004 result; the count and the call say the same.</summary>
static class Hlh2004Sentence
{
    static readonly Sentences Say = new("Hlh.Hlh2004Sentences");

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence Of(Hlh2004Inputs inputs)
    {
        var count = Hlh2004Findings.Count(inputs);
        return Hlh2004Findings.IsMet(inputs) switch
        {
            true => Say.Say(inputs.MolecularDiagnosis ? "met_molecular" : "met", count.ToString()),
            false => Say.Say("not_met", count.ToString()),
            null => Open(inputs, count),
        };
    }

    static Sentence Open(Hlh2004Inputs inputs, Tally count) =>
        Hlh2004Missing.OfCall(inputs) is { Count: > 0 } missing ? Say.Say("missing", count.Low, count.High, missing.Select(input => input.Code).ToArray())
        : inputs.TriglyceridesFasting == false && Hlh2004Findings.LipidsOrFibrinogen(inputs) is null ? Say.Say("not_fasting", count.Low, count.High)
        : Say.Say("bound", count.Low, count.High);
}
