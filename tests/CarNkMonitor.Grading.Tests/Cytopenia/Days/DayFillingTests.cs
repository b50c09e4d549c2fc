using CarNkMonitor.Grading.Cytopenia.Days;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia.Days;

/// <summary>A filled course is written as one word for each day: a number, an imputed number in brackets, or a dash for a missing day.</summary>
public sealed class DayFillingTests
{
    const string Source = "gvhd-cytopenia-observations 2.3 step 2; Liang 2024";

    [Theory, Rule("ICAHT-2.3-2", Source)]
    [InlineData("0:900 4:100", 4, "900 (700) (500) (300) 100")]
    [InlineData("0:100 3:1000", 3, "100 (400) (700) 1000")]
    [InlineData("2:123", 4, "(120) (120) 123 (120) (120)")]
    [InlineData("", 2, "- - -")]
    public void Missing_days_are_filled_linearly_and_at_the_ends_by_copies(string series, int last, string filled) =>
        Assert.Equal(filled, Filled(series, last, step: 10));

    [Theory, Rule("ICAHT-2.3-2", Source)]
    [InlineData("0:400 8:400", 8, "400 (400) (400) (400) (400) (400) (400) (400) 400")]
    [InlineData("0:400 9:400", 9, "400 - - - - - - - - 400")]
    [InlineData("7:400", 7, "(400) (400) (400) (400) (400) (400) (400) 400")]
    [InlineData("8:400", 8, "- - - - - - - - 400")]
    [InlineData("0:400", 7, "400 (400) (400) (400) (400) (400) (400) (400)")]
    [InlineData("0:400", 8, "400 - - - - - - - -")]
    public void Seven_missing_days_are_filled_and_eight_are_not(string series, int last, string filled) =>
        Assert.Equal(filled, Filled(series, last, step: 10));

    [Theory, Rule("ICAHT-2.3-2", Source)]
    [InlineData("0:500 2:509.8", 10, "(500)")]
    [InlineData("0:500 2:510", 10, "(500)")]
    [InlineData("0:500 2:510.2", 10, "(510)")]
    [InlineData("0:510 2:520", 10, "(520)")]
    [InlineData("0:100 2:110", 10, "(100)")]
    [InlineData("0:90 2:100", 10, "(100)")]
    [InlineData("0:49 2:50", 1, "(50)")]
    [InlineData("0:48 2:49", 1, "(48)")]
    [InlineData("0:49 2:49.8", 1, "(49)")]
    public void Imputed_values_are_rounded_with_ties_to_the_even_multiple(string series, int step, string middle) =>
        Assert.Equal(middle, Filled(series, 2, step).Split(' ')[1]);

    [Fact, Rule("ICAHT-2.3-2", Source)]
    public void Measured_values_are_never_rounded() => Assert.Equal("503 (500) 504.5", Filled("0:503 2:504.5", 2, step: 10));

    [Fact]
    public void A_division_that_does_not_end_never_makes_a_tie() => Assert.Equal("500 (500) (510) 514.9", Filled("0:500 3:514.9", 3, step: 10));

    [Fact]
    public void A_missing_day_is_not_low()
    {
        Assert.False(default(FilledDay).IsAtMost(500));
        Assert.False(default(FilledDay).IsBelow(500));
    }

    static string Filled(string series, int last, decimal step)
    {
        var counts = DaySeries.Read(series, 100_000);
        var days = new FilledDay[last + 1];
        DayFilling.Fill(DailyCount.Of(counts, 0, last, new DailyCount[counts.Count]), Reading.Highest, step, days);
        return string.Join(' ', days.Select(day => day.Origin switch
        {
            DayOrigin.Missing => "-",
            DayOrigin.Measured => FormattableString.Invariant($"{day.Value:0.###}"),
            DayOrigin.Imputed => FormattableString.Invariant($"({day.Value:0.###})"),
        }));
    }
}
