using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Quantities;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>Invariants of HLH-2004, the count and the call, over random inputs.</summary>
public sealed class Hlh2004LawsTests
{
    const string Source = "crs-icans-mas 9; Henter 2007";

    [Fact, Rule("LAW-9.3", Source)]
    public void Bounds_are_ordered_and_equal_exactly_when_determined() => SomeHlh2004.Laws.Bounds_are_ordered();

    [Fact, Rule("LAW-9.1", Source)]
    public void A_worse_value_never_lowers_a_bound() => WithoutFasting.Worse_never_lowers();

    [Fact, Rule("LAW-9.2", Source)]
    public void Forgetting_a_value_only_widens_the_range() => SomeHlh2004.Laws.Forgetting_only_widens();

    [Fact, Rule("HLH2004-0.3", "crs-icans-mas 0.3")]
    public void Missing_names_exactly_the_levels_that_hang_on_each_input() => SomeHlh2004.Laws.Missing_is_what_all_combinations_say();

    [Fact]
    public void An_empty_record_names_every_input() => SomeHlh2004.Laws.Nothing_known_names_every_input();

    /// <summary>Limits in the other unit, written down by hand, against a value that is converted at the door.</summary>
    [Fact, Rule("HLH2004-0.2", "gvhd-cytopenia-observations 0.2, 5")]
    public void The_unit_of_entry_never_changes_the_count() => Gen.Int[0, 6000].Sample(step =>
    {
        var number = step / 20m;
        Same(number <= 150m, SomeHlh2004.Clear with { Fibrinogen = In("mg/dL~1/100~0", number) });
        Same(number >= 101.3m, SomeHlh2004.Clear with { TemperatureMax = In("[degF]~5/9~-160/9", number) });
        Same(number < 9m, SomeHlh2004.Clear with { Platelets = 0, Hemoglobin = In("g/dL~10~0", number) });
        Same(number * 100 < 1000m, SomeHlh2004.Clear with { Platelets = 0, Neutrophils = In("/uL~1/1000~0", number * 100) });
        Same(number * 100 >= 2_400m, SomeHlh2004.Clear with { SolubleCd25 = In("U/L~1/1000~0", number * 100_000) });
    }, iter: Law.Tries);

    /// <summary>The one exception, by name: 265 mg/dL of triglycerides are 2.99 mmol/L.</summary>
    [Fact, Rule("HLH2004-0.2T", "gvhd-cytopenia-observations 0.2.3")]
    public void Triglycerides_are_compared_in_the_reported_unit()
    {
        Same(true, SomeHlh2004.Clear with { Triglycerides = Triglycerides.InMgPerDL(265m) });
        Same(false, SomeHlh2004.Clear with { Triglycerides = Triglycerides.InMmolPerL(265m / 88.57m) });
        Same(false, SomeHlh2004.Clear with { Triglycerides = Triglycerides.InMgPerDL(264.9m) });
    }

    /// <summary>Whether a sample was fasting is not a severity.</summary>
    static readonly TableLaws<Hlh2004Inputs> WithoutFasting = SomeHlh2004.LawsBut("fasting_sample");

    static decimal In(string unit, decimal value) => UnitFactor.Parse(unit).ToCanonical(value);

    static void Same(bool expected, Hlh2004Inputs inputs) => Assert.Equal(expected ? 1 : 0, Hlh2004Grader.Grade(inputs).Low);
}
