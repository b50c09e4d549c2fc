using CarNkMonitor.Grading.Ctcae;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Ctcae;

/// <summary>What holds around the printed rows: unknown limits, unknown units, bounds, statements of clinicians.</summary>
public sealed class LabCriterionTests
{
    const string Source = "gvhd-cytopenia-observations 0.2, 0.4 and 2.1; CTCAE v5.0, NCI, 27 November 2017";

    static readonly LabCriterion Neutrophils = Ctcae5.NeutrophilCountDecreased;
    static readonly LabCriterion Alt = Ctcae5.AlanineAminotransferaseIncreased;
    static readonly LabCriterion Creatinine = Ctcae5.CreatinineIncreased;

    [Fact, Rule("CTC-2.1A", Source)]
    public void Absolute_limits_win_over_the_lower_limit_of_normal()
    {
        Assert.Equal(2, Lab.GradeOf(Neutrophils, Lab.Of(Neutrophils, 1.45m) with { Lln = 1.4m }));
        Assert.Equal(0, Lab.GradeOf(Neutrophils, Lab.Of(Neutrophils, 1.5m) with { Lln = 1.4m }));
    }

    [Theory, Rule("CTC-2.1B", Source)]
    [InlineData("1.5", "0-1"), InlineData("9", "0-1"), InlineData("1.499", "2-2"), InlineData("0.4", "4-4")]
    public void Without_lower_limit_only_grade_1_is_open(string value, string range) => Assert.Equal(range, Lab.RangeOf(Neutrophils, Lab.Of(Neutrophils, Lab.Number(value))));

    [Theory, Rule("CTC-2.1C", Source)]
    [InlineData("alanine aminotransferase increased", "0-4"), InlineData("aspartate aminotransferase increased", "0-4"), InlineData("alkaline phosphatase increased", "0-4")]
    [InlineData("blood bilirubin increased", "0-4"), InlineData("activated partial thromboplastin time prolonged", "0-3")]
    public void Without_upper_limit_liver_and_clotting_terms_are_not_determined(string term, string range)
    {
        var row = Ctcae5.Find(term)!;
        Assert.Equal(range, Lab.RangeOf(row, Lab.Of(row, 90)));
        Assert.Equal(range, Lab.RangeOf(row, Lab.Of(row, 90) with { Baseline = 30, BaselineIsHigh = false }));
        Assert.Equal(range, Lab.RangeOf(row, Lab.Of(row, 90) with { BaselineIsHigh = true }));
    }

    [Fact, Rule("CTC-2.1C", Source)]
    public void Without_upper_limit_a_high_baseline_determines_nothing_but_bounds_the_range()
    {
        Assert.Equal("0-3", Lab.RangeOf(Alt, Lab.Of(Alt, 410) with { Baseline = 80, BaselineIsHigh = true }));
        Assert.Equal("0-4", Lab.RangeOf(Alt, Lab.Of(Alt, 1700) with { Baseline = 80, BaselineIsHigh = true }));
        Assert.Equal("0-1", Lab.RangeOf(Alt, Lab.Of(Alt, 30) with { Baseline = 80, BaselineIsHigh = true }));
    }

    [Theory, Rule("CTC-2.1D", Source)]
    [InlineData("1.0", "1.0", "0-1"), InlineData("0.5", "1.0", "0-1"), InlineData("1.5", "1.0", "0-1"), InlineData("1.51", "1.0", "2-2"), InlineData("3.0", "1.0", "2-2"), InlineData("3.01", "1.0", "3-3")]
    [InlineData("6.0", "1.0", "3-3"), InlineData("6.01", "1.0", "3-4")]
    public void Without_upper_limit_creatinine_is_graded_by_a_normal_baseline(string value, string baseline, string range) =>
        Assert.Equal(range, Lab.RangeOf(Creatinine, Lab.Of(Creatinine, Lab.Number(value)) with { Baseline = Lab.Number(baseline), BaselineIsHigh = false }));

    [Theory, Rule("CTC-2.1D", Source)]
    [InlineData("1.0", "0-4"), InlineData("1.6", "2-4"), InlineData("3.1", "3-4")]
    public void Without_upper_limit_a_high_or_unjudged_baseline_leaves_creatinine_open_upwards(string value, string range)
    {
        var inputs = Lab.Of(Creatinine, Lab.Number(value)) with { Baseline = 1.0m };
        Assert.Equal(range, Lab.RangeOf(Creatinine, inputs));
        Assert.Equal(range, Lab.RangeOf(Creatinine, inputs with { BaselineIsHigh = true }));
        Assert.Equal("0-4", Lab.RangeOf(Creatinine, inputs with { Baseline = null }));
    }

    [Fact, Rule("CTC-2.1E", Source)]
    public void A_missing_baseline_counts_as_normal()
    {
        Assert.Equal(1, Lab.GradeOf(Alt, Lab.Of(Alt, 90) with { Uln = 40 }));
        Assert.Equal(0, Lab.GradeOf(Creatinine, Lab.Of(Creatinine, 1.3m) with { Uln = 1.3m }));
        Assert.Equal(1, Lab.GradeOf(Ctcae5.FibrinogenDecreased, Lab.Of(Ctcae5.FibrinogenDecreased, 1.9m) with { Lln = 2.0m }));
    }

    [Theory, Rule("CTC-2.1E", Source)]
    [InlineData("40", "0-0"), InlineData("41", "0-1"), InlineData("90", "1-1"), InlineData("121", "1-2"), InlineData("181", "2-2"), InlineData("301", "3-3"), InlineData("801", "3-4")]
    public void A_baseline_that_nobody_judged_is_read_both_ways(string value, string range) =>
        // If it was normal: above 40, 120, 200, 800. If it was high: from 90, above 180, 300, 1200.
        Assert.Equal(range, Lab.RangeOf(Alt, Lab.Of(Alt, Lab.Number(value)) with { Uln = 40, Baseline = 60 }));

    [Theory, Rule("CTC-2.1E", Source)]
    [InlineData("60", "0-0"), InlineData("61", "0-1"), InlineData("121", "0-2"), InlineData("801", "0-4")]
    public void A_high_baseline_of_unknown_height_lies_anywhere_above_the_limit(string value, string range) =>
        Assert.Equal(range, Lab.RangeOf(Alt, Lab.Of(Alt, Lab.Number(value)) with { Uln = 40, BaselineIsHigh = true }));

    [Theory, Rule("CTC-2.1F", Source)]
    [InlineData("1.2", "0-1"), InlineData("0.7", "0-1"), InlineData("1.21", "1-1"), InlineData("1.6", "2-2"), InlineData("2.51", "3-3")]
    public void Inr_on_anticoagulation_without_baseline_is_open_only_up_to_1_2(string value, string range) =>
        Assert.Equal(range, Lab.RangeOf(Ctcae5.InrIncreased, Lab.Of(Ctcae5.InrIncreased, Lab.Number(value)) with { OnAnticoagulation = true }));

    [Theory, Rule("CTC-2.1G", Source)]
    [InlineData("0.5", "0-4"), InlineData("1.9", "0-4"), InlineData("0.49", "4-4")]
    public void Fibrinogen_without_lower_limit_is_open_from_half_a_gram(string value, string range)
    {
        Assert.Equal(range, Lab.RangeOf(Ctcae5.FibrinogenDecreased, Lab.Of(Ctcae5.FibrinogenDecreased, Lab.Number(value))));
        Assert.Equal(range, Lab.RangeOf(Ctcae5.FibrinogenDecreased, Lab.Of(Ctcae5.FibrinogenDecreased, Lab.Number(value)) with { Baseline = 8 }));
    }

    [Theory, Rule("CTC-2.2e", Source)]
    [InlineData("100", null, null, "0-1"), InlineData("100", "105", null, "0-0"), InlineData("110", "105", null, "0-1"), InlineData("110", null, "90", "0-1"), InlineData("90", null, "90", "0-0")]
    public void Alkaline_phosphatase_of_version_6_needs_baseline_and_limit(string value, string? uln, string? baseline, string range) => Assert.Equal(
        range, Lab.RangeOf(Ctcae6.AlkalinePhosphataseIncreased, Lab.Of(Ctcae6.AlkalinePhosphataseIncreased, Lab.Number(value)) with
        {
            Uln = uln is null ? null : Lab.Number(uln), Baseline = baseline is null ? null : Lab.Number(baseline),
        }));

    [Fact, Rule("CTC-2.2f", Source)]
    public void Creatinine_of_version_6_reads_an_unjudged_baseline_both_ways()
    {
        var inputs = Lab.Of(Ctcae6.CreatinineIncreased, 1.2m) with { Uln = 1.3m, Baseline = 0.6m };
        Assert.Equal("0-2", Lab.RangeOf(Ctcae6.CreatinineIncreased, inputs));
        Assert.Equal("0-0", Lab.RangeOf(Ctcae6.CreatinineIncreased, inputs with { Value = 0.9m }));
    }

    [Theory, Rule("CTC-2.1H", Source)]
    [InlineData("g/L"), InlineData("10^9/L"), InlineData("10*9/l"), InlineData(" 10*9/L"), InlineData(null), InlineData("")]
    public void A_count_in_an_unknown_unit_is_not_graded(string? unit)
    {
        var result = Neutrophils.Grade(new LabInputs { Value = 1.2m, Unit = unit, Lln = 1.8m });
        Assert.Equal((GradeState.NotComputed, null, null), (result.State, result.Low, result.High));
        Assert.Equal([CtcaeFlag.UnknownUnit], result.Flags);
    }

    [Theory, Rule("CTC-2.1H", Source)]
    [InlineData("alanine aminotransferase increased"), InlineData("creatinine increased"), InlineData("activated partial thromboplastin time prolonged"), InlineData("inr increased")]
    public void A_ratio_needs_no_unit_but_refuses_a_wrong_one(string term)
    {
        var row = Ctcae5.Find(term)!;
        Assert.Equal(Lab.RangeOf(row, Lab.Of(row, 90) with { Uln = 40 }), Lab.RangeOf(row, new LabInputs { Value = 90m, Uln = 40 }));
        Assert.Equal("not computed", Lab.RangeOf(row, new LabInputs { Value = 90m, Unit = "10*9/L", Uln = 40 }));
    }

    [Fact, Rule("CTC-2.1I", Source)]
    public void A_missing_value_leaves_everything_open_whatever_the_unit()
    {
        Assert.Equal("0-4", Lab.RangeOf(Neutrophils, new LabInputs { Lln = 1.8m }));
        Assert.Equal("0-4", Lab.RangeOf(Neutrophils, new LabInputs { Unit = "g/L" }));
        Assert.Equal("0-3", Lab.RangeOf(Ctcae5.Anemia, new LabInputs()));
        Assert.Equal("0-3", Lab.RangeOf(Ctcae5.InrIncreased, new LabInputs()));
        Assert.Equal("0-1", Lab.RangeOf(Ctcae6.AlkalinePhosphataseIncreased, new LabInputs()));
    }

    [Theory, Rule("CTC-2.1J", Source)]
    [InlineData("<0.5", "4-4"), InlineData("<0.6", "3-4"), InlineData("<5", "0-4"), InlineData(">1.8", "0-0"), InlineData(">1.5", "0-1"), InlineData(">0.9", "0-3"), InlineData(">1.0", "0-2")]
    public void A_bound_is_never_the_number(string value, string range) =>
        Assert.Equal(range, Lab.RangeOf(Neutrophils, new LabInputs { Value = Lab.Bound(value), Unit = "10*9/L", Lln = 1.8m }));

    [Theory, Rule("CTC-2.1J", Source)]
    [InlineData("100", "<30", "2-4"), InlineData("100", ">30", "0-2"), InlineData("100", ">70", "0-0"), InlineData("<90", ">30", "0-1"), InlineData(">90", "<30", "2-4"), InlineData("<100", "<30", "0-4")]
    [InlineData("45", "<30", "1-4"), InlineData("45", ">30", "0-0"), InlineData(">45", ">30", "0-4")]
    public void A_baseline_that_is_a_bound_keeps_the_multiples_open(string value, string baseline, string range)
    {
        var inputs = new LabInputs { Value = value[0] is '<' or '>' ? Lab.Bound(value) : Lab.Number(value), Unit = "U/L", Uln = 20, Baseline = Lab.Bound(baseline), BaselineIsHigh = true };
        Assert.Equal(range, Lab.RangeOf(Alt, inputs));
    }

    [Fact, Rule("CTC-2.1K", Source)]
    public void Transfusion_indicated_lifts_anemia_to_3_and_life_threatening_to_4()
    {
        var inputs = Lab.Of(Ctcae5.Anemia, 84) with { Lln = 130 };
        Assert.Equal(2, Lab.GradeOf(Ctcae5.Anemia, inputs));
        Assert.Equal(3, Lab.GradeOf(Ctcae5.Anemia, inputs with { TransfusionIndicated = true }));
        Assert.Equal(4, Lab.GradeOf(Ctcae5.Anemia, inputs with { TransfusionIndicated = true, LifeThreatening = true }));
    }

    [Fact, Rule("CTC-2.1K", Source)]
    public void Statements_stand_without_a_value_and_in_any_unit()
    {
        Assert.Equal("3-3", Lab.RangeOf(Ctcae5.Anemia, new LabInputs { TransfusionIndicated = true }));
        Assert.Equal("4-4", Lab.RangeOf(Ctcae5.Anemia, new LabInputs { Value = 9m, Unit = "stone", LifeThreatening = true }));
        Assert.Equal("4-4", Lab.RangeOf(Ctcae5.Hypertriglyceridemia, new LabInputs { Value = 1m, Unit = "mmol/L", LifeThreatening = true }));
        Assert.Equal("3-3", Lab.RangeOf(Ctcae5.ActivatedPartialThromboplastinTimeProlonged, new LabInputs { Value = 30m, Unit = "s", Bleeding = true }));
        Assert.Equal("3-4", Lab.RangeOf(Ctcae6.Thrombocytopenia, new LabInputs { Value = 30m, Unit = "stone", TransfusionIndicated = true }));
    }

    [Fact, Rule("CTC-2.1K", Source)]
    public void Statements_that_a_row_does_not_print_change_nothing()
    {
        var inputs = Lab.Of(Neutrophils, 1.2m) with { TransfusionIndicated = true, LifeThreatening = true, Bleeding = true };
        Assert.Equal(2, Lab.GradeOf(Neutrophils, inputs));
        Assert.Equal(1, Lab.GradeOf(Ctcae5.PlateletCountDecreased, Lab.Of(Ctcae5.PlateletCountDecreased, 80) with { Lln = 150, TransfusionIndicated = true, LifeThreatening = true }));
        Assert.Equal(0, Lab.GradeOf(Ctcae5.InrIncreased, Lab.Of(Ctcae5.InrIncreased, 1) with { LifeThreatening = true }));
    }

    [Fact, Rule("CTC-2.1L", Source)]
    public void A_result_costs_one_object_known_or_not()
    {
        var (known, unknown) = (Lab.Of(Neutrophils, 0.4m), Lab.Of(Neutrophils, 2.5m));
        Neutrophils.Grade(known);
        Neutrophils.Grade(unknown);
        Assert.Equal(OneObject(() => Neutrophils.Grade(known)), OneObject(() => Neutrophils.Grade(unknown)));
        Assert.InRange(OneObject(() => Neutrophils.Grade(known)), 1, 96);
    }

    static long OneObject(Func<GradeResult> grade)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        grade();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
