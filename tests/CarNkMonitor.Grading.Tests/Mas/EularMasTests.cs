using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Quantities;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Mas;

/// <summary>The four items one by one, whom the criteria are for, and the laws.</summary>
public sealed class EularMasTests
{
    const string Source = "crs-icans-mas 4.4; Ravelli 2016";
    const string Law9 = "crs-icans-mas 9; Ravelli 2016";

    [Theory, Rule("EULAR-4.4", Source)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_item_counts_once(int at) => Assert.Equal("1-1 Determined", Count(SomeEularMas.Items[at](SomeEularMas.Clear)));

    [Theory, Rule("EULAR-4.4C", Source)]
    [InlineData(false, 4, false)]
    [InlineData(true, 1, false)]
    [InlineData(true, 2, true)]
    public void Ferritin_and_two_items_are_needed(bool ferritin, int items, bool isMet) => Assert.Equal(isMet, EularMas.IsMet(ferritin, items));

    [Theory, Rule("EULAR-4.4A", "crs-icans-mas 4.1, 4.4")]
    [InlineData(false, true)]
    [InlineData(false, null)]
    [InlineData(true, false)]
    public void Nobody_but_a_febrile_patient_with_sJIA_is_classified(bool sjia, bool? febrile)
    {
        var inputs = Two with { KnownOrSuspectedSjia = sjia, IsFebrile = febrile };
        Assert.Equal("- NotApplicable", Count(inputs));
        Assert.Equal("- NotApplicable", Call(inputs));
        Assert.Empty(EularMasGrader.Call(inputs).Drivers);
        Assert.Empty(EularMasGrader.Call(inputs).Missing);
    }

    [Theory, Rule("EULAR-4.4F", Source)]
    [InlineData(2000, "0-1 CannotExclude")]
    [InlineData(684, "0-0 Determined")]
    public void Without_a_temperature_the_criteria_cannot_be_met_for_sure(int ferritin, string call) =>
        Assert.Equal(call, Call(Two with { IsFebrile = null, Ferritin = ferritin }));

    /// <summary>Limits in the other unit, written down by hand, against a value that is converted at the door.</summary>
    [Fact, Rule("EULAR-0.2", "gvhd-cytopenia-observations 0.2, 5")]
    public void The_unit_of_entry_never_changes_the_count() => Gen.Int[0, 10_000].Sample(step =>
    {
        var number = step / 20m;
        Assert.Equal(number <= 360m ? 1 : 0, EularMasGrader.Grade(SomeEularMas.Clear with { Fibrinogen = UnitFactor.Parse("mg/dL~1/100~0").ToCanonical(number) }).Low);
        Assert.Equal(number <= 181m ? 1 : 0, EularMasGrader.Grade(SomeEularMas.Clear with { Platelets = UnitFactor.Parse("/uL~1/1000~0").ToCanonical(number * 1000) }).Low);
        Assert.Equal(number > 0.8m ? 1 : 0, EularMasGrader.Grade(SomeEularMas.Clear with { Ast = UnitFactor.Parse("ukat/L~60~0").ToCanonical(number) }).Low);
    }, iter: Law.Tries);

    /// <summary>The one exception, by name: 156 mg/dL of triglycerides are 1.7613 mmol/L.</summary>
    [Fact, Rule("EULAR-0.2T", "gvhd-cytopenia-observations 0.2.3")]
    public void Triglycerides_are_compared_in_the_reported_unit()
    {
        Assert.Equal("0-0 Determined", Count(SomeEularMas.Clear with { Triglycerides = Triglycerides.InMgPerDL(156m) }));
        Assert.Equal("1-1 Determined", Count(SomeEularMas.Clear with { Triglycerides = Triglycerides.InMmolPerL(156m / 88.57m) }));
    }

    [Fact, Rule("LAW-9.3", Law9)]
    public void Bounds_are_ordered_and_equal_exactly_when_determined()
    {
        SomeEularMas.Call.Bounds_are_ordered();
        SomeEularMas.Count.Bounds_are_ordered();
    }

    [Fact, Rule("LAW-9.1", Law9)]
    public void A_worse_value_never_lowers_a_bound()
    {
        SomeEularMas.Call.Worse_never_lowers();
        SomeEularMas.Count.Worse_never_lowers();
    }

    [Fact, Rule("LAW-9.2", Law9)]
    public void Forgetting_a_value_only_widens_the_range()
    {
        SomeEularMas.Call.Forgetting_only_widens();
        SomeEularMas.Count.Forgetting_only_widens();
    }

    [Fact, Rule("EULAR-0.3", "crs-icans-mas 0.3")]
    public void Missing_names_exactly_the_levels_that_hang_on_each_input()
    {
        SomeEularMas.Call.Missing_is_what_all_combinations_say();
        SomeEularMas.Count.Missing_is_what_all_combinations_say();
        SomeEularMas.Call.Nothing_known_names_every_input();
        SomeEularMas.Count.Nothing_known_names_every_input();
    }

    [Theory]
    [InlineData("ferritin__ug/L", "1000001")]
    [InlineData("platelets__10*9/L", "-1")]
    [InlineData("ast__U/L", "25001")]
    [InlineData("triglycerides__mg/dL", "-1")]
    [InlineData("fibrinogen__mg/dL", "-1")]
    [InlineData("febrile", "yes")]
    public void An_impossible_cell_is_refused_by_name(string column, string cell)
    {
        var refused = Assert.Throws<CaseInputException>(() => new EularMasCaseTable().Grade(new Dictionary<string, string> { [column] = cell }));
        Assert.Equal(column, Assert.Single(refused.Problems).Column);
    }

    static readonly EularMasInputs Two = SomeEularMas.Clear with { Platelets = 100m, Ast = 90m };

    static string Count(EularMasInputs inputs) => Text(EularMasGrader.Grade(inputs));

    static string Call(EularMasInputs inputs) => Text(EularMasGrader.Call(inputs));

    static string Text(GradeResult result) => $"{result.Low}-{result.High} {result.State}";
}
