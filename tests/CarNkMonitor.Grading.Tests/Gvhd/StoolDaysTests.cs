using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Gvhd;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Gvhd;

/// <summary>Amounts of stool that are exact, bounds or sums of both, and which of several days counts.</summary>
public sealed class StoolDaysTests
{
    static Measured Below(decimal value) => new(value, Comparator.Below);

    static Measured Above(decimal value) => new(value, Comparator.Above);

    [Fact, Rule("GVHD-1.2", "gvhd-cytopenia-observations 1; 0.3: a bound is never the number")]
    public void A_bound_is_compared_as_far_as_it_goes()
    {
        static bool?[] AtLeast(StoolAmount amount) => [.. new decimal[] { 400, 500, 501 }.Select(limit => amount.IsAtLeast(limit))];
        Assert.Equal([true, true, false], AtLeast(StoolAmount.Of(500)));
        Assert.Equal([null, false, false], AtLeast(StoolAmount.Of(Below(500))));
        Assert.Equal([null, null, false], AtLeast(StoolAmount.Of(Measured.AtMost(500, above: null))));
        Assert.Equal([true, true, null], AtLeast(StoolAmount.Of(Above(500))));
        var between = StoolAmount.Of(Measured.AtMost(500, above: 300));
        Assert.Equal([true, true, null], new decimal[] { 299, 300, 301 }.Select(limit => between.IsAtLeast(limit)));
        Assert.Equal([true, true, null], new decimal[] { 299, 300, 301 }.Select(limit => between.IsAbove(limit)));
    }

    [Fact]
    public void What_is_exact_stays_exact()
    {
        Assert.Equal(new StoolAmount(8, IsExact: true), StoolAmount.Of(5).Plus(StoolAmount.Of(3)));
        Assert.Equal(new StoolAmount(15, IsExact: true), StoolAmount.Of(5).Times(3));
        Assert.False(StoolAmount.Of(5).Plus(StoolAmount.Of(Below(3))).IsExact);
    }

    [Fact]
    public void Above_its_lowest_is_only_what_has_one()
    {
        Assert.False(StoolAmount.Of(Below(3)).AboveLow().IsAboveLow);
        Assert.True(StoolAmount.Of(3).AboveLow().IsAboveLow);
    }

    [Fact, Rule("GVHD-1.3", "gvhd-cytopenia-observations 1: mean of 3 days")]
    public void The_mean_is_over_all_days_and_a_column_that_nobody_charted_stays_empty()
    {
        var mean = StoolDay.Mean([new StoolDay(500, null), new StoolDay(null, null)]);
        Assert.Equal((250m, null), (mean.Volume?.Value, mean.Unmeasured));
        Assert.Equal([">500", "≥500 <700", "500"], new[] { Above(800), Measured.AtLeast(800, 1200), (Measured)800 }.Select(one => StoolDay.Mean([new StoolDay(one, null), new StoolDay(200, null)]).Volume!.Value.Text));
    }

    [Fact, Rule("GVHD-1.3", "gvhd-cytopenia-observations 1: highest of 3 days")]
    public void The_highest_day_is_open_upwards_when_another_may_be_higher()
    {
        Assert.Equal("800", StoolDay.Highest([new StoolDay(800, null), new StoolDay(500, null)], 200).Volume!.Value.Text);
        Assert.Equal("≥500 <900", StoolDay.Highest([new StoolDay(Below(900), null), new StoolDay(500, null)], 200).Volume!.Value.Text);
        Assert.Equal("≥800", StoolDay.Highest([new StoolDay(Above(800), null), new StoolDay(500, null)], 200).Volume!.Value.Text);
    }

    static StoolDay At(Course course, double hour) => StoolDays.At(new SubjectRecord(course.Facts, countProvisional: true), Course.Hour(hour))!.Value;

    [Fact, Rule("GVHD-1.3", "columns.csv: stool_volume")]
    public void The_days_end_with_the_last_that_was_charted_in_either_way()
    {
        Assert.Equal(4, At(new Course().Number(5, "stool_volume", 450).Number(20, "stool_unquantified_episodes", 4), 30).Unmeasured?.Value);
        Assert.Equal(600, At(new Course().Number(0, "stool_volume", 600), 1).Volume?.Value);
    }

    [Theory, Rule("GVHD-1.3", "gvhd-cytopenia-observations 1: 3 mL/kg a stool in children, 200 mL in adults")]
    [InlineData(2000, 150, 3, "stools")]
    [InlineData(2000, 190, 3, "volume")]
    [InlineData(20000, 390, 2, "stools")]
    [InlineData(20000, 410, 2, "volume")]
    public void A_stool_that_nobody_measured_counts_by_weight_in_a_child(int ageInDays, int volume, int stools, string highest)
    {
        var day = At(new Course { AgeInDays = ageInDays }.Number(-1, "weight", 20).Number(5, "stool_volume", volume).Number(20, "stool_unquantified_episodes", stools), 30);
        Assert.Equal(highest, day.Volume is null ? "stools" : "volume");
    }
}
