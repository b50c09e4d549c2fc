using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Ctcae;

/// <summary>Invariants of the laboratory terms over random rows.</summary>
public sealed class CtcaeLawsTests
{
    const string Law9 = "crs-icans-mas 9; gvhd-cytopenia-observations 0.2 and 0.4";

    [Fact, Rule("LAW-9.3", Law9)]
    public void Bounds_are_ordered_and_equal_exactly_when_determined() => LabGenerators.Any.Sample(row =>
    {
        var result = row.Term.Grade(row.Inputs);
        Assert.True(result.Low <= result.High && result.Low >= 0 && result.High <= 4);
        Assert.Equal(result.Low == result.High, result.State == GradeState.Determined);
    }, iter: Law.Tries);

    [Fact, Rule("LAW-9.3", Law9)]
    public void Everything_known_is_always_determined() => LabGenerators.Known.Sample(row =>
        Assert.Equal(GradeState.Determined, row.Term.Grade(row.Inputs).State), iter: Law.Tries);

    [Fact, Rule("LAW-9.1", Law9)]
    public void A_worse_value_never_lowers_a_bound() => LabGenerators.Any.Sample(row =>
    {
        if (row.Inputs.Value is { } value)
        {
            var worse = row.Inputs with { Value = value with { Value = IsLow(row.Term) ? value.Value * 0.7m : (value.Value * 1.4m) + 0.01m } };
            Holds(row.Term.Grade(worse), atLeast: row.Term.Grade(row.Inputs), row.Term, row.Inputs, worse);
        }
    }, iter: Law.Tries);

    [Fact, Rule("LAW-9.1", Law9)]
    public void A_limit_of_normal_that_is_nearer_never_lowers_a_bound() => LabGenerators.Any.Sample(row =>
    {
        var nearer = row.Inputs with { Lln = row.Inputs.Lln * 1.3m, Uln = row.Inputs.Uln * 0.7m };
        Holds(row.Term.Grade(nearer), atLeast: row.Term.Grade(row.Inputs), row.Term, row.Inputs, nearer);
    }, iter: Law.Tries);

    [Fact, Rule("LAW-9.1", Law9)]
    public void A_statement_never_lowers_a_bound() => LabGenerators.Any.Sample(row =>
    {
        foreach (var stated in new[] { row.Inputs with { TransfusionIndicated = true }, row.Inputs with { LifeThreatening = true }, row.Inputs with { Bleeding = true } })
        {
            Holds(row.Term.Grade(stated), atLeast: row.Term.Grade(row.Inputs), row.Term, row.Inputs, stated);
        }
    }, iter: Law.Tries);

    /// <summary>
    /// A missing baseline is outside this law: it counts as normal (2.1). So is creatinine with a ULN that moved below a baseline that was not high:
    /// without any ULN the grades of the baseline stand.
    /// </summary>
    [Fact, Rule("LAW-9.2", Law9)]
    public void Forgetting_a_number_or_a_judgement_only_widens_the_range() => LabGenerators.Any.Where(row => !HasMovedLimit(row.Inputs)).Sample(row =>
    {
        var known = row.Term.Grade(row.Inputs);
        foreach (var less in new[]
        {
            row.Inputs with { Value = null }, row.Inputs with { Lln = null }, row.Inputs with { Uln = null },
            row.Inputs with { BaselineIsHigh = row.Inputs.Baseline is null ? row.Inputs.BaselineIsHigh : null }, row.Inputs with { BaselineIsLow = null },
        })
        {
            var wider = row.Term.Grade(less);
            Assert.True(wider.Low <= known.Low && wider.High >= known.High, $"{row.Term} {row.Inputs} -> {less}");
        }
    }, iter: Law.Tries);

    [Fact, Rule("LAW-9.2", Law9)]
    public void A_bound_spans_the_grade_of_every_value_that_it_allows() => LabGenerators.Known.Sample(row =>
    {
        var value = row.Inputs.Value!.Value.Value;
        foreach (var (allowed, comparator) in new[] { (value * 0.5m, Comparator.Below), (value - 0.001m, Comparator.Below), (value + 0.001m, Comparator.Above), (value * 3, Comparator.Above) })
        {
            var (bound, exact) = (row.Term.Grade(row.Inputs with { Value = new Measured(value, comparator) }), row.Term.Grade(row.Inputs with { Value = allowed }));
            Assert.True(allowed < 0 || allowed == value || (bound.Low <= exact.Low && bound.High >= exact.High), $"{row.Term} {row.Inputs} {allowed}");
        }
    }, iter: Law.Tries);

    [Fact, Rule("LAW-9.2", Law9)]
    public void A_baseline_that_is_a_bound_spans_every_baseline_that_it_allows() => LabGenerators.Known.Sample(row =>
    {
        var baseline = row.Inputs.Baseline!.Value.Value;
        foreach (var (allowed, comparator) in new[] { (baseline * 0.5m, Comparator.Below), (baseline - 0.001m, Comparator.Below), (baseline + 0.001m, Comparator.Above), (baseline * 3, Comparator.Above) })
        {
            var (bound, exact) = (row.Term.Grade(row.Inputs with { Baseline = new Measured(baseline, comparator) }), row.Term.Grade(row.Inputs with { Baseline = allowed }));
            Assert.True(allowed < 0 || allowed == baseline || (bound.Low <= exact.Low && bound.High >= exact.High), $"{row.Term} {row.Inputs} {allowed}");
        }
    }, iter: Law.Tries);

    /// <summary>Anemia and hypertriglyceridemia are outside this law: they print limits in units that are not multiples of each other (0.2.3).</summary>
    [Fact, Rule("LAW-0.2.3", "gvhd-cytopenia-observations 0.2 item 3")]
    public void Another_unit_never_changes_the_result() => LabGenerators.Any.Where(row => !IsPrintedInSeveralUnits(row.Term)).Sample(row =>
    {
        var canonical = row.Inputs with { Unit = row.Term.Units[0] };
        foreach (var factor in QuantityRules.Find(row.Term.Code)!.OtherUnits)
        {
            // Multiplied one way or the other, so that no quotient has to be cut off.
            var scale = factor.Divisor / factor.Multiplier;
            var (one, other) = factor.Multiplier > factor.Divisor
                ? (Scaled(canonical, factor.Multiplier / factor.Divisor), canonical with { Unit = factor.Unit })
                : (canonical, Scaled(canonical, scale) with { Unit = factor.Unit });
            Assert.Equal(Shown(row.Term.Grade(one)), Shown(row.Term.Grade(other)));
        }
    }, iter: Law.Tries);

    [Fact, Rule("LAW-0.2.3", "gvhd-cytopenia-observations 0.2 item 3")]
    public void The_terms_printed_in_several_units_are_the_two_named_ones()
    {
        Assert.Equal(3, Lab.GradeOf(Ctcae5.Anemia, Lab.Of(Ctcae5.Anemia, 4.9m * 16.114m)));
        Assert.Equal(2, Lab.GradeOf(Ctcae5.Anemia, Lab.Of(Ctcae5.Anemia, 4.9m, "mmol/L")));
        Assert.Equal(0, Lab.GradeOf(Ctcae5.Hypertriglyceridemia, Lab.Of(Ctcae5.Hypertriglyceridemia, 150 / 88.57m)));
        Assert.Equal(1, Lab.GradeOf(Ctcae5.Hypertriglyceridemia, Lab.Of(Ctcae5.Hypertriglyceridemia, 150, "mg/dL")));
    }

    [Fact, Rule("LAW-9.8", Law9)]
    public void Only_a_statement_gives_grade_4_of_anemia_and_grade_3_of_a_normal_clotting_time() => LabGenerators.Known.Sample(row =>
        Assert.True(row.Term.Code is not ("hgb" or "inr" or "aptt") || row.Term.Grade(row.Inputs).High <= 3), iter: Law.Tries);

    static bool HasMovedLimit(LabInputs inputs) => inputs.Baseline is { } baseline && baseline.Value > inputs.Uln && (inputs.BaselineIsHigh == false || inputs.BaselineIsLow == true);

    static bool IsLow(LabCriterion term) => term.Code is "anc" or "platelets" or "wbc" or "alc" or "cd4" or "hgb" or "fibrinogen";

    static bool IsPrintedInSeveralUnits(LabCriterion term) => term.Code is "hgb" or "triglycerides";

    static LabInputs Scaled(LabInputs inputs, decimal scale) => inputs with
    {
        Value = Scaled(inputs.Value, scale), Baseline = Scaled(inputs.Baseline, scale), Lln = inputs.Lln * scale, Uln = inputs.Uln * scale,
    };

    static Measured? Scaled(Measured? number, decimal scale) => number is { } known ? known with { Value = known.Value * scale } : null;

    static string Shown(GradeResult result) => $"{result.Low}-{result.High} {result.State}";

    static void Holds(GradeResult worse, GradeResult atLeast, LabCriterion term, LabInputs before, LabInputs after) =>
        Assert.True(worse.Low >= atLeast.Low && worse.High >= atLeast.High, $"{term} {before} -> {after}");
}
