using CarNkMonitor.Grading.Schedule;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Schedule;

public class PhaseTests
{
    static readonly CourseDays OneInfusion = new([0]);

    public static IEnumerable<ITheoryDataRow> Cases() => ScheduleCases.Of("phase.csv");

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Worked_cases_give_phase_day_and_checks(IReadOnlyDictionary<string, string> row)
    {
        var course = new CourseDays(
            [.. row["infusion_days"].Split(';').Select(int.Parse)], row.Number("cond_first_day"), row.Number("cond_last_day"), row.NumberOrBlank("home_day"));
        var day = row.Number("study_day");

        Assert.Equal(row["expected_phase"], ScheduleCases.SnakeCase(course.On(day)));
        Assert.Equal(row.NumberOrBlank("expected_cycle_day"), course.CycleDay(day));
        Assert.Equal(row.Number("expected_crs_checks"), course.CrsChecks(day));
    }

    [Theory]
    [InlineData(-5, Phase.Screening, 0)]
    [InlineData(-4, Phase.Conditioning, 0)]
    [InlineData(-2, Phase.Conditioning, 0)]
    [InlineData(-1, Phase.Rest, 0)]
    [InlineData(0, Phase.Infusion, 3)]
    [InlineData(1, Phase.Daily, 2)]
    [InlineData(7, Phase.Daily, 2)]
    [InlineData(8, Phase.Daily, 1)]
    [InlineData(14, Phase.Daily, 1)]
    [InlineData(15, Phase.TwiceWeekly, 0)]
    [InlineData(16, Phase.TwiceWeekly, 0)]
    [InlineData(17, Phase.TwiceWeekly, 1)]
    [InlineData(20, Phase.TwiceWeekly, 0)]
    [InlineData(21, Phase.TwiceWeekly, 1)]
    public void The_days_on_both_sides_of_each_change(int day, Phase phase, int checks)
    {
        Assert.Equal(phase, OneInfusion.On(day));
        Assert.Equal(checks, OneInfusion.CrsChecks(day));
    }

    [Fact]
    public void The_days_before_a_late_first_infusion_are_rest()
    {
        var course = new CourseDays([2, 9]);
        Assert.Equal([Phase.Rest, Phase.Rest, Phase.Rest, Phase.Infusion], new[] { -1, 0, 1, 2 }.Select(day => course.On(day)));
    }

    [Fact]
    public void Visits_are_nominal_on_17_21_24_28_31_35_38_42() =>
        Assert.Equal([17, 21, 24, 28, 31, 35, 38, 42], Enumerable.Range(0, 45).Where(PhaseOfCourse.IsTwiceWeeklyVisit));

    [Fact]
    public void Monthly_visits_run_from_60_to_360() =>
        Assert.Equal([60, 90, 120, 150, 180, 210, 240, 270, 300, 330, 360], Enumerable.Range(0, 500).Where(PhaseOfCourse.IsMonthlyVisit));

    [Fact]
    public void Three_infusions_keep_the_daily_phase_to_day_28_and_visits_start_on_29()
    {
        var course = new CourseDays([0, 7, 14]);

        Assert.All(Enumerable.Range(1, 28).Except([7, 14]), day => Assert.Equal(Phase.Daily, course.On(day)));
        Assert.Equal(Phase.TwiceWeekly, course.On(29));
    }

    [Fact]
    public void A_planned_later_infusion_shortens_nothing() =>
        Assert.Equal(OneInfusion.On(13), new CourseDays([0, 21]).On(13));

    [Theory]
    [InlineData(14, Phase.Daily)]
    [InlineData(15, Phase.Monthly)]
    public void Going_home_early_keeps_the_daily_checks_to_day_14(int day, Phase phase) =>
        Assert.Equal(phase, new CourseDays([0], HomeDay: 10).On(day));

    [Theory]
    [InlineData(34, Phase.TwiceWeekly)]
    [InlineData(35, Phase.Monthly)]
    public void The_monthly_phase_starts_on_the_day_of_going_home(int day, Phase phase) =>
        Assert.Equal(phase, new CourseDays([0], HomeDay: 35).On(day));

    [Fact]
    public void Every_day_has_a_phase_and_a_day_after_infusion_is_never_negative() =>
        Gen.Select(Gen.Int[0, 60].Array[1, 4], Gen.Int[-30, 400]).Sample((infusions, day) =>
        {
            var course = new CourseDays(infusions);
            Assert.True(course.CycleDay(day) is null or >= 0);
            Assert.Equal(course.CycleDay(day) is null, course.On(day) < Phase.Infusion);
            Assert.InRange(course.CrsChecks(day), 0, 3);
        }, iter: Law.Tries);
}
