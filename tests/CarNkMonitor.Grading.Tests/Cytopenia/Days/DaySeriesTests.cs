using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Facts;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia.Days;

public sealed class DaySeriesTests
{
    [Fact]
    public void Days_come_in_any_order_with_duplicates_decimals_and_bounds() => Assert.Equal(
        [new(3, 900.5m), new(-4, 1500m), new(3, 0m), new(6, new Measured(100, Comparator.Below)), new(7, new Measured(2000, Comparator.Above))],
        DaySeries.Read("3:900.5  -4:1500\t3:0 6:<100 7:>2000 ", max: 200_000));

    [Fact]
    public void Nothing_is_an_empty_series() => Assert.Empty(DaySeries.Read("  ", 10));

    [Fact]
    public void The_highest_possible_value_is_included() => Assert.Equal(3000m, DaySeries.Read("0:3000", 3000)[0].Value.Value);

    [Theory]
    [InlineData("0:1500 7;300", "'7;300'")]
    [InlineData("7", "'7'")]
    [InlineData("7:", "'7:'")]
    [InlineData(":300", "':300'")]
    [InlineData("7:3:0", "'7:3:0'")]
    [InlineData("seven:300", "'seven:300'")]
    [InlineData("7.5:300", "'7.5:300'")]
    [InlineData("7:-1", "'7:-1'")]
    [InlineData("7:1e3", "'7:1e3'")]
    [InlineData("7:1,5", "'7:1,5'")]
    [InlineData("7:<", "'7:<'")]
    [InlineData("7:<0", "'7:<0' is not possible")]
    [InlineData("7:3000.1", "'7:3000.1' is not possible; allowed: 0 to 3000.")]
    [InlineData("7:>3001", "'7:>3001' is not possible")]
    [InlineData("99999999999:1", "'99999999999:1'")]
    public void An_unreadable_part_is_named(string text, string part) =>
        Assert.Contains(part, Assert.Throws<FormatException>(() => DaySeries.Read(text, 3000)).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_text_is_read_or_refused_as_a_format() => Gen.String[Gen.Char["0123456789:<>.- x"], 0, 12].Sample(text =>
    {
        try
        {
            Assert.All(DaySeries.Read(text, 100), count => Assert.InRange(count.Value.Value, 0, 100));
        }
        catch (FormatException)
        {
        }
    }, iter: Law.Tries);

    [Theory]
    [InlineData("8 11")]
    [InlineData("8;11")]
    [InlineData("8, 11")]
    [InlineData("8|11")]
    public void Days_alone_are_separated_in_any_way(string text) => Assert.Equal([8, 11], DaySeries.ReadDays(text));

    [Fact]
    public void An_unreadable_day_is_named() =>
        Assert.Contains("'x'", Assert.Throws<FormatException>(() => DaySeries.ReadDays("8 x")).Message, StringComparison.Ordinal);
}
