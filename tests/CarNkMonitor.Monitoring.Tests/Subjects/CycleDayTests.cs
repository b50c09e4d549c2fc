using System.Globalization;
using CarNkMonitor.Monitoring.Subjects;
using NodaTime;

namespace CarNkMonitor.Monitoring.Tests.Subjects;

public class CycleDayTests
{
    const string Shanghai = "Asia/Shanghai";
    const string Berlin = "Europe/Berlin";

    [Theory]
    [InlineData("2026-03-01T15:59Z", null)]   // 23:59 on the day before
    [InlineData("2026-03-01T16:00Z", 0)]      // midnight
    [InlineData("2026-03-02T15:59Z", 0)]
    [InlineData("2026-03-02T16:00Z", 1)]
    [InlineData("2026-03-16T16:00Z", 15)]
    public void A_day_begins_at_the_midnight_of_the_site(string moment, int? day) =>
        Assert.Equal(day, new SubjectCalendar(Shanghai, [Given("2026-03-02T02:00Z")]).CycleDay(Utc(moment)));

    [Fact]
    public void Before_the_first_infusion_recovery_days_are_negative() =>
        Assert.Equal(-4, new SubjectCalendar(Shanghai, [Given("2026-03-02T02:00Z")]).RecoveryDay(Utc("2026-02-26T04:00Z")));

    [Fact]
    public void Without_an_infusion_there_is_no_day()
    {
        var calendar = new SubjectCalendar(Shanghai, []);

        Assert.Null(calendar.CycleDay(Utc("2026-03-02T02:00Z")));
        Assert.Null(calendar.RecoveryDay(Utc("2026-03-02T02:00Z")));
    }

    [Fact]
    public void Cycle_days_restart_at_each_infusion_and_recovery_days_only_after_conditioning()
    {
        var calendar = new SubjectCalendar(Shanghai,
            [Given("2026-03-02T02:00Z"), Given("2026-03-09T02:00Z", conditioned: false), Given("2026-05-04T02:00Z")]);

        Assert.Equal((1, 8), (calendar.CycleDay(Utc("2026-03-10T02:00Z")), calendar.RecoveryDay(Utc("2026-03-10T02:00Z"))));
        Assert.Equal((2, 2), (calendar.CycleDay(Utc("2026-05-06T02:00Z")), calendar.RecoveryDay(Utc("2026-05-06T02:00Z"))));
    }

    [Theory]
    [InlineData("2026-03-29T00:59Z", 2)]   // 01:59, an hour before the clock goes forward
    [InlineData("2026-03-29T21:59Z", 2)]   // 23:59 summer time, the day has 23 hours
    [InlineData("2026-03-29T22:00Z", 3)]
    public void A_day_of_23_hours_is_one_day(string moment, int day) =>
        Assert.Equal(day, new SubjectCalendar(Berlin, [Given("2026-03-27T09:00Z")]).CycleDay(Utc(moment)));

    [Theory]
    [InlineData("2026-10-24T22:00Z", 1)]   // midnight summer time
    [InlineData("2026-10-25T22:59Z", 1)]   // 23:59 winter time, the day has 25 hours
    [InlineData("2026-10-25T23:00Z", 2)]
    public void A_day_of_25_hours_is_one_day(string moment, int day) =>
        Assert.Equal(day, new SubjectCalendar(Berlin, [Given("2026-10-24T09:00Z")]).CycleDay(Utc(moment)));

    [Fact]
    public void After_going_home_the_home_clock_counts()
    {
        var calendar = new SubjectCalendar(Shanghai, [Given("2026-03-02T02:00Z")], Utc("2026-04-10T02:00Z"), Berlin);

        Assert.Equal(38, calendar.CycleDay(Utc("2026-04-08T17:00Z")));   // 01:00 on the 9th in Shanghai
        Assert.Equal(40, calendar.CycleDay(Utc("2026-04-11T17:00Z")));   // 19:00 on the 11th in Berlin
    }

    [Theory]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:00Z")]   // skipped: the first moment after the gap
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30Z")]   // twice: the earlier one
    [InlineData("2026-07-01T08:00", "2026-07-01T06:00Z")]
    public void A_planned_time_around_a_clock_change_follows_the_stated_rule(string local, string instant) =>
        Assert.Equal(Utc(instant), new SubjectCalendar(Berlin, []).PlannedInstant(LocalDateTime.FromDateTime(DateTime.Parse(local, CultureInfo.InvariantCulture))));

    static Infusion Given(string at, bool conditioned = true) => new()
    {
        SubjectId = Guid.Empty, Number = 1, StartedAt = Utc(at), FollowsConditioning = conditioned, ObservationId = Guid.Empty,
    };

    static DateTime Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;
}
