using System.Globalization;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using NodaTime;

namespace CarNkMonitor.Monitoring.Tests.Schedule;

public class ScheduleOfAssessmentsTests
{
    const string Shanghai = "Asia/Shanghai";
    const string Berlin = "Europe/Berlin";

    static readonly Infusion First = Given("2026-03-02T02:00Z");           // 10:00 in Shanghai
    static readonly SubjectCalendar OneInfusion = new(Shanghai, [First]);

    [Fact]
    public void The_plan_thins_out_from_three_a_day_to_twice_a_week()
    {
        var perDay = ScheduleOfAssessments.CrsChecks(OneInfusion, new LocalDate(2026, 4, 13)).GroupBy(slot => slot.CycleDay)
            .ToDictionary(day => day.Key, day => day.Count());

        Assert.Equal(2, perDay[0]);   // 14:00 and 22:00: at 06:00 nothing had been infused
        Assert.All(Enumerable.Range(1, 7), day => Assert.Equal(2, perDay[day]));
        Assert.All(Enumerable.Range(8, 7), day => Assert.Equal(1, perDay[day]));
        Assert.Equal([17, 21, 24, 28, 31, 35, 38, 42], perDay.Keys.Where(day => day > 14));
    }

    [Fact]
    public void Nominal_times_are_those_of_the_site()
    {
        var slots = ScheduleOfAssessments.CrsChecks(OneInfusion, new LocalDate(2026, 3, 10));

        Assert.Equal(["02 14:00", "02 22:00", "03 08:00", "03 20:00"], slots.Take(4).Select(Local));
        Assert.Equal(["09 08:00", "09 20:00", "10 08:00"], slots.TakeLast(3).Select(Local));
    }

    [Fact]
    public void No_slot_opens_before_the_infusion()
    {
        var slot = ScheduleOfAssessments.CrsChecks(new(Shanghai, [Given("2026-03-02T05:30Z")]), new LocalDate(2026, 3, 2))[0];

        Assert.Equal(Utc("2026-03-02T06:00Z"), slot.NominalAt);
        Assert.Equal(Utc("2026-03-02T05:30Z"), slot.OpensAt);
    }

    [Fact]
    public void A_second_infusion_restarts_the_daily_phase_and_ends_the_first_plan()
    {
        var second = Given("2026-03-09T02:00Z", number: 2);
        var slots = ScheduleOfAssessments.CrsChecks(new(Shanghai, [First, second]), new LocalDate(2026, 4, 20));

        Assert.All(slots, slot => Assert.Equal(slot.NominalAt < second.StartedAt ? First.Id : second.Id, slot.InfusionId));
        Assert.Equal(["09 08:00", "09 14:00", "09 22:00"], slots.Where(slot => Local(slot).StartsWith("09", StringComparison.Ordinal)).Take(3).Select(Local));
        Assert.Equal(14, slots.Count(slot => slot.InfusionId == second.Id && slot.CycleDay is >= 1 and <= 7));
        Assert.Equal(slots.Count, slots.Select(slot => slot.NominalAt).Distinct().Count());
    }

    [Fact]
    public void Going_home_turns_visits_into_monthly_ones_at_the_home_clock()
    {
        var home = new SubjectCalendar(Shanghai, [First], Utc("2026-04-06T02:00Z"), Berlin);   // day 35
        var slots = ScheduleOfAssessments.CrsChecks(home, new LocalDate(2027, 3, 31)).Where(slot => slot.CycleDay > 31).ToList();

        Assert.Equal([60, 90, 120, 150, 180, 210, 240, 270, 300, 330, 360], slots.Select(slot => slot.CycleDay));
        Assert.Equal(Utc("2026-05-01T06:00Z"), slots[0].NominalAt);   // 08:00 in Berlin
        Assert.Equal(Utc("2026-04-23T22:00Z"), slots[0].OpensAt);
    }

    [Fact]
    public void Interval_windows_are_elapsed_time_when_the_clock_goes_forward()
    {
        var night = ScheduleOfAssessments.CrsChecks(new(Berlin, [Given("2026-03-27T09:00Z")]), new LocalDate(2026, 3, 30))
            .Single(slot => slot.NominalAt == Utc("2026-03-28T19:00Z"));   // 20:00 before the change

        Assert.Equal(TimeSpan.FromHours(9), night.ClosesAt - night.NominalAt);
        Assert.Equal(TimeSpan.FromHours(3), night.OnTimeUntil - night.NominalAt);
    }

    [Theory]
    [InlineData("2026-03-19T09:00Z", 29, 23)]
    [InlineData("2026-10-15T08:00Z", 25, 25)]
    public void Daily_windows_are_calendar_days_when_the_clock_changes(string infusion, int dayOfMonth, int hours)
    {
        var calendar = new SubjectCalendar(Berlin, [Given(infusion)]);
        var slot = ScheduleOfAssessments.CrsChecks(calendar, calendar.DateOf(Utc(infusion)).PlusDays(14))
            .Single(slot => slot.CycleDay is > 7 && calendar.DateOf(slot.NominalAt).Day == dayOfMonth);

        Assert.Equal(TimeSpan.FromHours(hours), slot.ClosesAt - slot.OpensAt);
        Assert.Equal(8, calendar.LocalTime(slot.NominalAt).Hour);
        Assert.Equal(12, calendar.LocalTime(slot.OnTimeUntil).Hour);
    }

    [Fact]
    public void A_day_that_begins_at_one_o_clock_opens_at_one_o_clock()
    {
        var calendar = new SubjectCalendar("Asia/Beirut", [Given("2026-03-19T09:00Z")]);   // no midnight on 29 March
        var slot = ScheduleOfAssessments.CrsChecks(calendar, new LocalDate(2026, 3, 29)).Single(slot => slot.CycleDay == 10);

        Assert.Equal(1, calendar.LocalTime(slot.OpensAt).Hour);
    }

    static string Local(PlannedSlot slot) => OneInfusion.LocalTime(slot.NominalAt).ToString("dd HH:mm", CultureInfo.InvariantCulture);

    static Infusion Given(string at, int number = 1) => new()
    {
        SubjectId = Guid.Empty, Number = number, StartedAt = Utc(at), FollowsConditioning = number == 1, ObservationId = Guid.Empty,
    };

    static DateTime Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;
}
