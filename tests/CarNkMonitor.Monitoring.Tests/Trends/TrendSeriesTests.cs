using System.Globalization;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Trends;

namespace CarNkMonitor.Monitoring.Tests.Trends;

public class TrendSeriesTests
{
    static readonly DateTime Now = Utc("2026-05-01T00:00Z");
    static readonly SubjectCalendar Shanghai = new("Asia/Shanghai", [Given(1, "2026-03-02T02:00Z")]);   // 10:00

    [Theory]
    [InlineData("2026-03-02T04:00Z", "0.5")]     // noon on day 0
    [InlineData("2026-03-02T16:00Z", "1")]
    [InlineData("2026-03-10T22:00Z", "9.25")]
    public void A_position_counts_days_from_the_midnight_before_the_first_infusion(string at, string position) =>
        Assert.Equal(decimal.Parse(position, CultureInfo.InvariantCulture), Series(Shanghai, [At(at)]).Readings[0].Position);

    [Theory]
    [InlineData("2026-03-28T22:59Z", "1.999306")]
    [InlineData("2026-03-28T23:00Z", "2")]
    [InlineData("2026-03-29T10:30Z", "2.5")]        // the middle of a day of 23 hours
    [InlineData("2026-03-29T22:00Z", "3")]
    public void Whole_positions_are_midnights_also_when_the_clock_changes(string at, string position)
    {
        var berlin = new SubjectCalendar("Europe/Berlin", [Given(1, "2026-03-27T09:00Z")]);

        Assert.Equal(decimal.Parse(position, CultureInfo.InvariantCulture), Series(berlin, [At(at)]).Readings[0].Position);
    }

    [Fact]
    public void Cycle_days_restart_at_every_infusion_and_positions_do_not()
    {
        var twice = new SubjectCalendar("Asia/Shanghai", [Given(1, "2026-03-02T02:00Z"), Given(2, "2026-03-09T02:00Z")]);
        var series = Series(twice, [At("2026-03-08T16:00Z"), At("2026-03-07T16:00Z")]);

        Assert.Equal([(1, 6, 6m), (2, 0, 7m)], series.Readings.Select(reading => (reading.Infusion, reading.CycleDay, reading.Position)));
        Assert.Equal([(1, 0m), (2, 7m)], series.Infusions.Select(mark => (mark.Number, mark.DayZero)));
    }

    [Fact]
    public void Readings_up_to_18_hours_apart_are_joined_and_further_ones_are_not()
    {
        var series = Series(Shanghai, [At("2026-03-03T00:00Z"), At("2026-03-03T18:00Z"), At("2026-03-04T12:01Z")]);

        Assert.Equal([2, 1], series.Runs().Select(run => run.Count));
    }

    [Fact]
    public void A_bound_is_listed_and_never_drawn()
    {
        var series = Series(Shanghai, [At("2026-03-03T00:00Z"), At("2026-03-03T01:00Z") with { Comparator = Comparator.Below }]);

        Assert.Equal(2, series.Readings.Count);
        Assert.Single(Assert.Single(series.Runs()));
    }

    [Fact]
    public void What_came_before_the_first_infusion_is_left_out() =>
        Assert.Empty(Series(Shanghai, [At("2026-03-02T01:59Z")]).Readings);

    [Fact]
    public void Without_an_infusion_there_is_no_axis() =>
        Assert.Same(TrendSeries.Empty, Series(new("Asia/Shanghai", []), [At("2026-03-02T01:59Z")]));

    [Fact]
    public void Equal_grades_that_touch_are_one_band_and_a_changed_one_starts_another()
    {
        var bands = Grades(("2026-03-03T16:00Z", new(1, 1)), ("2026-03-04T04:00Z", new(1, 1)), ("2026-03-04T16:00Z", new(1, 3))).Grades;

        Assert.Equal([new(2, 3, new(1, 1)), new(3, 4.5m, new(1, 3))], bands);
    }

    [Fact]
    public void A_grade_holds_36_hours_at_most_and_never_beyond_now()
    {
        Assert.Equal(3.5m, Grades(("2026-03-03T16:00Z", new(1, 1))).Grades[0].To);
        Assert.Equal(2.25m, TrendSeries.Of(Shanghai, [], [new(Utc("2026-03-03T16:00Z"), new(1, 1))], Utc("2026-03-03T22:00Z")).Grades[0].To);
    }

    [Fact]
    public void Not_assessed_is_a_hole_and_not_a_grade()
    {
        var series = TrendSeries.Of(Shanghai, [At("2026-03-04T05:00Z")],
            [new(Utc("2026-03-03T16:00Z"), new(1, 1)), new(Utc("2026-03-04T04:00Z"), null)], Now);

        Assert.Equal(2.5m, Assert.Single(series.Grades).To);
        Assert.Null(series.Readings[0].Grade);
    }

    static TrendSeries Series(SubjectCalendar calendar, MeasuredAt[] readings) => TrendSeries.Of(calendar, readings, [], Now);

    static TrendSeries Grades(params (string At, GradeOfTrend Grade)[] grades) =>
        TrendSeries.Of(Shanghai, [], grades.Select(grade => new AssessedAt(Utc(grade.At), grade.Grade)), Now);

    static MeasuredAt At(string at) => new(Utc(at), 37.2m, Comparator.Equal);

    static Infusion Given(int number, string at) => new()
    {
        SubjectId = Guid.Empty, Number = number, StartedAt = Utc(at), FollowsConditioning = number == 1, ObservationId = Guid.Empty,
    };

    static DateTime Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;
}
