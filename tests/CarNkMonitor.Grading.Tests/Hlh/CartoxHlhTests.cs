using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>The four items one by one, ferritin before them, and the laws.</summary>
public sealed class CartoxHlhTests
{
    const string Source = "crs-icans-mas 4.5; Neelapu 2018";
    const string Law9 = "crs-icans-mas 9; Neelapu 2018";

    [Theory, Rule("CARTOX-4.5", Source)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_item_counts_once(int at) => Assert.Equal("1-1", Count(SomeCartoxHlh.Items[at](SomeCartoxHlh.Clear)));

    [Fact, Rule("CARTOX-4.5I", Source)]
    public void Liver_is_one_item_and_kidney_is_one()
    {
        var liver = SomeCartoxHlh.Clear with { Bilirubin = new Multiple(4m), Ast = new Multiple(6m), Alt = new Multiple(6m) };
        Assert.Equal("1-1", Count(liver));
        Assert.Equal("2-2", Count(liver with { OliguriaGrade = 4, Creatinine = new Multiple(4m) }));
        Assert.Equal("1-1", Count(SomeCartoxHlh.Clear with { Bilirubin = new Multiple(4m) }));
        Assert.Equal("1-1", Count(SomeCartoxHlh.Clear with { Alt = new Multiple(6m) }));
        Assert.Equal("1-1", Count(SomeCartoxHlh.Clear with { Creatinine = new Multiple(4m) }));
    }

    [Theory, Rule("CARTOX-4.5C", Source)]
    [InlineData(false, 4, false)]
    [InlineData(true, 1, false)]
    [InlineData(true, 2, true)]
    public void Ferritin_and_two_items_are_needed(bool ferritin, int items, bool isMet) => Assert.Equal(isMet, CartoxHlh.IsMet(ferritin, items));

    [Theory, Rule("CARTOX-4.5U", Source)]
    [InlineData(2, false, "NOT_MET-MET")]
    [InlineData(1, true, "NOT_MET-MET")]
    [InlineData(1, false, "NOT_MET-NOT_MET")]
    public void Unknown_ferritin_cannot_be_excluded_while_two_items_are_possible(int items, bool isMarrowUnknown, string call)
    {
        var inputs = SomeCartoxHlh.Items[..items].Aggregate(SomeCartoxHlh.Clear with { FerritinPeak = null }, (record, item) => item(record));
        Assert.Equal(call, Call(isMarrowUnknown ? inputs with { Hemophagocytosis = null } : inputs));
    }

    /// <summary>1/3 of anything is no decimal: a value of exactly five times its limit must not pass by a division.</summary>
    [Fact, Rule("CARTOX-4.5D", "columns.csv; compare without dividing")]
    public void A_value_beside_its_limit_is_multiplied_and_never_divided()
    {
        Assert.Equal("0-0", Count(SomeCartoxHlh.Clear with { Ast = new Multiple(165m, 33m), Bilirubin = new Multiple(2.1m, 0.7m), Creatinine = new Multiple(1.8m, 0.6m) }));
        Assert.Equal("1-1", Count(SomeCartoxHlh.Clear with { Ast = new Multiple(165.0000001m, 33m) }));
    }

    [Fact, Rule("LAW-9.3", Law9)]
    public void Bounds_are_ordered_and_equal_exactly_when_determined()
    {
        SomeCartoxHlh.Call.Bounds_are_ordered();
        SomeCartoxHlh.Count.Bounds_are_ordered();
    }

    [Fact, Rule("LAW-9.1", Law9)]
    public void A_worse_value_never_lowers_a_bound()
    {
        SomeCartoxHlh.Call.Worse_never_lowers();
        SomeCartoxHlh.Count.Worse_never_lowers();
    }

    [Fact, Rule("LAW-9.2", Law9)]
    public void Forgetting_a_value_only_widens_the_range()
    {
        SomeCartoxHlh.Call.Forgetting_only_widens();
        SomeCartoxHlh.Count.Forgetting_only_widens();
    }

    [Fact, Rule("CARTOX-0.3", "crs-icans-mas 0.3")]
    public void Missing_names_exactly_the_levels_that_hang_on_each_input()
    {
        SomeCartoxHlh.Call.Missing_is_what_all_combinations_say();
        SomeCartoxHlh.Count.Missing_is_what_all_combinations_say();
        SomeCartoxHlh.Call.Nothing_known_names_every_input();
        SomeCartoxHlh.Count.Nothing_known_names_every_input();
    }

    [Theory]
    [InlineData("ferritin_peak__ug/L", "1000001")]
    [InlineData("bilirubin_xuln__{ratio}", "-0.1")]
    [InlineData("oliguria_ctcae_grade", "6")]
    [InlineData("oliguria_ctcae_grade", "2.5")]
    [InlineData("pulmonary_edema_ctcae_grade", "-1")]
    public void An_impossible_cell_is_refused_by_name(string column, string cell)
    {
        var refused = Assert.Throws<CaseInputException>(() => new CartoxHlhCaseTable().Grade(new Dictionary<string, string> { [column] = cell }));
        Assert.Equal(column, Assert.Single(refused.Problems).Column);
    }

    static string Count(CartoxHlhInputs inputs) => CartoxHlhGrader.Grade(inputs) is var count ? $"{count.Low}-{count.High}" : "";

    static string Call(CartoxHlhInputs inputs) => CartoxHlhGrader.Call(inputs) is var call ? $"{call.Scale.Word(call.Low!.Value)}-{call.Scale.Word(call.High!.Value)}" : "";
}
