using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.IecHs;
using CarNkMonitor.Grading.Quantities;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.IecHs;

/// <summary>Invariants of the IEC-HS pattern over random inputs.</summary>
public sealed class IecHsLawsTests
{
    const string Source = "crs-icans-mas 9; Hines 2023";

    static readonly TableLaws<IecHsInputs> Laws = SomeIecHs.LawsBut();

    [Fact, Rule("LAW-9.3", Source)]
    public void Bounds_are_ordered_and_equal_exactly_when_determined() => Laws.Bounds_are_ordered();

    /// <summary>Whether a sample was fasting is not a severity.</summary>
    [Fact, Rule("LAW-9.1", Source)]
    public void A_worse_value_never_lowers_a_bound() => SomeIecHs.LawsBut("fasting_sample").Worse_never_lowers();

    [Fact, Rule("LAW-9.2", Source)]
    public void Forgetting_a_value_only_widens_the_range() => Laws.Forgetting_only_widens();

    [Fact, Rule("IECHS-0.3", "crs-icans-mas 0.3")]
    public void Missing_names_exactly_the_classes_that_hang_on_each_input() => SomeIecHs.LawsOfExactBaselines.Missing_is_what_all_combinations_say();

    [Fact]
    public void An_empty_record_names_every_input() => Laws.Nothing_known_names_every_input();

    /// <summary>Limits in the other unit, written down by hand, against a value that is converted at the door.</summary>
    [Fact, Rule("IECHS-0.2", "gvhd-cytopenia-observations 0.2, 5")]
    public void The_unit_of_entry_never_changes_the_class() => Gen.Int[0, 8000].Sample(step =>
    {
        var number = step / 20m;
        Same(number < 180m, SomeIecHs.Clear with { Fibrinogen = In("mg/dL~1/100~0", number) });
        Same(number * 3 > 5 * 40m, SomeIecHs.Clear with { Ast = In("ukat/L~60~0", number / 20) });
        Same(number < 25m, SomeIecHs.Clear with { CytopeniaCourse = IecHsCytopeniaCourse.New, Platelets = In("/uL~1/1000~0", number * 1000) });
        Same(number * 10 < 500m, SomeIecHs.Clear with { CytopeniaCourse = IecHsCytopeniaCourse.Refractory, Neutrophils = In("/uL~1/1000~0", number * 10) });
    }, iter: Law.Tries);

    /// <summary>The one exception, by name: &gt; 265 mg/dL and &gt;= 3.0 mmol/L are different amounts and different signs.</summary>
    [Theory, Rule("IECHS-0.2T", "gvhd-cytopenia-observations 0.2.3")]
    [InlineData(TriglycerideUnit.MgPerDL, "265", 0)]
    [InlineData(TriglycerideUnit.MgPerDL, "265.1", 1)]
    [InlineData(TriglycerideUnit.MmolPerL, "2.9925", 0)]
    [InlineData(TriglycerideUnit.MmolPerL, "3.0", 1)]
    public void Triglycerides_are_compared_in_the_reported_unit(TriglycerideUnit unit, string value, int level) => Assert.Equal(level, IecHsPatternGrader.Grade(
        SomeIecHs.Clear with { LdhAboveUln = true, Triglycerides = new(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit) }).Low);

    static decimal In(string unit, decimal value) => UnitFactor.Parse(unit).ToCanonical(value);

    /// <summary>One common criterion makes POSSIBLE of NOT_MET.</summary>
    static void Same(bool isPresent, IecHsInputs inputs)
    {
        var result = IecHsPatternGrader.Grade(inputs);
        Assert.Equal((isPresent ? 1 : 0, isPresent ? 1 : 0), (result.Low, result.High));
    }
}
