using System.Globalization;
using CarNkMonitor.Grading.Quantities;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Quantities;

public class UnitFactorTests
{
    [Theory]
    [InlineData("[degF]~5/9~-160/9", "100.4", "38")]
    [InlineData("[degF]~5/9~-160/9", "102.2", "39")]
    [InlineData("[degF]~5/9~-160/9", "98.6", "37")]
    [InlineData("K~1~-273.15", "311.15", "38")]
    [InlineData("umol/L~1/17.1~0", "51.3", "3")]
    [InlineData("umol/L~1/17.1~0", "34.2", "2")]
    [InlineData("ug/kg/h~1/60~0", "6", "0.1")]
    [InlineData("kPa~7.500616827~0", "12", "90.007401924")]
    [InlineData("[in_i]~2.54~0", "70", "177.8")]
    public void Conversion_is_exact_at_every_limit_that_can_be_reached(string factor, string value, string canonical) =>
        Assert.Equal(Number(canonical), UnitFactor.Parse(factor).ToCanonical(Number(value)));

    [Theory]
    [InlineData("[degF]~5/9~-160/9", "100.4", "38")]
    [InlineData("K~1~-273.15", "311.15", "38")]
    [InlineData("g/dL~10~0", "12", "120")]
    [InlineData("g~1/1000~0", "20000", "20")]
    public void The_way_back_is_exact_as_well(string factor, string value, string canonical) =>
        Assert.Equal(Number(value), UnitFactor.Parse(factor).FromCanonical(Number(canonical)));

    [Fact]
    public void A_whole_offset_beside_a_fraction_is_brought_to_its_denominator() =>
        Assert.Equal(11m / 3, UnitFactor.Parse("x~2/3~3").ToCanonical(1));

    [Theory]
    [InlineData("[degF]~5/9")]
    [InlineData("~1~0")]
    [InlineData("x~5/9~-160/8")]
    [InlineData("x~1/0~0")]
    [InlineData("x~1/2/3~0")]
    [InlineData("x~one~0")]
    public void What_is_no_factor_is_refused(string text) => Assert.Throws<FormatException>(() => UnitFactor.Parse(text));

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
