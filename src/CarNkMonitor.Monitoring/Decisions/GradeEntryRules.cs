using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>What can be signed, pure.</summary>
public static class GradeEntryRules
{
    /// <summary>Why this entry cannot be signed; null when it can, but for the password.</summary>
    public static DecisionAnswer? Refusal(GradeEntry entry, Assessment assessment)
    {
        var scale = ToxicityNow.Of(assessment).Scale;
        return !assessment.IsCurrent ? DecisionAnswer.MovedOn
            : !CanBeSigned(assessment) ? DecisionAnswer.Refused("", "This result has no grade to confirm.")
            : entry.Grade is null ? DecisionAnswer.Refused(nameof(entry.Grade), "Choose the grade as you see it.")
            : entry.Grade < 0 || entry.Grade > scale ? DecisionAnswer.Refused(nameof(entry.Grade), $"A grade of this table is a whole number from 0 to {scale}.")
            : StoredText.Problem(entry.Reason, StoredText.LongestReason) is { } problem ? DecisionAnswer.Refused(nameof(entry.Reason), problem)
            : IsOverride(entry.Grade.Value, assessment) ? OverrideRefusal(entry)
            : null;
    }

    /// <summary>A table of adverse events that gave a grade; scores and signals are not signed.</summary>
    public static bool CanBeSigned(Assessment assessment) => assessment is { Low: not null, High: not null } && assessment.IsAdverseEvent();

    /// <summary>The grade lies outside the calculated range (both ends included).</summary>
    public static bool IsOverride(int grade, Assessment assessment) => grade < assessment.Low || grade > assessment.High;

    static DecisionAnswer? OverrideRefusal(GradeEntry entry) =>
        entry.ReasonCode is null ? DecisionAnswer.Refused(nameof(entry.ReasonCode), "Your grade differs from the calculated one: choose why.")
        : string.IsNullOrWhiteSpace(entry.Reason) ? DecisionAnswer.Refused(nameof(entry.Reason), "Your grade differs from the calculated one: say why in a sentence.")
        : null;
}
