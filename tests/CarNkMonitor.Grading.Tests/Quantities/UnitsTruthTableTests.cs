using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Quantities;

/// <summary>Every limit of every quantity one step below, at and above, in the canonical unit; and what 1 of every other unit is.</summary>
public sealed class UnitsTruthTableTests
{
    const string Source = "gvhd-cytopenia-observations 0.2 and 5; our own proposal";

    [Fact, Rule("UNI-5a", Source)]
    public void The_limits_are_the_approved_ones()
    {
        var text = new StringBuilder();
        foreach (var (code, rule) in Rules)
        {
            foreach (var (name, limit) in Limits(rule))
            {
                text.Append(CultureInfo.InvariantCulture, $"{code,-24} {name,-13}");
                foreach (var value in new[] { limit - Step(rule), limit, limit + Step(rule) })
                {
                    text.Append(CultureInfo.InvariantCulture, $" {value} {rule.JudgeTyped(value, rule.Unit)}");
                }

                text.Append('\n');
            }
        }

        Approved.File("units/limits.txt", text.ToString());
    }

    [Fact, Rule("UNI-5b", Source)]
    public void The_factors_are_the_approved_ones()
    {
        var text = new StringBuilder();
        foreach (var (code, rule) in Rules)
        {
            text.Append(CultureInfo.InvariantCulture, $"{code,-24} {rule.Unit}{(rule.IsWhole ? ", whole" : "")}\n");
            foreach (var factor in rule.OtherUnits)
            {
                text.Append(CultureInfo.InvariantCulture, $"    1 {factor.Unit} = {factor.ToCanonical(1)}   10 {factor.Unit} = {factor.ToCanonical(10)}\n");
            }
        }

        Approved.File("units/factors.txt", text.ToString());
    }

    [Fact]
    public void The_page_lists_every_quantity() => Approved.Block("criteria/units.md", "quantities",
        "| code | unit | other units | possible | confirm below | confirm above |\n| --- | --- | --- | --- | --- | --- |\n"
        + string.Concat(Rules.Select(row => FormattableString.Invariant(
            $"| `{row.Code}` | {Code(row.Rule.Unit)} | {string.Join(" ", row.Rule.OtherUnits.Select(other => Code(other.Unit)))} | {row.Rule.PossibleMin} to {row.Rule.PossibleMax}{(row.Rule.IsWhole ? ", whole" : "")} | {row.Rule.ConfirmBelow} | {row.Rule.ConfirmAbove} |\n"))));

    static IEnumerable<(string Code, QuantityRule Rule)> Rules => QuantityRules.Codes.Select(code => (code, QuantityRules.Find(code)!));

    static IEnumerable<(string Name, decimal Limit)> Limits(QuantityRule rule) =>
        from limit in new (string Name, decimal? Limit)[]
        {
            ("possible_min", rule.PossibleMin), ("confirm_below", rule.ConfirmBelow), ("confirm_above", rule.ConfirmAbove), ("possible_max", rule.PossibleMax),
        }
        where limit.Limit is not null
        select (limit.Name, limit.Limit ?? 0);

    static decimal Step(QuantityRule rule) => (decimal)Math.Pow(10, rule.IsWhole ? 0 : -rule.Decimals - 1);

    static string Code(string unit) => $"`{unit}`";
}
