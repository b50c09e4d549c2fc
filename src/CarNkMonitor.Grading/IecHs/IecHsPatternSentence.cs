using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>The one sentence of an IEC-HS pattern.</summary>
static class IecHsPatternSentence
{
    static readonly Sentences Say = new("IecHs.IecHsPatternSentences");

    public static readonly Sentence NotAssessed = Say.Say("not_assessed");

    public static Sentence Of(IecHsInputs inputs, GradeResult result)
    {
        var findings = IecHsFindings.Of(inputs);
        var (common, other) = (findings.Common.ToString(), findings.Other.ToString());
        return (result.Low, result.High) switch
        {
            (2, _) => Say.Say(inputs.Timing == IecHsTiming.WorseningAfterImprovement ? "met_worsening" : "met_resolving", common),
            (1, 1) => Say.Say("possible", common, other),
            (0, 0) => Say.Say(WhyNot(findings), common, other),
            (1, _) => Open("possible_or_met", inputs, result),
            (_, 1) => Open("not_met_or_possible", inputs, result),
            _ => Open("not_met_or_met", inputs, result),
        };
    }

    static string WhyNot(IecHsFindings findings) =>
        findings.Unexplained.High == 0 ? "not_met_cause" : findings.Ferritin.High == 0 ? "not_met_ferritin" : "not_met";

    static Sentence Open(string range, IecHsInputs inputs, GradeResult result) =>
        result.Missing is { Count: > 0 } missing ? Say.Say(range + "_missing", missing.Select(input => input.Code).ToArray())
        : inputs.TriglyceridesFasting == false && IecHsFindings.RaisedTriglycerides(inputs) is null ? Say.Say(range + "_not_fasting")
        : Say.Say(range + "_bound");
}
