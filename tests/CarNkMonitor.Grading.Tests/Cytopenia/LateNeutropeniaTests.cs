using CarNkMonitor.Grading.Cytopenia;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class LateNeutropeniaTests
{
    const string Source = "gvhd-cytopenia-observations 2.3 late algorithm; Rejeski 2023, Liang 2024";

    [Theory, Rule("ICAHT-2.3-late", Source)]
    [InlineData(1500.1, LateNeutrophils.Above1500)]
    [InlineData(1500, LateNeutrophils.UpTo1500)]
    [InlineData(1000.1, LateNeutrophils.UpTo1500)]
    [InlineData(1000, LateNeutrophils.UpTo1000)]
    [InlineData(500.1, LateNeutrophils.UpTo1000)]
    [InlineData(500, LateNeutrophils.UpTo500)]
    [InlineData(100.1, LateNeutrophils.UpTo500)]
    [InlineData(100, LateNeutrophils.UpTo100)]
    [InlineData(0, LateNeutrophils.UpTo100)]
    public void Every_limit_is_inclusive(double value, LateNeutrophils cell) =>
        Assert.Equal(cell, Of(FormattableString.Invariant($"40:{(decimal)value}")).Neutrophils);

    [Theory, Rule("ICAHT-2.3-late", Source)]
    [InlineData("40:50 60:1500", LateNeutrophils.UpTo100)]
    [InlineData("40:50 60:1500.1", LateNeutrophils.Above1500)]
    [InlineData("60:1600 40:50 70:1600", LateNeutrophils.Above1500)]
    [InlineData("70:3000 60:1400 40:50", LateNeutrophils.UpTo100)]
    public void One_low_day_beside_better_ones_is_transient(string series, LateNeutrophils cell) => Assert.Equal(cell, Of(series).Neutrophils);

    [Fact, Rule("ICAHT-2.3-late", Source)]
    public void Two_low_values_of_one_day_are_one_day() => Assert.Equal(LateNeutrophils.Above1500, Of("40:50 40:60 60:1600").Neutrophils);

    [Theory, Rule("ICAHT-2.3-late", Source)]
    [InlineData("30:50 40:2000", 100, LateNeutrophils.Above1500)]
    [InlineData("31:50", 100, LateNeutrophils.UpTo100)]
    [InlineData("100:50", 100, LateNeutrophils.UpTo100)]
    [InlineData("100:2000 101:50", 200, LateNeutrophils.Above1500)]
    [InlineData("40:2000 45:50", 44, LateNeutrophils.Above1500)]
    [InlineData("40:1600 45:50", 45, LateNeutrophils.Above1500)]
    [InlineData("45:50", 45, LateNeutrophils.UpTo100)]
    public void Days_31_to_100_and_to_the_end_of_the_course_are_read(string series, int endDay, LateNeutrophils cell) =>
        Assert.Equal(cell, Of(series, endDay).Neutrophils);

    [Theory, Rule("ICAHT-2.3-confirmed", Source)]
    [InlineData("40:1400 50:1500", true)]
    [InlineData("40:1000 50:1000", true)]
    [InlineData("40:1000 50:1000.1", false)]
    [InlineData("40:500 50:500", true)]
    [InlineData("40:500 50:500.1", false)]
    [InlineData("40:100 50:100", true)]
    [InlineData("40:100 50:101 60:102", false)]
    [InlineData("40:450", false)]
    [InlineData("40:2000 50:2000", false)]
    public void Confirmed_means_two_days_at_or_below_the_limit_of_the_grade(string series, bool confirmed) => Assert.Equal(confirmed, Of(series).IsConfirmed);

    [Fact]
    public void The_two_lowest_days_are_kept()
    {
        var days = Of("40:900 41:300 42:700 43:300 44:1000");
        Assert.Equal((5, 300m, 300m), (days.MeasuredDays, days.Lowest, days.SecondLowest));
        Assert.Equal((1, 300m, null), (Of("41:300").MeasuredDays, Of("41:300").Lowest, Of("41:300").SecondLowest));
    }

    static LateNeutropenia Of(string series, int endDay = 100) => LateNeutropenia.Of(Course.Neutrophils(series, endDay));
}
