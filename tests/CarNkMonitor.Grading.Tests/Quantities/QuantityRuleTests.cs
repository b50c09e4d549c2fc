using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Grading.Tests.Cases;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Quantities;

public sealed class QuantityRuleTests
{
    const string Source = "gvhd-cytopenia-observations 0.2 and 5; our own proposal";

    static readonly QuantityRule Platelets = QuantityRules.Find("platelets")!;

    static readonly Gen<(QuantityRule Rule, UnitFactor Other, decimal Value)> Converted =
        from code in CaseGenerators.OneOf([.. QuantityRules.Codes.Where(code => QuantityRules.Find(code)!.OtherUnits.Count > 0)])
        let rule = QuantityRules.Find(code)!
        from other in CaseGenerators.OneOf([.. rule.OtherUnits])
        from thousandths in Gen.Long[-1_000_000, 2_000_000_000]
        select (rule, other, thousandths / 1000m);

    [Theory, Rule("UNI-0.2e", Source)]
    [InlineData("sbp", "120.5", "mm[Hg]", Disposition.Reject)]
    [InlineData("sbp", "120.0", "mm[Hg]", Disposition.Accept)]
    [InlineData("sbp", "12.05", "kPa", Disposition.Accept)]
    [InlineData("map", "80.5", "mm[Hg]", Disposition.Accept)]
    public void A_fraction_of_a_whole_number_is_refused_where_it_is_typed_in_the_canonical_unit(string code, string value, string unit, Disposition expected) =>
        Assert.Equal(expected, QuantityRules.Find(code)!.JudgeTyped(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit));

    [Theory]
    [InlineData(Comparator.Below, 0, Disposition.Reject)]
    [InlineData(Comparator.Below, 5, Disposition.Confirm)]
    [InlineData(Comparator.Below, 6, Disposition.Accept)]
    [InlineData(Comparator.Above, 999, Disposition.Accept)]
    [InlineData(Comparator.Above, 1000, Disposition.Confirm)]
    [InlineData(Comparator.Above, 3000, Disposition.Reject)]
    [InlineData(Comparator.Above, 3001, Disposition.Reject)]
    public void A_bound_is_judged_by_all_its_values(Comparator comparator, int value, Disposition expected) =>
        Assert.Equal(expected, Platelets.Judge(new Measured(value, comparator), "10*9/L"));

    [Fact]
    public void A_code_without_a_number_has_no_rule() => Assert.Null(QuantityRules.Find("oxygen_device"));

    [Fact, Rule("UNI-5c", Source)]
    public void The_same_quantity_in_another_unit_is_judged_the_same() => Converted.Sample(one =>
        Assert.Equal(one.Rule.Judge(one.Other.ToCanonical(one.Value), one.Rule.Unit), one.Rule.Judge(one.Value, one.Other.Unit)), iter: Law.Tries);

    [Fact, Rule("UNI-5c", Source)]
    public void The_way_back_from_the_canonical_unit_leads_to_the_number_that_was_entered()
    {
        foreach (var (rule, unit) in QuantityRules.Codes.Select(code => QuantityRules.Find(code)!).SelectMany(rule => rule.Units, (rule, unit) => (rule, unit)))
        {
            var entered = rule.FromCanonical(rule.PossibleMax, unit)!.Value;
            Assert.Equal(unit == rule.Unit, entered == rule.PossibleMax && unit == rule.Units.First());
            Assert.Equal((double)rule.PossibleMax, (double)rule.ToCanonical(entered, unit)!.Value, 1e-12 * (double)rule.PossibleMax);
        }

        Assert.Null(QuantityRules.Find("temperature")!.FromCanonical(38, "[degRe]"));
        Assert.Equal((100.4m, 38m), (QuantityRules.Find("temperature")!.FromCanonical(38, "[degF]"), QuantityRules.Find("temperature")!.FromCanonical(38, "Cel")));
    }

    [Fact, Rule("UNI-5d", Source)]
    public void A_larger_number_is_never_a_smaller_quantity() => Converted.Sample(one =>
        Assert.True(one.Other.ToCanonical(one.Value + 0.001m) >= one.Other.ToCanonical(one.Value)), iter: Law.Tries);

    [Fact, Rule("UNI-0.2a", Source)]
    public void What_is_shown_of_a_converted_value_is_half_a_last_digit_away_at_most() => Converted.Sample(one =>
    {
        var canonical = one.Other.ToCanonical(one.Value);
        var shown = decimal.Parse(one.Rule.Display(canonical, wasConverted: true), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(decimal.Abs(shown - canonical) <= 0.5m * (decimal)Math.Pow(10, -one.Rule.Decimals));
    }, iter: Law.Tries);
}
