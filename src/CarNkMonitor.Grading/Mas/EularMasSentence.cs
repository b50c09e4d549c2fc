using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Mas;

/// <summary>The one sentence of an EULAR/ACR/PRINTO result; the count and the call say the same.</summary>
static class EularMasSentence
{
    static readonly Sentences Say = new("Mas.EularMasSentences");

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence Of(EularMasInputs inputs)
    {
        if (!EularMasFindings.Applies(inputs))
        {
            return Say.Say(inputs.KnownOrSuspectedSjia ? "not_febrile" : "not_sjia");
        }

        var count = EularMasFindings.Count(inputs).ToString();
        return EularMasFindings.IsMet(inputs) switch
        {
            true => Say.Say("met", count),
            false => Say.Say(EularMasFindings.Ferritin(inputs) == false ? "not_met_ferritin" : "not_met", count),
            null => EularMasMissing.OfCall(inputs) is { Count: > 0 } missing
                ? Say.Say("missing", count, missing.Select(input => input.Code).ToArray())
                : Say.Say("bound", count),
        };
    }
}
