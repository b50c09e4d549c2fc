using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Quantities;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>Invariants of the HScore, the points and the call, over random inputs.</summary>
public sealed class HScoreLawsTests
{
    const string Source = "crs-icans-mas 9; Fardet 2014";

    [Fact, Rule("LAW-9.3", Source)]
    public void Bounds_are_ordered_and_equal_exactly_when_determined() => SomeHScore.Laws.Bounds_are_ordered();

    [Fact, Rule("LAW-9.1", Source)]
    public void A_worse_value_never_lowers_a_bound() => SomeHScore.Laws.Worse_never_lowers();

    [Fact, Rule("LAW-9.2", Source)]
    public void Forgetting_a_value_only_widens_the_range() => SomeHScore.Laws.Forgetting_only_widens();

    [Fact, Rule("HSCORE-0.3", "crs-icans-mas 0.3")]
    public void Missing_names_exactly_the_totals_that_hang_on_each_input() => SomeHScore.Laws.Missing_is_what_all_combinations_say();

    [Fact]
    public void An_empty_record_names_every_input() => SomeHScore.Laws.Nothing_known_names_every_input();

    [Fact, Rule("LAW-9.6", Source)]
    public void The_best_of_everything_is_0_and_the_worst_is_337()
    {
        var best = SomeHScore.Cells.Where(cell => cell.Points == 0).Aggregate(new HScoreInputs(), (record, cell) => cell.Record(record));
        var worst = SomeHScore.Cells.Aggregate(new HScoreInputs(), (record, cell) => cell.Record(record));
        Assert.Equal((0, 0, 337, 337), (HScoreGrader.Grade(best).Low, HScoreGrader.Grade(best).High, HScoreGrader.Grade(worst).Low, HScoreGrader.Grade(worst).High));
        Assert.Equal((0, 337), (HScoreGrader.Grade(new HScoreInputs()).Low, HScoreGrader.Grade(new HScoreInputs()).High));
    }

    /// <summary>Limits in the other unit, written down by hand, against a value that is converted at the door.</summary>
    [Fact, Rule("HSCORE-0.2", "gvhd-cytopenia-observations 0.2, 5")]
    public void The_unit_of_entry_never_changes_the_points() => Gen.Int[0, 8000].Sample(step =>
    {
        var number = step / 20m;
        Same(number <= 250m ? 30 : 0, SomeHScore.Clear with { Fibrinogen = In("mg/dL~1/100~0", number) });
        Same(number < 101.12m ? 0 : number <= 102.92m ? 33 : 49, SomeHScore.Clear with { TemperatureMax = In("[degF]~5/9~-160/9", number) });
        Same(number <= 9.2m ? 24 : 0, SomeHScore.Clear with { Platelets = 0, Hemoglobin = In("g/dL~10~0", number) });
        Same(number * 20 <= 5000m ? 24 : 0, SomeHScore.Clear with { Platelets = 0, Leukocytes = In("/uL~1/1000~0", number * 20) });
        Same(number < 0.5m ? 0 : 19, SomeHScore.Clear with { Ast = In("ukat/L~60~0", number) });
    }, iter: Law.Tries);

    /// <summary>The one exception, by name: the two printed bands of triglycerides are not the same amounts.</summary>
    [Fact, Rule("HSCORE-0.2T", "gvhd-cytopenia-observations 0.2.3")]
    public void Triglycerides_are_compared_in_the_reported_unit()
    {
        Same(0, SomeHScore.Clear with { Triglycerides = Triglycerides.InMgPerDL(132.6m) });
        Same(44, SomeHScore.Clear with { Triglycerides = Triglycerides.InMgPerDL(132.7m) });
        Same(0, SomeHScore.Clear with { Triglycerides = Triglycerides.InMmolPerL(132.7m / 88.57m) });
        Same(44, SomeHScore.Clear with { Triglycerides = Triglycerides.InMgPerDL(354m) });
        Same(64, SomeHScore.Clear with { Triglycerides = Triglycerides.InMgPerDL(354.1m) });
        Same(44, SomeHScore.Clear with { Triglycerides = Triglycerides.InMmolPerL(354.1m / 88.57m) });
    }

    static decimal In(string unit, decimal value) => UnitFactor.Parse(unit).ToCanonical(value);

    static void Same(int points, HScoreInputs inputs) => Assert.Equal(points, HScoreGrader.Grade(inputs).Low);
}
