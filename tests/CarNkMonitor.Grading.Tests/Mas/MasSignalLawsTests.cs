using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Quantities;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Mas;

/// <summary>Invariants of the MAS signal over random inputs.</summary>
public sealed class MasSignalLawsTests
{
    const string Source = "crs-icans-mas 9";

    static readonly TableLaws<MasSignalInputs> Laws = SomeMas.LawsBut();

    [Fact, Rule("LAW-9.3", Source)]
    public void Bounds_are_ordered_and_equal_exactly_when_determined() => Laws.Bounds_are_ordered();

    /// <summary>Whether a sample was fasting is not a severity.</summary>
    [Fact, Rule("LAW-9.1", Source)]
    public void A_worse_value_never_lowers_a_bound() => SomeMas.LawsBut("fasting_sample").Worse_never_lowers();

    [Fact, Rule("LAW-9.2", Source)]
    public void Forgetting_a_value_only_widens_the_range() => Laws.Forgetting_only_widens();

    [Fact, Rule("MAS-0.3", "crs-icans-mas 0.3")]
    public void Missing_names_exactly_the_levels_that_hang_on_each_input() => SomeMas.LawsOfExactValues.Missing_is_what_all_combinations_say();

    [Fact]
    public void An_empty_record_names_every_input() => Laws.Nothing_known_names_every_input();

    /// <summary>Limits in the other unit, written down by hand, against a value that is converted at the door.</summary>
    [Fact, Rule("MAS-0.2", "gvhd-cytopenia-observations 0.2, 5")]
    public void The_unit_of_entry_never_changes_the_level() => Gen.Int[0, 10_000].Sample(step =>
    {
        var number = step / 20m;
        Same(number < 150m, SomeMas.Clear with { Fibrinogen = In("mg/dL~1/100~0", number) });
        Same(number * 3 > 5 * 40m, SomeMas.Clear with { Ast = In("ukat/L~60~0", number / 20) });
        var late = SomeMas.Cytopenia(SomeMas.Clear) with { Neutrophils = 5m, Platelets = 10m };
        Same(number < 9m, late with { Hemoglobin = In("g/dL~10~0", number) });
        Same(number * 10 < 1000m, late with { Hemoglobin = 120m, Neutrophils = In("/uL~1/1000~0", number * 10) });
    }, iter: Law.Tries);

    /// <summary>The one exception, by name: 265 mg/dL of triglycerides are 2.99 mmol/L.</summary>
    [Fact, Rule("MAS-0.2T", "gvhd-cytopenia-observations 0.2.3")]
    public void Triglycerides_are_compared_in_the_reported_unit()
    {
        Same(true, SomeMas.Clear with { Triglycerides = Triglycerides.InMgPerDL(265m) });
        Same(false, SomeMas.Clear with { Triglycerides = Triglycerides.InMmolPerL(265m / 88.57m) });
        Same(false, SomeMas.Clear with { Triglycerides = Triglycerides.InMgPerDL(264.9m) });
    }

    static decimal In(string unit, decimal value) => UnitFactor.Parse(unit).ToCanonical(value);

    /// <summary>One component beside moderate ferritin makes AMBER of WATCH.</summary>
    static void Same(bool isPresent, MasSignalInputs inputs)
    {
        var result = MasSignalGrader.Grade(SomeMas.Moderate(inputs));
        Assert.Equal((isPresent ? 2 : 1, isPresent ? 2 : 1), (result.Low, result.High));
    }
}
