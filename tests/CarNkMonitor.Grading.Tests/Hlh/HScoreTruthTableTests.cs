using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>Every cell, all combinations by their totals, every limit, every score with its probability, and every sentence.</summary>
public sealed class HScoreTruthTableTests
{
    static readonly HScoreInputs Clear = SomeHScore.Clear;

    [Fact, Rule("HSCORE-4.3T", "crs-icans-mas 4.3; Fardet 2014")]
    public void Every_cell_and_the_totals_of_all_3888_combinations_are_the_approved_ones()
    {
        var text = new StringBuilder(Cells("{0,-18} {1,-20} {2}\n")).Append("\ntotal: in how many of all combinations of cells\n");
        var items = SomeHScore.Cells.GroupBy(cell => cell.Item).ToArray();
        var records = items.Aggregate((IEnumerable<HScoreInputs>)[new HScoreInputs()], (all, item) => all.SelectMany(_ => item, (record, cell) => cell.Record(record)));
        foreach (var total in records.GroupBy(record => HScoreGrader.Grade(record).Low).OrderBy(total => total.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"{total.Key}: {total.Count()}\n");
        }

        Approved.File("hscore/points.txt", text.ToString());
    }

    [Fact]
    public void The_page_shows_the_same_cells() =>
        Approved.Block("criteria/hscore.md", "points", "| item | recorded | points |\n| --- | --- | --- |\n" + Cells("| {0} | {1} | {2} |\n"));

    [Fact, Rule("HSCORE-4.3L", "crs-icans-mas 4.3; Fardet 2014")]
    public void Every_limit_one_step_below_at_and_above_is_the_approved_one() => Approved.File("hscore/limits.txt", Limits("{0,-44} {1}\n"));

    [Fact]
    public void The_page_shows_the_same_limits() =>
        Approved.Block("criteria/hscore.md", "limits", "| recorded | points |\n| --- | --- |\n" + Limits("| {0} | {1} |\n"));

    [Fact]
    public void Every_score_has_the_approved_call_and_probability() =>
        Approved.File("hscore/probability.txt", string.Concat(Enumerable.Range(0, HScore.Highest + 1).Select(score => Line("{0,3} {1,-15} {2}\n", score))));

    [Fact]
    public void The_page_shows_the_probability_of_every_ten() => Approved.Block("criteria/hscore.md", "probability", "| score | call | probability, % |\n| --- | --- | --- |\n"
        + string.Concat(Enumerable.Range(9, 17).Select(ten => ten * 10).Append(HScore.CutOff).Order().Select(score => Line("| {0} | {1} | {2} |\n", score))));

    [Fact, Rule("HSCORE-0.3S", "crs-icans-mas 0.3")]
    public void Every_sentence_driver_and_missing_input_is_the_approved_one() => Approved.File("hscore/results.txt", Explained.Text((
        from example in Examples
        from result in (GradeResult[])[HScoreGrader.Grade(example.Inputs), HScoreGrader.Call(example.Inputs)]
        select (example.Name, result)).Append(("not assessed", HScoreGrader.NotAssessed))));

    static string Cells(string line) => string.Concat(SomeHScore.Cells.Select(cell =>
        string.Format(CultureInfo.InvariantCulture, line, cell.Item, cell.Cell, HScoreGrader.Grade(cell.Record(Clear)).Low)));

    static string Line(string line, int score) =>
        string.Format(CultureInfo.InvariantCulture, line, score, score >= HScore.CutOff ? "AT_OR_ABOVE_169" : "BELOW_169", HScoreProbability.Text(score));

    static string Limits(string line) => string.Concat(Steps().Select(step =>
        HScoreGrader.Grade(step.Inputs) is var score ? string.Format(CultureInfo.InvariantCulture, line, step.Recorded, score.Low == score.High ? $"{score.Low}" : $"{score.Low} to {score.High}") : ""));

    static IEnumerable<(string Recorded, HScoreInputs Inputs)> Steps() =>
    [
        .. from value in (decimal[])[38.3m, 38.39m, 38.4m, 38.5m, 39.3m, 39.4m, 39.41m, 39.5m] select ($"temperature {value} Cel", Clear with { TemperatureMax = value }),
        .. from value in (decimal[])[91m, 92m, 92.1m, 93m] select ($"haemoglobin {value} g/L, platelets 110", Clear with { Platelets = 110m, Hemoglobin = value }),
        .. from value in (decimal[])[4.99m, 5m, 5.001m, 5.01m] select ($"leukocytes {value}, platelets 110", Clear with { Platelets = 110m, Leukocytes = value }),
        .. from value in (decimal[])[109m, 110m, 110.1m, 111m] select ($"platelets {value}, haemoglobin 92", Clear with { Hemoglobin = 92m, Platelets = value }),
        .. from value in (decimal[])[1999m, 1999.9m, 2000m, 2001m, 5999m, 6000m, 6000.1m, 6001m] select ($"ferritin {value} ug/L", Clear with { Ferritin = value }),
        .. from value in (decimal[])[1.49m, 1.499m, 1.5m, 1.51m, 3.99m, 4m, 4.001m, 4.01m] select ($"triglycerides {value} mmol/L", Clear with { Triglycerides = Triglycerides.InMmolPerL(value) }),
        .. from value in (decimal[])[132m, 132.6m, 132.7m, 132.8m, 353m, 354m, 354.1m, 355m] select ($"triglycerides {value} mg/dL", Clear with { Triglycerides = Triglycerides.InMgPerDL(value) }),
        .. from value in (decimal[])[2.49m, 2.5m, 2.501m, 2.51m] select ($"fibrinogen {value} g/L", Clear with { Fibrinogen = value }),
        .. from value in (decimal[])[29m, 29.9m, 30m, 31m] select ($"AST {value} U/L", Clear with { Ast = value }),
        ("liver alone", Clear with { Hepatomegaly = true }),
        ("ferritin >2000 ug/L", Clear with { Ferritin = new(2000m, Comparator.Above) }),
        ("ferritin <2000 ug/L", Clear with { Ferritin = new(2000m, Comparator.Below) }),
        ("ferritin >6000 ug/L", Clear with { Ferritin = new(6000m, Comparator.Above) }),
        ("temperature <39 Cel", Clear with { TemperatureMax = new(39m, Comparator.Below) }),
    ];

    static readonly HScoreInputs Typical = Clear with
    {
        TemperatureMax = 39m, Splenomegaly = true, Hemoglobin = 80m, Platelets = 60m, Ferritin = 7000m, Triglycerides = Triglycerides.InMmolPerL(2m),
        Fibrinogen = 1.8m, Ast = 90m,
    };

    static readonly HScoreInputs Worst = SomeHScore.Cells.Aggregate(Clear, (record, cell) => cell.Record(record));

    static readonly (string Name, HScoreInputs Inputs)[] Examples =
    [
        ("nothing abnormal", Clear),
        ("every item at its highest", Worst),
        ("typical", Typical),
        ("one lineage scores nothing", Clear with { Platelets = 110m }),
        ("marrow not examined, around the cut-off", Typical with { Splenomegaly = false, Ferritin = 3000m, Fibrinogen = 3.5m, Hemophagocytosis = null }),
        ("marrow not examined, above the cut-off anyway", Typical with { Hemophagocytosis = null }),
        ("marrow not examined, below the cut-off anyway", Clear with { Hemophagocytosis = null }),
        ("ferritin only as a limit, above the cut-off", Typical with { Ferritin = new(3000m, Comparator.Above) }),
        ("ferritin only as a limit, below the cut-off", Clear with { Ferritin = new(3000m, Comparator.Below) }),
        ("ferritin only as a limit, around the cut-off", Typical with { Splenomegaly = false, Fibrinogen = 3.5m, Ferritin = new(2000m, Comparator.Above) }),
        ("temperature and triglycerides not recorded", Typical with { TemperatureMax = null, Triglycerides = null }),
    ];
}
