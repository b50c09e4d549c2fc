using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Tests.Data;

public class CsvCellTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1+1")]
    public void A_formula_is_made_text(string formula) => Assert.Equal($"'{formula}", CsvCell.Guarded(formula));

    [Theory]
    [InlineData("-5")]
    [InlineData("+0.25")]
    [InlineData("36.4")]
    [InlineData("Dr. 李 = physician")]
    public void Numbers_and_other_texts_stay_as_they_are(string text) => Assert.Equal(text, CsvCell.Guarded(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Nothing_is_an_empty_cell(string? nothing) => Assert.Equal("", CsvCell.Guarded(nothing));
}
