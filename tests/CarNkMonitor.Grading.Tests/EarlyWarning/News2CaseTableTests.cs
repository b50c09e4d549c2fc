using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.EarlyWarning;
using Xunit;

namespace CarNkMonitor.Grading.Tests.EarlyWarning;

public sealed class News2CaseTableTests
{
    static Dictionary<string, string> Row(string column, string cell) => new()
    {
        ["age_years"] = "50", ["pregnant"] = "false", ["resp_rate"] = "16", ["spo2"] = "98", ["spo2_scale"] = "1", ["on_oxygen"] = "false",
        ["temp_c"] = "37.0", ["sbp"] = "120", ["heart_rate"] = "72", ["acvpu"] = "A", [column] = cell,
    };

    [Theory]
    [InlineData("resp_rate", "16.5")]
    [InlineData("resp_rate", "1")]
    [InlineData("heart_rate", "72.5")]
    [InlineData("heart_rate", "301")]
    [InlineData("spo2", "101")]
    [InlineData("spo2_scale", "3")]
    [InlineData("on_oxygen", "2")]
    [InlineData("temp_c", "98.6")]
    [InlineData("sbp", "29")]
    [InlineData("acvpu", "N")]
    [InlineData("acvpu", "a")]
    [InlineData("pregnant", "maybe")]
    [InlineData("age_years", "-1")]
    public void A_cell_that_cannot_be_read_is_an_error_that_names_its_column(string column, string cell)
    {
        var error = Assert.Throws<CaseInputException>(() => new News2CaseTable().Grade(Row(column, cell)));
        Assert.Equal(column, Assert.Single(error.Problems).Column);
    }

    [Theory]
    [InlineData("sbp", "90.007401924", "2|2|false|low|4-6h")]
    [InlineData("spo2_scale", "", "0|0|false|low|12h")]
    [InlineData("pregnant", "true", "|||not_applicable|")]
    [InlineData("age_years", "", "0|0|false|low|12h")]
    [InlineData("temp_c", "", "|0|false|low|12h")]
    [InlineData("temp_c", ">39", "2|2|false|low|4-6h")]
    [InlineData("temp_c", ">38.5", "|1|false|low|4-6h")]
    [InlineData("resp_rate", "25", "3|3|true|low_medium|1h")]
    public void Answers(string column, string cell, string answers) =>
        Assert.Equal(answers, string.Join("|", new News2CaseTable().Grade(Row(column, cell)).Answers));
}
