using CarNkMonitor.Grading.Schedule;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Schedule;

public class SlotStateTests
{
    static readonly DateTime Noon = new(2026, 3, 2, 12, 0, 0);
    static readonly DateTime Eight = new(2026, 3, 2, 8, 0, 0);

    public static IEnumerable<ITheoryDataRow> Cases() => ScheduleCases.Of("task-state.csv");

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Worked_cases_give_the_state(IReadOnlyDictionary<string, string> row)
    {
        var window = SlotWindow.Around(Frequencies[row["frequency"]], row.LocalTime("nominal"));
        var done = row["done_at"] == "" ? (DateTime?)null : row.LocalTime("done_at");

        Assert.Equal(row["expected_state"], ScheduleCases.SnakeCase(window.At(row.LocalTime("now"), done)));
    }

    static readonly Dictionary<string, SlotFrequency> Frequencies = new()
    {
        ["q4h"] = SlotFrequency.EveryFourHours, ["q6h"] = SlotFrequency.EverySixHours, ["q8h"] = SlotFrequency.EveryEightHours,
        ["q12h"] = SlotFrequency.EveryTwelveHours, ["daily"] = SlotFrequency.Daily, ["twice_weekly"] = SlotFrequency.TwiceWeekly,
        ["monthly"] = SlotFrequency.Monthly, ["month3_response"] = SlotFrequency.MonthThreeResponse,
    };

    /// <summary>The table of 6.5 in minutes from the nominal time; for daily checks and visits the nominal time is 08:00.</summary>
    public static TheoryData<SlotFrequency, int, int, int> Windows => new()
    {
        { SlotFrequency.EveryFourHours, -60, 60, 180 },
        { SlotFrequency.EverySixHours, -90, 90, 270 },
        { SlotFrequency.EveryEightHours, -120, 120, 360 },
        { SlotFrequency.EveryTwelveHours, -180, 180, 540 },
        { SlotFrequency.Daily, -8 * 60, 4 * 60, 16 * 60 },
        { SlotFrequency.TwiceWeekly, -32 * 60, 16 * 60, 40 * 60 },
        { SlotFrequency.Monthly, -(8 + 7 * 24) * 60, 16 * 60, (16 + 7 * 24) * 60 },
        { SlotFrequency.MonthThreeResponse, -(8 + 7 * 24) * 60, 16 * 60, (16 + 7 * 24) * 60 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void The_minutes_on_both_sides_of_each_limit(SlotFrequency frequency, int opens, int onTime, int closes)
    {
        var window = SlotWindow.Around(frequency, Eight);

        Assert.Equal(SlotState.Scheduled, window.At(Eight.AddMinutes(opens - 1)));
        Assert.Equal(SlotState.Due, window.At(Eight.AddMinutes(opens)));
        Assert.Equal(SlotState.Due, window.At(Eight.AddMinutes(onTime)));
        Assert.Equal(SlotState.Overdue, window.At(Eight.AddMinutes(onTime + 1)));
        Assert.Equal(SlotState.Overdue, window.At(Eight.AddMinutes(closes - 1)));
        Assert.Equal(SlotState.Missed, window.At(Eight.AddMinutes(closes)));
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void A_set_counts_from_opening_and_before_closing(SlotFrequency frequency, int opens, int onTime, int closes)
    {
        var window = SlotWindow.Around(frequency, Eight);
        var later = Eight.AddDays(30);

        Assert.Equal(SlotState.Missed, window.At(later, Eight.AddMinutes(opens - 1)));
        Assert.Equal(SlotState.Done, window.At(later, Eight.AddMinutes(opens)));
        Assert.Equal(SlotState.Done, window.At(later, Eight.AddMinutes(onTime)));
        Assert.Equal(SlotState.DoneLate, window.At(later, Eight.AddMinutes(onTime + 1)));
        Assert.Equal(SlotState.DoneLate, window.At(later, Eight.AddMinutes(closes - 1)));
        Assert.Equal(SlotState.Missed, window.At(later, Eight.AddMinutes(closes)));
    }

    [Theory]
    [InlineData(SlotFrequency.EveryTwelveHours, null)]
    [InlineData(SlotFrequency.EveryTwelveHours, -181)]
    [InlineData(SlotFrequency.EveryTwelveHours, 180)]
    [InlineData(SlotFrequency.EveryTwelveHours, 181)]
    [InlineData(SlotFrequency.EveryTwelveHours, 540)]
    [InlineData(SlotFrequency.Daily, 300)]
    public void The_time_over_which_a_check_is_overdue_is_that_of_its_states(SlotFrequency frequency, int? doneMinutes)
    {
        var window = SlotWindow.Around(frequency, Eight);
        var done = doneMinutes is { } minutes ? Eight.AddMinutes(minutes) : (DateTime?)null;
        var overdue = window.Overdue(done);

        for (var now = Eight.AddHours(-24); now <= Eight.AddHours(24); now = now.AddMinutes(1))
        {
            Assert.Equal(window.At(now, done) == SlotState.Overdue, overdue?.From <= now && now < overdue?.Until);
        }
    }

    [Theory]
    [InlineData(SlotFrequency.EveryFourHours, 4)]
    [InlineData(SlotFrequency.EverySixHours, 6)]
    [InlineData(SlotFrequency.EveryEightHours, 8)]
    [InlineData(SlotFrequency.EveryTwelveHours, 12)]
    [InlineData(SlotFrequency.Daily, 24)]
    public void A_slot_closes_when_the_next_one_opens(SlotFrequency frequency, int hours) =>
        Assert.Equal(SlotWindow.Around(frequency, Noon.AddHours(hours)).Opens, SlotWindow.Around(frequency, Noon).Closes);

    [Fact]
    public void A_check_done_by_the_end_of_its_time_was_never_overdue()
    {
        var window = SlotWindow.Around(SlotFrequency.Daily, Eight);
        Assert.Null(window.Overdue(window.OnTimeUntil));
        Assert.Null(window.Overdue(window.Opens));
        Assert.NotNull(window.Overdue(window.OnTimeUntil.AddMinutes(1)));
    }

    [Fact]
    public void Only_checks_of_several_a_day_are_intervals() => Assert.Equal(
        [SlotFrequency.EveryFourHours, SlotFrequency.EverySixHours, SlotFrequency.EveryEightHours, SlotFrequency.EveryTwelveHours],
        Enum.GetValues<SlotFrequency>().Where(SlotWindow.IsInterval));

    [Fact]
    public void Seconds_are_shown_where_there_are_any() => Assert.Equal(
        ["2026-03-02T08:00", "2026-03-02T08:00:30"], SlotGrader.Grade(new SlotInputs(SlotFrequency.Daily, Eight, Eight.AddSeconds(30))).Drivers.Select(driver => driver.Value));

    [Fact]
    public void What_is_observed_later_than_now_is_not_done_yet() =>
        Assert.Equal(SlotState.Due, SlotWindow.Around(SlotFrequency.Daily, Eight).At(Eight, Eight.AddMinutes(1)));

    [Fact, Rule("TAS-6.5a", "gvhd-cytopenia-observations 6.5; our own proposal")]
    public void A_slot_only_moves_on_and_what_is_done_stays_done() =>
        Gen.Select(Gen.Enum<SlotFrequency>(), Gen.Int[-30_000, 30_000], Gen.Int[0, 30_000], Gen.Int[-30_000, 30_000]).Sample((frequency, minute, later, done) =>
        {
            var (window, now) = (SlotWindow.Around(frequency, Eight), Eight.AddMinutes(minute));
            Assert.True(window.At(now.AddMinutes(later)) >= window.At(now));
            var filled = window.At(now, Eight.AddMinutes(done));
            Assert.Equal(filled is SlotState.Done or SlotState.DoneLate, done <= minute && window.Accepts(Eight.AddMinutes(done)));
            Assert.True(filled is not (SlotState.Done or SlotState.DoneLate) || filled == window.At(now.AddMinutes(later), Eight.AddMinutes(done)));
        }, iter: Law.Tries);
}
