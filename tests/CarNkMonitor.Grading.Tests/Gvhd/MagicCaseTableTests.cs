using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Gvhd;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Gvhd;

/// <summary>Cells that cannot be graded get one clear error that names the column.</summary>
public sealed class MagicCaseTableTests
{
    internal static Dictionary<string, string> Row(params (string Column, string Cell)[] cells)
    {
        var row = new Dictionary<string, string>
        {
            ["age_years"] = "50", ["weight_kg"] = "70", ["rash_bsa_pct"] = "0", ["bilirubin"] = "0.8", ["bilirubin_unit"] = "mg/dL", ["nausea_days"] = "0",
            ["vomit_eps_per_day"] = "0", ["vomit_days"] = "0", ["anorexia_with_weight_loss"] = "false", ["stool_measured_ml"] = "0",
            ["stool_unquantified_episodes"] = "0",
        };
        foreach (var (column, cell) in cells)
        {
            row[column] = cell;
        }

        return row;
    }

    [Theory]
    [InlineData("rash_bsa_pct", "101")]
    [InlineData("rash_bsa_pct", "-1")]
    [InlineData("rash_bsa_pct", "a lot")]
    [InlineData("desquamation_bsa_pct", "100.1")]
    [InlineData("bilirubin", "-0.1")]
    [InlineData("bilirubin_unit", "g/L")]
    [InlineData("bilirubin_unit", "")]
    [InlineData("nausea_days", "2.5")]
    [InlineData("vomit_eps_per_day", "61")]
    [InlineData("stool_measured_ml", "20001")]
    [InlineData("stool_unquantified_episodes", "-1")]
    [InlineData("weight_kg", "0")]
    [InlineData("age_years", "121")]
    [InlineData("gross_blood", "yes")]
    [InlineData("conf_skin", "likely")]
    public void A_cell_that_cannot_be_read_is_an_error_that_names_its_column(string column, string cell)
    {
        var error = Assert.Throws<CaseInputException>(() => new MagicCaseTable().Grade(Row((column, cell))));
        Assert.Equal(column, Assert.Single(error.Problems).Column);
    }

    [Theory]
    [InlineData("80", "mg/dL", null)]
    [InlineData("80.01", "mg/dL", "80.01 is not possible; allowed: 0 to 80 mg/dL.")]
    [InlineData("1368", "umol/L", null)]
    [InlineData("1368.1", "umol/L", "1368.1 is not possible; allowed: 0 to 1368 umol/L.")]
    public void A_bilirubin_is_possible_or_not_in_its_own_unit(string cell, string unit, string? refused)
    {
        var row = Row(("bilirubin", cell), ("bilirubin_unit", unit));
        if (refused is null)
        {
            Assert.Equal("4", new MagicCaseTable().Grade(row).Answers[1]);
            return;
        }

        var problem = Assert.Single(Assert.Throws<CaseInputException>(() => new MagicCaseTable().Grade(row)).Problems);
        Assert.Equal(("bilirubin", refused), (problem.Column, problem.Message));
    }

    [Fact]
    public void A_unit_without_a_bilirubin_and_a_bound_can_be_read()
    {
        Assert.Equal("|0|4|", Answers(Row(("bilirubin", ""))));
        Assert.Equal("0|0|0|", Answers(Row(("bilirubin", "<34.2"), ("bilirubin_unit", "umol/L"))));
        Assert.Equal("|0|2|", Answers(Row(("bilirubin", "< 3"))));

        static string Answers(Dictionary<string, string> cells)
        {
            var answers = new MagicCaseTable().Grade(cells).Answers;
            return $"{answers[1]}|{answers[4]}|{answers[5]}|";
        }
    }

    [Fact]
    public void The_second_result_is_the_reported_grade()
    {
        var results = new MagicCaseTable().Grade(Row(("bilirubin", "4"))).Results;
        Assert.Equal([3, 0], results.Select(result => result.Low!.Value));
    }

    /// <summary>Words that fit some cells and not others, in any column.</summary>
    [Fact]
    public void Any_cells_give_a_result_or_one_clear_error() => Gen.Select(Gen.Int[0, 20], Gen.Int[0, 11], Gen.Int[0, 20], Gen.Int[0, 11]).Sample((one, word, other, second) =>
    {
        string[] words = ["", "0", "3", "55.5", "-1", "999999999999", "<5", ">2", "true", "mg/dL", "negative", "x"];
        var table = new MagicCaseTable();
        var cells = Row((table.Inputs[one].Name, words[word]), (table.Inputs[other].Name, words[second]));
        try
        {
            Assert.Equal(table.Answers.Count, table.Grade(cells).Answers.Count);
        }
        catch (CaseInputException error)
        {
            Assert.All(error.Problems, problem => Assert.Contains(problem.Column, table.Inputs.Select(column => column.Name)));
        }
    }, iter: Law.Tries);

    [Theory]
    [InlineData("", "3", "")]
    [InlineData("3", "", "")]
    [InlineData("", "1", "0")]
    [InlineData("1", "", "0")]
    [InlineData("2", "2", "1")]
    public void Vomiting_of_which_one_half_is_missing_is_open_or_no(string episodes, string days, string upperGi) => Assert.Equal(
        upperGi, new MagicCaseTable().Grade(new Dictionary<string, string>
        {
            ["nausea_days"] = "0", ["anorexia_with_weight_loss"] = "false", ["vomit_eps_per_day"] = episodes, ["vomit_days"] = days,
        }).Answers[2]);
}
