using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>The printed table of points, cell by cell, and the printed probabilities.</summary>
public sealed class HScoreTests
{
    public static IEnumerable<TheoryDataRow<int>> Cells => Enumerable.Range(0, SomeHScore.Cells.Length).Select(at => new TheoryDataRow<int>(at));

    [Theory, MemberData(nameof(Cells)), Rule("HSCORE-4.3", "crs-icans-mas 4.3; Fardet 2014")]
    public void Every_cell_of_the_printed_table(int at)
    {
        var cell = SomeHScore.Cells[at];
        var score = HScoreGrader.Grade(cell.Record(SomeHScore.Clear));
        Assert.Equal((cell.Points, cell.Points), (score.Low, score.High));
    }

    [Theory, Rule("HSCORE-4.3P", "crs-icans-mas 4.3; Fardet 2014")]
    [InlineData(0, "<=1")]
    [InlineData(90, "<=1")]
    [InlineData(99, "<=1")]
    [InlineData(100, "1")]
    [InlineData(110, "3")]
    [InlineData(120, "5")]
    [InlineData(130, "9")]
    [InlineData(140, "16")]
    [InlineData(150, "25")]
    [InlineData(160, "40")]
    [InlineData(170, "54")]
    [InlineData(180, "70")]
    [InlineData(190, "80")]
    [InlineData(200, "88")]
    [InlineData(210, "93")]
    [InlineData(220, "96")]
    [InlineData(230, "98")]
    [InlineData(240, "99")]
    [InlineData(241, ">=99")]
    [InlineData(250, ">=99")]
    [InlineData(337, ">=99")]
    [InlineData(169, "53")]
    [InlineData(123, "6")]
    [InlineData(102, "1")]
    [InlineData(103, "2")]
    [InlineData(145, "21")]
    [InlineData(235, "99")]
    public void Every_printed_probability_and_a_straight_line_between_them(int score, string text) => Assert.Equal(text, HScoreProbability.Text(score));

    [Fact]
    public void A_probability_never_falls_with_the_score()
    {
        static int Rank(int score) => HScoreProbability.Text(score) switch { "<=1" => 0, ">=99" => 100, var text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.All(Enumerable.Range(1, 337), score => Assert.True(Rank(score) >= Rank(score - 1)));
    }

    [Theory]
    [InlineData(155, 190, "33-80")]
    [InlineData(0, 99, "<=1")]
    [InlineData(99, 100, "<=1-1")]
    [InlineData(101, 102, "1")]
    [InlineData(200, 337, "88->=99")]
    public void An_interval_prints_both_ends_or_one_text(int low, int high, string text) => Assert.Equal(text, HScoreProbability.Text(low, high));

    [Theory, Rule("HSCORE-4.3C", "crs-icans-mas 4.3; Fardet 2014")]
    [InlineData(168, 0, 0, "Determined")]
    [InlineData(169, 1, 1, "Determined")]
    public void The_cut_off_is_169_inclusive(int score, int low, int high, string state)
    {
        // 169 = 49 + 34 + 19 + 23 + 44; 168 = 33 + 34 + 38 + 44 + 19.
        var inputs = SomeHScore.Clear with { Hemoglobin = 80m, Leukocytes = 2m, Platelets = 30m, Ast = 31m, Triglycerides = Triglycerides.InMmolPerL(1.5m), Hepatomegaly = true };
        inputs = score == 169 ? inputs with { TemperatureMax = 39.5m } : inputs with { TemperatureMax = 39m, Splenomegaly = true };
        var call = HScoreGrader.Call(inputs);
        Assert.Equal(score, HScoreGrader.Grade(inputs).Low);
        Assert.Equal((low, high, state), (call.Low, call.High, call.State.ToString()));
    }

    /// <summary>AST lifts one end of the open score to exactly 169 and nothing else can: 49 + 34 + 23 + 19 and triglycerides of 44 to 64, or of 0 to 44.</summary>
    [Theory, Rule("HSCORE-4.3C", "crs-icans-mas 4.3; Fardet 2014")]
    [InlineData(2, Comparator.Above)]
    [InlineData(3, Comparator.Below)]
    public void What_lifts_an_end_of_the_score_to_exactly_169_is_missing(int triglycerides, Comparator comparator)
    {
        var inputs = SomeHScore.Clear with
        {
            TemperatureMax = 39.5m, Hemoglobin = 80m, Leukocytes = 2m, Platelets = 30m, Hepatomegaly = true, Ast = null,
            Triglycerides = Triglycerides.InMmolPerL(new Measured(triglycerides, comparator)),
        };
        Assert.Equal(["ast 0,1"], HScoreGrader.Call(inputs).Missing.Select(input => $"{input.Code} {string.Join(',', input.CouldReach)}"));
    }

    [Theory]
    [InlineData("wbc__10*9/L", "1001")]
    [InlineData("ast__U/L", "25001")]
    [InlineData("ast__U/L", "-1")]
    [InlineData("temp_max__Cel", "45.1")]
    [InlineData("hemoglobin__g/L", "9")]
    [InlineData("platelets__10*9/L", "3001")]
    [InlineData("triglycerides__mmol/L", "0.09")]
    [InlineData("triglycerides__mmol/L", "150.1")]
    [InlineData("fibrinogen__g/L", "20.1")]
    [InlineData("ferritin__ug/L", "1000001")]
    [InlineData("immunosuppression", "unknown")]
    public void An_impossible_cell_is_refused_by_name(string column, string cell)
    {
        var refused = Assert.Throws<CaseInputException>(() => new HScoreCaseTable().Grade(new Dictionary<string, string> { [column] = cell }));
        Assert.Equal(column, Assert.Single(refused.Problems).Column);
    }
}
