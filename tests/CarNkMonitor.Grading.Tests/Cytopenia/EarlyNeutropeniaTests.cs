using CarNkMonitor.Grading.Cytopenia;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class EarlyNeutropeniaTests
{
    const string Source = "gvhd-cytopenia-observations 2.3 early algorithm; Rejeski 2023, Liang 2024";

    [Theory, Rule("ICAHT-2.3-7", Source)]
    [InlineData(0, SevereDays.None)]
    [InlineData(1, SevereDays.OneToSix)]
    [InlineData(6, SevereDays.OneToSix)]
    [InlineData(7, SevereDays.SevenToThirteen)]
    [InlineData(13, SevereDays.SevenToThirteen)]
    [InlineData(14, SevereDays.FourteenOrMore)]
    [InlineData(20, SevereDays.FourteenOrMore)]
    public void Both_sides_of_every_length_at_or_below_500(int days, SevereDays cell) => Assert.Equal(cell, Of(Course.Run(5, days, 500)).SevereDays);

    [Theory, Rule("ICAHT-2.3-7", Source)]
    [InlineData(0, ProfoundDays.UnderSeven)]
    [InlineData(6, ProfoundDays.UnderSeven)]
    [InlineData(7, ProfoundDays.SevenToThirteen)]
    [InlineData(13, ProfoundDays.SevenToThirteen)]
    [InlineData(14, ProfoundDays.FourteenOrMore)]
    public void Both_sides_of_every_length_at_or_below_100(int days, ProfoundDays cell) => Assert.Equal(cell, Of(Course.Run(5, days, 100)).ProfoundDays);

    [Theory, Rule("ICAHT-2.3-3", Source)]
    [InlineData(499.9, 1, 0)]
    [InlineData(500, 1, 0)]
    [InlineData(500.1, 0, 0)]
    [InlineData(501, 0, 0)]
    [InlineData(99.9, 1, 1)]
    [InlineData(100, 1, 1)]
    [InlineData(100.1, 1, 0)]
    [InlineData(101, 1, 0)]
    [InlineData(0, 1, 1)]
    public void Both_limits_are_inclusive(double value, int severe, int profound)
    {
        var days = Of(Course.Run(5, 1, (decimal)value));
        Assert.Equal((severe, profound), (days.Longest500, days.Longest100));
    }

    [Fact, Rule("ICAHT-2.3-1", Source)]
    public void Of_several_values_on_a_day_the_lowest_counts() => Assert.Equal(1, Of("0:2000 1:400 1:2000 2:2000").Longest500);

    [Theory, Rule("ICAHT-2.3-1", Source)]
    [InlineData("-1:100 0:2000 30:2000", 30, 0)]
    [InlineData("0:100 1:2000 30:2000", 30, 1)]
    [InlineData("29:2000 30:100", 30, 1)]
    [InlineData("24:2000 30:2000 31:100", 40, 0)]
    [InlineData("0:2000 12:2000 13:100", 12, 0)]
    [InlineData("0:2000 12:2000 13:100", 13, 1)]
    public void Days_0_to_30_and_to_the_end_of_the_course_are_read(string series, int endDay, int longest) =>
        Assert.Equal(longest, Of(series, endDay).Longest500);

    [Fact, Rule("ICAHT-2.3-4", Source)]
    public void The_better_days_between_joined_runs_count() => Assert.Equal(8, Of("1:800 2:400 3:300 4:200 5:450 6:600 7:700 8:400 9:300 10:800").Longest500);

    [Fact, Rule("ICAHT-2.3-4", Source)]
    public void The_two_limits_are_joined_separately()
    {
        var days = Of("0:2000 " + Course.Days(1, 4, 100) + " 5:150 6:300 7:400 " + Course.Days(8, 10, 100) + " 11:2000 12:2000 13:2000");
        Assert.Equal((10, 4), (days.Longest500, days.Longest100));
    }

    [Fact, Rule("ICAHT-2.3-5", Source)]
    public void The_longest_run_decides_and_the_sum_is_for_display()
    {
        var days = Of("0:2000 1:400 2:400 3:2000 4:400 5:2000 6:2000 7:2000 8:90 9:2000 10:2000 11:2000", 11);
        Assert.Equal((4, 1, 4, 1), (days.Longest500, days.Longest100, days.LowDays500, days.LowDays100));
    }

    [Theory, Rule("ICAHT-2.3-6", Source)]
    [InlineData(3, true, 16, true)]
    [InlineData(4, true, 16, false)]
    [InlineData(3, false, 16, false)]
    [InlineData(3, false, 30, true)]
    [InlineData(3, false, 29, false)]
    [InlineData(0, true, 0, true)]
    [InlineData(0, false, 0, false)]
    public void Never_above_500_starts_by_day_3_and_needs_a_final_window(int from, bool closed, int endDay, bool never) =>
        Assert.Equal(never, EarlyNeutropenia.Of(Course.Neutrophils(Course.Run(from, 31 - from, 400), endDay, closed)).NeverAbove500);

    [Fact, Rule("ICAHT-2.3-6", Source)]
    public void A_last_day_above_500_is_a_recovery_for_the_never_rule() =>
        Assert.False(EarlyNeutropenia.Of(Course.Neutrophils(Course.Days(0, 15, 400) + " 16:501", 16, closed: true)).NeverAbove500);

    [Fact, Rule("ICAHT-2.3-6", Source)]
    public void Two_better_days_inside_do_not_end_an_unbroken_run() =>
        Assert.True(EarlyNeutropenia.Of(Course.Neutrophils("0:2000 3:400 4:400 5:900 6:900 7:400 8:300", 8, closed: true)).NeverAbove500);

    [Fact]
    public void Measured_and_unfilled_days_are_counted()
    {
        var days = Of("0:1500 2:400 3:300 3:200 12:400", 13);
        Assert.Equal((4, 8, 13), (days.MeasuredDays, days.UnfilledDays, days.LastDay));
    }

    [Fact]
    public void A_course_that_ends_before_day_0_has_no_days() => Assert.Equal(0, Of("0:100", -1).MeasuredDays);

    [Fact]
    public void More_counts_than_days_are_no_difficulty() =>
        Assert.Equal(31, Of(string.Join(' ', Enumerable.Repeat(Course.Days(0, 30, 700), 5))).MeasuredDays);

    static EarlyNeutropenia Of(string series, int endDay = 30) => EarlyNeutropenia.Of(Course.Neutrophils(series, endDay));
}
