using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.IecHs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.IecHs;

/// <summary>The criteria one by one and the operational classes.</summary>
public sealed class IecHsPatternTests
{
    const string Source = "crs-icans-mas 3.2; Hines 2023";
    const string Classes = "crs-icans-mas 3.3";

    static readonly IecHsInputs Clear = SomeIecHs.Clear;

    [Theory, Rule("IECHS-3.3", Classes)]
    [InlineData(false, true, true, 2, 0, IecHsClass.Met)]
    [InlineData(false, true, true, 4, 9, IecHsClass.Met)]
    [InlineData(false, true, true, 1, 0, IecHsClass.Possible)]
    [InlineData(false, true, true, 1, 9, IecHsClass.Possible)]
    [InlineData(false, true, true, 0, 2, IecHsClass.Possible)]
    [InlineData(false, true, true, 0, 1, IecHsClass.NotMet)]
    [InlineData(false, true, true, 0, 0, IecHsClass.NotMet)]
    [InlineData(false, true, false, 4, 9, IecHsClass.Possible)]
    [InlineData(false, true, false, 1, 0, IecHsClass.Possible)]
    [InlineData(false, true, false, 0, 2, IecHsClass.Possible)]
    [InlineData(false, true, false, 0, 1, IecHsClass.NotMet)]
    [InlineData(false, false, true, 4, 9, IecHsClass.NotMet)]
    [InlineData(true, true, true, 4, 9, IecHsClass.NotMet)]
    public void Ferritin_is_required_and_timing_with_two_common_criteria_makes_the_pattern(bool cause, bool ferritin, bool timing, int common, int other, IecHsClass expected) =>
        Assert.Equal(expected, IecHsPattern.Class(cause, ferritin, timing, common, other));

    [Theory, Rule("IECHS-3.2C", Source)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_common_criterion_counts_once(int at)
    {
        Assert.Equal("POSSIBLE", Class(SomeIecHs.Common[at](Clear)));
        Assert.Equal("MET", Class(SomeIecHs.Common[at](SomeIecHs.Common[(at + 1) % 4](Clear))));
    }

    public static IEnumerable<TheoryDataRow<int>> Others => Enumerable.Range(0, 9).Select(at => new TheoryDataRow<int>(at));

    [Theory, MemberData(nameof(Others)), Rule("IECHS-3.2O", Source)]
    public void Each_other_manifestation_counts_once(int at)
    {
        Assert.Equal("NOT_MET", Class(SomeIecHs.Other[at](Clear)));
        Assert.Equal("POSSIBLE", Class(SomeIecHs.Other[at](SomeIecHs.Other[(at + 1) % 9](Clear))));
    }

    [Theory, Rule("IECHS-3.2F", Source)]
    [InlineData(600, 300, 200, false, "NOT_MET")]
    [InlineData(601, 300, 200, false, "MET")]
    [InlineData(5000, 300, 2500, false, "NOT_MET")]
    [InlineData(5001, 300, 2500, false, "MET")]
    [InlineData(600, 300, null, false, "NOT_MET")]
    [InlineData(601, 300, null, false, "MET")]
    [InlineData(601, null, null, false, "NOT_MET-MET")]
    [InlineData(601, null, 200, false, "NOT_MET-MET")]
    [InlineData(400, null, 200, false, "NOT_MET")]
    [InlineData(10, 300, 200, true, "MET")]
    [InlineData(null, 300, 200, true, "MET")]
    [InlineData(null, 300, 200, false, "NOT_MET-MET")]
    [InlineData(600, 300, 200, null, "NOT_MET-MET")]
    [InlineData(601, 300, 200, null, "MET")]
    public void Ferritin_is_above_twice_the_larger_of_limit_and_baseline_or_rapidly_rising(int? now, int? uln, int? baseline, bool? rapid, string expected) =>
        Assert.Equal(expected, Class(SomeIecHs.Met with { Ferritin = now, FerritinUln = uln, FerritinBaseline = baseline, FerritinRapidRise = rapid }));

    [Fact]
    public void A_baseline_that_is_only_a_limit_is_never_the_number()
    {
        Assert.Equal("NOT_MET-MET", Class(SomeIecHs.Met with { Ferritin = 1000m, FerritinBaseline = new(600m, Comparator.Below) }));
        Assert.Equal("MET", Class(SomeIecHs.Met with { Ferritin = 1200m, FerritinBaseline = new(600m, Comparator.Below) }));
        Assert.Equal("NOT_MET", Class(SomeIecHs.Met with { Ferritin = 1200m, FerritinBaseline = new(600m, Comparator.Above) }));
        Assert.Equal("NOT_MET-MET", Class(SomeIecHs.Met with { Ferritin = 1300m, FerritinBaseline = new(600m, Comparator.Above) }));
    }

    [Theory, Rule("IECHS-3.2T", Source)]
    [InlineData(IecHsTiming.ResolvingOrResolvedCrs, "MET")]
    [InlineData(IecHsTiming.WorseningAfterImprovement, "MET")]
    [InlineData(IecHsTiming.DuringInitialCrs, "POSSIBLE")]
    [InlineData(IecHsTiming.NoCrsDocumented, "POSSIBLE")]
    [InlineData(null, "POSSIBLE-MET")]
    public void Timing_is_needed_for_the_pattern(IecHsTiming? timing, string expected) => Assert.Equal(expected, Class(SomeIecHs.Met with { Timing = timing }));

    [Theory, Rule("IECHS-3.2A", Source)]
    [InlineData(200, 40, 30, "NOT_MET")]
    [InlineData(201, 40, 30, "POSSIBLE")]
    [InlineData(201, 40, 40, "POSSIBLE")]
    [InlineData(500, 40, 100, "NOT_MET")]
    [InlineData(501, 40, 100, "POSSIBLE")]
    [InlineData(201, 40, null, "POSSIBLE")]
    [InlineData(200, 40, null, "NOT_MET")]
    [InlineData(201, null, 30, "NOT_MET-POSSIBLE")]
    [InlineData(150, null, 30, "NOT_MET")]
    [InlineData(null, 40, 30, "NOT_MET-POSSIBLE")]
    public void Transaminases_are_above_five_times_the_larger_of_limit_and_baseline(int? value, int? uln, int? baseline, string expected)
    {
        Assert.Equal(expected, Class(Clear with { Ast = value, AstUln = uln, AstBaseline = baseline }));
        Assert.Equal(expected, Class(Clear with { Alt = value, AltUln = uln, AltBaseline = baseline }));
    }

    [Theory, Rule("IECHS-3.2B", Source)]
    [InlineData("1.49", "1.0", "POSSIBLE")]
    [InlineData("1.5", "1.0", "NOT_MET")]
    [InlineData("1.79", "1.8", "POSSIBLE")]
    [InlineData("1.8", "1.8", "NOT_MET")]
    [InlineData("1.49", null, "POSSIBLE")]
    [InlineData("1.5", null, "NOT_MET-POSSIBLE")]
    [InlineData(null, "1.8", "NOT_MET-POSSIBLE")]
    public void Fibrinogen_is_below_the_larger_of_1_5_and_the_lower_limit(string? value, string? lln, string expected) =>
        Assert.Equal(expected, Class(Clear with { Fibrinogen = Number(value), FibrinogenLln = Number(lln) }));

    [Theory, Rule("IECHS-3.2D", Source)]
    [InlineData(IecHsCytopeniaCourse.New, "0.49", "90", "POSSIBLE")]
    [InlineData(IecHsCytopeniaCourse.Worsening, "0.5", "24.9", "POSSIBLE")]
    [InlineData(IecHsCytopeniaCourse.Refractory, "0.49", "24", "POSSIBLE")]
    [InlineData(IecHsCytopeniaCourse.New, "0.5", "25", "NOT_MET")]
    [InlineData(IecHsCytopeniaCourse.ExpectedStable, "0.1", "5", "NOT_MET")]
    [InlineData(IecHsCytopeniaCourse.ExpectedStable, null, null, "NOT_MET")]
    [InlineData(null, "0.1", "90", "NOT_MET-POSSIBLE")]
    [InlineData(null, "0.5", "25", "NOT_MET")]
    [InlineData(IecHsCytopeniaCourse.New, "0.5", null, "NOT_MET-POSSIBLE")]
    [InlineData(IecHsCytopeniaCourse.New, null, "5", "POSSIBLE")]
    public void Cytopenia_needs_an_unexpected_course_and_one_lineage_of_grade_4(IecHsCytopeniaCourse? course, string? neutrophils, string? platelets, string expected) =>
        Assert.Equal(expected, Class(Clear with { CytopeniaCourse = course, Neutrophils = Number(neutrophils), Platelets = Number(platelets) }));

    [Theory, Rule("IECHS-3.2G", Source)]
    [InlineData(true, "POSSIBLE")]
    [InlineData(false, "NOT_MET-POSSIBLE")]
    [InlineData(null, "NOT_MET-POSSIBLE")]
    public void Raised_triglycerides_count_only_when_fasting(bool? fasting, string expected) =>
        Assert.Equal(expected, Class(Clear with { LdhAboveUln = true, Triglycerides = Triglycerides.InMmolPerL(3.4m), TriglyceridesFasting = fasting }));

    [Theory, Rule("IECHS-3.3S", Classes)]
    [InlineData(true, "NOT_MET")]
    [InlineData(false, "MET")]
    [InlineData(null, "NOT_MET-MET")]
    public void An_alternative_sole_cause_excludes_it_and_an_unasked_one_leaves_it_open(bool? cause, string expected) =>
        Assert.Equal(expected, Class(SomeIecHs.Met with { AlternativeSoleCause = cause }));

    [Theory]
    [InlineData("ferritin_uln__ug/L", "0")]
    [InlineData("ast_uln__U/L", "0.67")]
    [InlineData("alt__U/L", "25001")]
    [InlineData("fibrinogen__g/L", "120")]
    [InlineData("timing", "later")]
    [InlineData("cytopenia_course", "none")]
    [InlineData("death_principal_cause", "crs")]
    [InlineData("dialysis_for_aki", "1")]
    public void An_impossible_cell_is_refused_by_name(string column, string cell)
    {
        var refused = Assert.Throws<CaseInputException>(() => new IecHsCaseTable().Grade(new Dictionary<string, string> { [column] = cell }));
        Assert.Equal(column, Assert.Single(refused.Problems).Column);
    }

    static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static string Class(IecHsInputs inputs)
    {
        var result = IecHsPatternGrader.Grade(inputs);
        var (low, high) = (result.Scale.Word(result.Low!.Value), result.Scale.Word(result.High!.Value));
        return low == high ? low : $"{low}-{high}";
    }

    [Theory]
    [InlineData(IecHsTiming.ResolvingOrResolvedCrs, "onset with resolving or resolved CRS")]
    [InlineData(IecHsTiming.WorseningAfterImprovement, "worsening after improvement with CRS-directed therapy")]
    public void The_sentence_says_which_half_of_the_timing_criterion_is_met(IecHsTiming timing, string words) =>
        Assert.Contains(words, IecHsPatternGrader.Grade(SomeIecHs.Met with { Timing = timing }).Sentence.English, StringComparison.Ordinal);
}
