using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cases;

public sealed class CellNumberTests
{
    [Theory]
    [InlineData("crs", "temp_max__Cel", "37.99999999999999999999999999999999999")]
    [InlineData("crs", "temp_max__Cel", ">37.99999999999999999999999999999999999")]
    [InlineData("hscore", "ferritin__ug/L", "0.00000000000000000000000000001")]
    [InlineData("ctcae-heme", "uln", "1.00000000000000000000000000001")]
    [InlineData("icaht", "anc_series", "0:500.00000000000000000000000000001")]
    [InlineData("febrile-neutropenia", "temps_min_c", "0:37.99999999999999999999999999999999999")]
    [InlineData("scores", "inputs", "plt=74.99999999999999999999999999999999999")]
    public void A_number_that_would_be_rounded_is_refused_wherever_it_stands(string table, string column, string cell) =>
        Assert.Contains("more than 28 digits", ProblemOf(table, column, cell), StringComparison.Ordinal);

    [Theory]
    [InlineData("crs", "temp_max__Cel", "<=38")]
    [InlineData("crs", "temp_max__Cel", ">= 38")]
    [InlineData("crs", "temp_max__Cel", "\u226438")]
    [InlineData("icaht", "anc_series", "0:<=500")]
    [InlineData("febrile-neutropenia", "temps_min_c", "0:>=38")]
    [InlineData("scores", "inputs", "plt=<=75")]
    public void A_bound_of_another_kind_is_refused_with_the_bounds_that_are_known(string table, string column, string cell) =>
        Assert.Contains("the only known bounds are < and >", ProblemOf(table, column, cell), StringComparison.Ordinal);

    [Theory]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999")]
    [InlineData("000000000000000000000000000000000037.5", "37.5")]
    [InlineData("37.5000000000000000000000000000000000", "37.5")]
    [InlineData("-1.234567890123456789012345678", "-1.234567890123456789012345678")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    public void What_can_be_held_is_read_exactly(string text, string number) =>
        Assert.Equal(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), CellNumber.Exact(text));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1e3")]
    [InlineData("38,5")]
    [InlineData("3.8.5")]
    [InlineData("1.2.33333333333333333333333333333333")]
    [InlineData("1x.33333333333333333333333333333333")]
    public void What_is_no_number_is_none(string text) => Assert.Null(CellNumber.Exact(text));

    [Fact]
    public void Every_number_that_was_written_in_full_comes_back() => Gen.Decimal.Sample(number =>
    {
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (text.Count(char.IsAsciiDigit) <= 28)
        {
            Assert.Equal(new Measured(number), CellNumber.Measured(text));
        }
    }, iter: Law.Tries);

    static string ProblemOf(string table, string column, string cell) => Assert.Single(
        Assert.Throws<CaseInputException>(() => CaseTables.Find(table)!.Grade(new Dictionary<string, string> { [column] = cell })).Problems,
        problem => problem.Column == column).Message;
}
