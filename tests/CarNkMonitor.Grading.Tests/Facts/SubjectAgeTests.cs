using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Facts;

/// <summary>Ages on both sides of a birthday and of the 28th day.</summary>
public sealed class SubjectAgeTests
{
    static readonly int[] Before28AndOn = [27, 28];
    static readonly int[] Before12AndOn = [4382, 4383];
    static readonly DateOnly Birth = new(2014, 3, 2);

    [Theory, Rule("CRS-1.4a", "crs-icans-mas 1.4; our own proposal")]
    [InlineData("2026-03-01", 11, false)]
    [InlineData("2026-03-02", 12, false)]
    [InlineData("2014-03-29", 0, true)]
    [InlineData("2014-03-30", 0, false)]
    public void A_year_is_completed_on_the_birthday_and_the_28th_day_is_no_longer_below_28(string on, int years, bool isBelow28Days) =>
        Assert.Equal(new SubjectAge(years, isBelow28Days), SubjectAge.FromBirthDate(Birth, DateOnly.Parse(on, null)));

    [Fact]
    public void The_same_from_days_and_from_years()
    {
        Assert.Equal([true, false], Before28AndOn.Select(days => SubjectAge.FromDays(days).IsBelow28Days));
        Assert.Equal([true, false], Before28AndOn.Select(days => SubjectAge.FromYears(days / 365.25m).IsBelow28Days));
        Assert.Equal([11, 12], Before12AndOn.Select(days => SubjectAge.FromDays(days).CompletedYears));
    }

    [Fact]
    public void Years_go_on_evenly_between_two_birthdays()
    {
        var subject = new Course { AgeInDays = null }.Facts with { BirthDate = Birth };
        Assert.Equal(12m, subject.YearsAt(Course.Infusion));
        Assert.Equal(12m + (73m / 365), subject.YearsAt(Course.Infusion.AddDays(73)));
        Assert.Equal(11m + (364m / 365), subject.YearsAt(Course.Infusion.AddDays(-1)));
    }

    [Fact]
    public void Days_of_age_are_counted_from_the_birth() =>
        Assert.Equal(4383, (new Course { AgeInDays = null }.Facts with { BirthDate = Birth }).DaysOldAt(Course.Infusion));

    [Fact, Rule("CRS-0.2", "crs-icans-mas 0.2; our own proposal")]
    public void A_day_whose_midnight_the_clock_leaves_out_begins_an_hour_later()
    {
        // Beirut, 2026-03-29: 00:00 becomes 01:00.
        var subject = new Course { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut") }.Facts;
        Assert.Equal(new DateTime(2026, 3, 28, 22, 0, 0, DateTimeKind.Utc), subject.StartOf(new DateOnly(2026, 3, 29)));
    }

    [Fact]
    public void Days_are_counted_from_the_last_infusion_that_has_begun()
    {
        var course = new Course();
        course.Infusions.Insert(0, Course.Hour(168));
        Assert.Equal([0, 7, 0], new[] { 0, 167, 168.0 }.Select(hour => course.Facts.CycleDayAt(Course.Hour(hour))));
    }
}
