using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Facts;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Ctcae;

/// <summary>
/// What is missing, against plain loops over every number at which any row could change, and a hair on either side of it; the loops know nothing of
/// the rows themselves.
/// </summary>
public sealed class CtcaeMissingTests
{
    /// <summary>Every multiple and every canonical number that a table prints.</summary>
    static readonly decimal[] Multiples = [0.25m, 0.5m, 0.75m, 1, 1.5m, 2, 2.5m, 3, 4, 5, 6, 10, 20];
    static readonly decimal[] Numbers = [0.1m, 0.2m, 0.5m, 0.8m, 1, 1.2m, 1.5m, 1.71m, 2, 2.5m, 3, 3.42m, 5.7m, 10, 11.4m, 25, 50, 75, 80, 100, 200, 500];

    [Fact, Rule("CTC-2.1P", "gvhd-cytopenia-observations 0.4 and 2.1")]
    public void What_is_missing_names_exactly_the_grades_that_hang_on_it() => LabGenerators.Any.Where(row => IsExact(row.Inputs)).Sample(row =>
    {
        var inputs = row.Inputs with { Unit = row.Term.Units[0] };
        var result = row.Term.Grade(inputs);
        foreach (var missing in result.Missing)
        {
            Assert.All(missing.CouldReach, grade => Assert.InRange(grade, result.Low!.Value, result.High!.Value));
            Assert.Equal<IEnumerable<int>>(Reach(row.Term, inputs, missing.Code), missing.CouldReach);
        }

        foreach (var code in Gaps(row.Term).Where(code => IsMissing(row.Term, inputs, code)).Except(result.Missing.Select(missing => missing.Code)))
        {
            Assert.True(result.State == GradeState.Determined || Reach(row.Term, inputs, code).Count == 0, code);
        }
    }, iter: Law.OneOf(200), print: row => $"{row.Term} {row.Inputs}");

    /// <summary>Bounds stay open however much else is known; the search for them is the same.</summary>
    static bool IsExact(LabInputs inputs) => inputs.Value is not { Comparator: not Comparator.Equal } && inputs.Baseline is not { Comparator: not Comparator.Equal };

    static string[] Gaps(LabCriterion term) => [term.Code, "lln", "uln", "baseline_high", "baseline_low"];

    static bool IsMissing(LabCriterion term, LabInputs inputs, string code) => code switch
    {
        "lln" => inputs.Lln is null && IsLow(term),
        "uln" => inputs.Uln is null && !IsLow(term),
        "baseline" => inputs.Baseline is null,
        "baseline_high" => inputs.BaselineIsHigh is null && inputs.Baseline is not null && !IsLow(term) && term.Code != "creatinine",
        "baseline_low" => inputs.BaselineIsLow is null && inputs.Baseline is not null && term.Code == "creatinine",
        _ => inputs.Value is null,
    };

    /// <summary>Terms of low values have nothing to do with ULN, terms of high ones nothing with LLN.</summary>
    static bool IsLow(LabCriterion term) => term.Term.Contains("decreased", StringComparison.Ordinal) || term.Term is "Anemia" or "Thrombocytopenia";

    /// <summary>Every completion of the rest; where the named input makes a difference, all grades that it leads to.</summary>
    static SortedSet<int> Reach(LabCriterion term, LabInputs inputs, string code)
    {
        var others = Gaps(term).Where(other => other != code && IsMissing(term, inputs, other));
        var completions = others.Aggregate((IEnumerable<LabInputs>)[inputs], (all, other) => all.SelectMany(one => Completed(term, one, other)));
        var reach = new SortedSet<int>();
        foreach (var completion in completions)
        {
            var ranges = Completed(term, completion, code).Select(one => term.Grade(one)).Select(result => (result.Low!.Value, result.High!.Value)).Distinct().ToArray();
            if (ranges.Length > 1)
            {
                reach.UnionWith(ranges.SelectMany(range => new[] { range.Item1, range.Item2 }));
            }
        }

        return reach;
    }

    static IEnumerable<LabInputs> Completed(LabCriterion term, LabInputs inputs, string code) => code switch
    {
        "lln" => Limits(inputs).Select(limit => inputs with { Lln = limit }),
        "uln" => Limits(inputs).Where(limit => IsPossibleUln(term, inputs, limit)).Select(limit => inputs with
        {
            Uln = limit, BaselineIsHigh = inputs.BaselineIsHigh == true && inputs.Baseline is { } baseline ? baseline.Value > limit : inputs.BaselineIsHigh,
        }),
        "baseline" => Limits(inputs).Where(limit => IsPossibleBaseline(term, inputs, limit)).Select(limit => inputs with { Baseline = limit }),
        "baseline_high" => [inputs with { BaselineIsHigh = true }, inputs with { BaselineIsHigh = false }],
        "baseline_low" => [inputs with { BaselineIsLow = true }, inputs with { BaselineIsLow = false }],
        _ => Around([.. Numbers, .. Known(inputs).SelectMany(limit => Multiples, (limit, multiple) => limit * multiple)], 0.0001m).Append(0).Select(value => inputs with { Value = value }),
    };

    /// <summary>Limits that the value is a multiple of, and those that are known; without a value, some on either side of every number.</summary>
    static IEnumerable<decimal> Limits(LabInputs inputs) => inputs.Value is { } value
        ? Around([.. Multiples.Select(multiple => value.Value / multiple), .. Known(inputs)], 0.000001m)
        : Around([.. Known(inputs), 0.3m, 3, 90, 1000], 0.000001m);

    static IEnumerable<decimal> Known(LabInputs inputs) => from limit in new[] { inputs.Lln, inputs.Uln, inputs.Baseline?.Value } where limit > 0 select limit.Value;

    /// <summary>Values lie a wider hair beside a number than limits, so that products of both never meet.</summary>
    static IEnumerable<decimal> Around(IEnumerable<decimal> numbers, decimal hair) => numbers.SelectMany(number => new[] { number * (1 - hair), number, number * (1 + hair) });

    /// <summary>The reading of creatinine: without ULN its grades 2 to 4 keep to a ULN that is not below a baseline that was not high.</summary>
    static bool IsPossibleUln(LabCriterion term, LabInputs inputs, decimal uln) =>
        term.Code != "creatinine" || inputs.Baseline is not { } baseline || !(inputs.BaselineIsHigh == false || inputs.BaselineIsLow == true)
        || uln >= baseline.Value || (inputs.Value?.Value ?? 1) <= 1.5m * uln;

    static bool IsPossibleBaseline(LabCriterion term, LabInputs inputs, decimal baseline) =>
        term.Code == "inr" ? (inputs.Value?.Value ?? 1) <= 1.5m * baseline : inputs.BaselineIsHigh != true || inputs.Uln is not { } uln || baseline > uln;
}
