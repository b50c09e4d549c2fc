using CarNkMonitor.Grading.Ctcae;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Ctcae;

/// <summary>Which terms read a value without a unit, and what is missing beside one.</summary>
public sealed class LabUnitsTests
{
    static IEnumerable<LabCriterion> Terms => [.. Ctcae5.Hematology, .. Ctcae5.Chemistry, .. Ctcae6.Hematology, .. Ctcae6.Chemistry];

    public static IEnumerable<TheoryDataRow<string, string>> Names => Terms.Select(term => new TheoryDataRow<string, string>(term.Criteria, term.Term));

    static LabCriterion Named(string criteria, string name) => Terms.Single(term => (term.Criteria, term.Term) == (criteria, name));

    static string[] Missing(LabCriterion term, LabInputs inputs) => [.. term.Grade(inputs).Missing.Select(input => $"{input.Code} {string.Join(',', input.CouldReach)}")];

    [Theory, MemberData(nameof(Names)), Rule("CTC-2.1U", "gvhd-cytopenia-observations 2.1: only multiples of a limit need no unit")]
    public void Only_a_multiple_of_a_limit_is_read_without_a_unit(string criteria, string name)
    {
        var term = Named(criteria, name);
        var isMultiple = term.Code is "alt" or "ast" or "alp" or "bilirubin_total" or "creatinine" or "inr" or "aptt";
        var result = term.Grade(new LabInputs { Value = 50, Uln = 10, Lln = 5, Baseline = 10, BaselineIsHigh = false, BaselineIsLow = false });
        Assert.Equal(isMultiple, result.State != GradeState.NotComputed);
    }

    [Theory, MemberData(nameof(Names)), Rule("CTC-2.1P", "gvhd-cytopenia-observations 0.4 and 2.1")]
    public void Without_a_value_the_same_is_missing_with_a_unit_and_without(string criteria, string name)
    {
        var term = Named(criteria, name);
        Assert.Equal(Missing(term, new LabInputs { Unit = term.Units[0] }), Missing(term, new LabInputs()));
        Assert.Contains(term.Grade(new LabInputs()).Missing, input => input.Code == term.Code);
    }

    [Fact, Rule("CTC-2.1P", "gvhd-cytopenia-observations 0.4 and 2.1")]
    public void Whether_a_baseline_is_low_is_asked_only_of_one_that_is_known()
    {
        static IEnumerable<string> Codes(LabInputs inputs) => Ctcae6.CreatinineIncreased.Grade(inputs).Missing.Select(input => input.Code);
        var value = new LabInputs { Value = 2, Unit = "mg/dL" };
        Assert.DoesNotContain("baseline_low", Codes(value));
        Assert.DoesNotContain("baseline_low", Codes(value with { Baseline = 1, BaselineIsLow = true }));
        Assert.DoesNotContain("baseline_low", Codes(value with { Baseline = 1, BaselineIsLow = false }));
        Assert.Contains("baseline_low", Codes(value with { Baseline = 1, Uln = 1.5m }));
    }
}
