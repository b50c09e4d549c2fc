using System.Collections.Frozen;

namespace CarNkMonitor.Grading.Quantities;

/// <summary>The rules of every measured quantity, by observation code: criteria id <see cref="QuantityRule.Criteria"/>.</summary>
public static class QuantityRules
{
    static readonly FrozenDictionary<string, QuantityRule> Rules =
        BedsideQuantities.Rows.Concat(LaboratoryQuantities.Rows).ToFrozenDictionary(row => row.Code, row => row.Rule, StringComparer.Ordinal);

    /// <summary>Every observation code that holds a number: bedside first, then laboratory.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. BedsideQuantities.Rows.Concat(LaboratoryQuantities.Rows).Select(row => row.Code)];

    /// <summary>The rule of an observation code; null when the code is unknown or holds no number.</summary>
    public static QuantityRule? Find(string code) => Rules.GetValueOrDefault(code);

    internal static (string Code, QuantityRule Rule) Row(
        string code, string unit, string otherUnits, decimal min, decimal max, decimal? confirmBelow, decimal? confirmAbove, int decimals, bool whole = false) =>
        (code, new QuantityRule(unit, [.. otherUnits.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(UnitFactor.Parse)],
            min, max, confirmBelow, confirmAbove, decimals, whole));
}
