using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class EarlyThrombocytopeniaTests
{
    const string Source = "gvhd-cytopenia-observations 2.4; Rejeski 2025 Table 1";

    [Theory, Rule("TICAHT-2.4", Source)]
    [InlineData(0, LowPlateletDays.None)]
    [InlineData(1, LowPlateletDays.OneToSix)]
    [InlineData(6, LowPlateletDays.OneToSix)]
    [InlineData(7, LowPlateletDays.SevenOrMore)]
    [InlineData(20, LowPlateletDays.SevenOrMore)]
    public void Both_sides_of_every_number_of_days_below_50(int days, LowPlateletDays cell) => Assert.Equal(cell, Of(Course.Run(5, days, 49, 150)).LowDays);

    [Theory, Rule("TICAHT-2.4", Source)]
    [InlineData(0, VeryLowPlateletDays.None)]
    [InlineData(1, VeryLowPlateletDays.OneToThirteen)]
    [InlineData(13, VeryLowPlateletDays.OneToThirteen)]
    [InlineData(14, VeryLowPlateletDays.FourteenOrMore)]
    public void Both_sides_of_every_number_of_days_below_20(int days, VeryLowPlateletDays cell) =>
        Assert.Equal(cell, Of(Course.Run(5, days, 19, 150)).VeryLowDays);

    [Theory, Rule("TICAHT-2.4-limits", Source)]
    [InlineData(50.1, 0, 0)]
    [InlineData(50, 0, 0)]
    [InlineData(49.9, 1, 0)]
    [InlineData(20.1, 1, 0)]
    [InlineData(20, 1, 0)]
    [InlineData(19.9, 1, 1)]
    [InlineData(0, 1, 1)]
    public void Both_limits_are_exclusive(double value, int days50, int days20)
    {
        var days = Of(Course.Run(5, 1, (decimal)value, 150));
        Assert.Equal((days50, days20), (days.Days50, days.Days20));
    }

    [Fact, Rule("TICAHT-2.4-sum", Source)]
    public void Days_are_added_up_over_all_runs_and_not_taken_from_the_longest() =>
        Assert.Equal(8, Of("0:150 " + Course.Days(1, 4, 40) + " " + Course.Days(5, 9, 150) + " " + Course.Days(10, 13, 40) + " " + Course.Days(14, 30, 150)).Days50);

    [Theory, Rule("TICAHT-2.4-sum", Source)]
    [InlineData(1, 5)]
    [InlineData(2, 6)]
    [InlineData(3, 4)]
    public void One_or_two_better_days_are_included_and_three_are_a_recovery(int better, int days) => Assert.Equal(days, Of(
        $"0:150 {Course.Days(1, 2, 40)} {Course.Days(3, 2 + better, 60)} {Course.Days(3 + better, 4 + better, 40)} {Course.Days(5 + better, 30, 150)}").Days50);

    [Theory, Rule("TICAHT-2.4-fill", Source)]
    [InlineData("0:150 1:49 3:50 4:150 5:150", 1)]
    [InlineData("0:150 1:48 3:50 4:150 5:150", 2)]
    [InlineData("0:150 1:49 3:49.9 4:150 5:150", 3)]
    public void Imputed_values_are_rounded_to_the_nearest_1_with_ties_to_even(string series, int days) => Assert.Equal(days, Of(series, 5).Days50);

    [Theory, Rule("TICAHT-2.4-fill", Source)]
    [InlineData(7, 9, 0)]
    [InlineData(8, 2, 8)]
    public void Seven_missing_days_are_filled_and_eight_are_not(int missing, int days, int unfilled)
    {
        var course = Of($"4:150 5:40 {6 + missing}:40 {Course.Days(7 + missing, 30, 150)}");
        Assert.Equal((days, unfilled), (course.Days50, course.UnfilledDays));
    }

    [Theory, Rule("TICAHT-2.4", Source)]
    [InlineData("-1:10 0:150 30:150", 30, 0)]
    [InlineData("24:150 30:150 31:10", 40, 0)]
    [InlineData("0:150 12:150 13:10", 12, 0)]
    [InlineData("10:150 12:150 13:10", 13, 1)]
    [InlineData("0:10 1:150 1:160", 1, 1)]
    [InlineData("0:150 1:150 1:10", 1, 1)]
    public void Days_0_to_30_and_to_the_end_of_the_course_are_read(string series, int endDay, int days20) => Assert.Equal(days20, Of(series, endDay).Days20);

    [Theory, Rule("TICAHT-2.4-recovery", Source)]
    [InlineData("0:150 1:10 2:15 3:20 4:25 5:30", "", 3)]
    [InlineData("0:150 1:10 2:15 3:20 4:25", "", null)]
    [InlineData("0:150 1:10 2:15 3:20 4:19 5:20 6:20 7:20", "", 5)]
    [InlineData("0:150 1:20 2:25 3:20 4:25 5:30", "", null)]
    [InlineData("0:150 1:10 2:15 3:20 4:25 5:30 6:30 7:30 8:30 9:30 10:30", "2", null)]
    [InlineData("0:150 1:10 2:15 3:20 4:25 5:30 6:30 7:30 8:30 9:30 10:30 11:30", "2", 9)]
    [InlineData("0:150 1:10 2:15 3:20 4:25 5:30 6:30 7:30 8:30 9:30 10:30 11:30", "-4", 3)]
    [InlineData("0:150 1:10 2:15 3:20 4:25 5:30 6:30 7:30 8:30 9:30 10:30 11:30", "-3", 4)]
    [InlineData("0:150 1:10 2:15 3:20 4:25 5:30", "6", 3)]
    [InlineData("0:10 9:30 10:30", "", null)]
    [InlineData("0:150 26:10 27:10 28:30 29:30 30:30", "", 28)]
    [InlineData("0:150 26:10 27:10 28:10 29:30 30:30 31:30", "", null)]
    public void Recovery_is_the_first_of_three_days_at_20_without_a_transfusion_for_7_days(string series, string transfusions, int? day) =>
        Assert.Equal(day, EarlyThrombocytopenia.Of(Course.Platelets(series, LastDay(series)) with
        {
            TransfusionDays = DaySeries.ReadDays(transfusions),
        }).RecoveryDay);

    [Fact]
    public void A_course_that_ends_before_day_0_has_no_days() => Assert.Equal(0, Of("0:10", -1).MeasuredDays);

    static EarlyThrombocytopenia Of(string series, int endDay = 30) => EarlyThrombocytopenia.Of(Course.Platelets(series, endDay));

    static int LastDay(string series) => DaySeries.Read(series, 3000).Max(count => count.Day);
}
