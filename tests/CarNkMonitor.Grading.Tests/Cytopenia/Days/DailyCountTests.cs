using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Facts;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia.Days;

public sealed class DailyCountTests
{
    [Fact]
    public void Each_day_of_the_span_keeps_its_lowest_count_in_the_order_of_the_days() =>
        Assert.Equal([Exactly(0, 5), Exactly(3, 7), Exactly(9, 1)], Of("9:1 3:8 -1:2 3:7 0:5 10:4 3:9", 0, 9));

    [Fact]
    public void A_bound_is_the_span_of_all_values_it_leaves()
    {
        Assert.Equal([new(1, 0, 99.999999m), new(2, 100.000001m, 1_000_000)], Of("1:<100 2:>100", 0, 9));
        Assert.True(Of("1:<100", 0, 9)[0].IsOpen);
        Assert.False(Of("1:100", 0, 9)[0].IsOpen);
    }

    [Theory]
    [InlineData("1:<100 1:50", 0, 50)]
    [InlineData("1:<100 1:300", 0, 99.999999)]
    [InlineData("1:>100 1:50", 50, 50)]
    [InlineData("1:>100 1:300", 100.000001, 300)]
    public void Of_a_bound_and_a_number_the_lower_one_counts(string text, double lowest, double highest) =>
        Assert.Equal([new(1, (decimal)lowest, (decimal)highest)], Of(text, 0, 9));

    [Fact]
    public void Nothing_in_the_span_is_no_day() => Assert.Empty(Of("-1:5 10:5", 0, 9));

    [Fact]
    public void A_reading_takes_one_end()
    {
        var day = new DailyCount(1, 2, 3);
        Assert.Equal((2, 3), (day.At(Reading.Lowest), day.At(Reading.Highest)));
    }

    [Fact]
    public void Below_a_number_stays_below_it() =>
        Assert.True(DailyCount.Of(new DayValue(1, new Measured(50, Comparator.Below))).Highest < 50);

    static DailyCount Exactly(int day, decimal value) => new(day, value, value);

    static DailyCount[] Of(string series, int from, int to)
    {
        var counts = DaySeries.Read(series, 100_000);
        return DailyCount.Of(counts, from, to, new DailyCount[counts.Count]).ToArray();
    }
}
