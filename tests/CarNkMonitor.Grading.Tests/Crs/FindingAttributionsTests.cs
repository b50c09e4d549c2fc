using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>What a statement of another cause speaks of, and what of it the result still shows.</summary>
public sealed class FindingAttributionsTests
{
    const double Minute = 1.0 / 60;

    /// <summary>A finding of the 24 hours before a statement is what it speaks of; with none, it is what comes next.</summary>
    [Theory]
    [InlineData(60 - 24, "1")]
    [InlineData(60 - 24 + Minute, "2")]
    [InlineData(20, "1")]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void A_finding_of_24_hours_ago_or_more_is_not_meant(double finding, string grade)
    {
        var course = new Course().Systolic(finding, 80).Check(finding + 1).Check(59, 38.6m).Word(60, "hypotension_attribution", "other_cause").Systolic(60.5, 80);
        Assert.Equal(grade, course.Grade(60.5));
    }

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void An_excluded_finding_is_flagged_and_named_until_the_reading_that_ends_it()
    {
        var pressure = new Course().Check(47, 38.6m).Systolic(48, 84).Word(48, "hypotension_attribution", "other_cause").Check(51, 38.6m);
        Assert.Equal("1 OTHER_CAUSE_EXCLUDED", $"{pressure.Grade(50)} {pressure.Flags(50)}");
        Assert.Contains(pressure.At(50).Result.Drivers, driver => driver is { Code: "sbp", Value: "84" });
        Assert.Equal("1 ", $"{pressure.Grade(51)} {pressure.Flags(51)}");

        var oxygen = new Course().Check(47, 38.6m).Device(48, "bipap").Word(48, "hypoxia_attribution", "other_cause").Check(51, 38.6m);
        Assert.Equal("1 OTHER_CAUSE_EXCLUDED", $"{oxygen.Grade(50)} {oxygen.Flags(50)}");
        Assert.Contains(oxygen.At(50).Result.Drivers, driver => driver is { Code: "oxygen_device", Value: "bipap" });
        Assert.Equal("1 ", $"{oxygen.Grade(51)} {oxygen.Flags(51)}");
    }

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void A_statement_without_a_finding_flags_nothing() =>
        Assert.Equal("1 ", new Course().Check(50, 38.6m).Word(50, "hypotension_attribution", "other_cause").Word(50, "hypoxia_attribution", "other_cause") is var course
            ? $"{course.Grade(50)} {course.Flags(50)}" : "");

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void A_pressure_whose_limit_is_unknown_may_be_a_hypotension_beside_the_explained_one()
    {
        var course = new Course { AgeInDays = null }.Check(46, 38.6m).Systolic(46.5, 75).Check(47, 38.6m).Pressors(48, "norepinephrine").Word(48, "hypotension_attribution", "other_cause");
        Assert.Equal("1-2", course.Grade(48));
    }

    [Theory]
    [InlineData(50, "hypotension_attribution=other_cause")]   // the explained pressure alone
    [InlineData(54.5, "hypotension_attribution=other_cause")] // left out beside a pressure of another episode
    [InlineData(59, "")]                                      // nothing of the explained episode is in the windows any more
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void The_statement_is_named_as_long_as_it_leaves_something_out(double hour, string named)
    {
        var course = new Course().Check(47, 38.6m).Systolic(48, 84).Word(49, "hypotension_attribution", "other_cause").Systolic(51, 70).Systolic(54, 118).Systolic(54.25, 80).Check(58.5, 38.6m);
        Assert.Equal(named, string.Join(' ', course.At(hour).Result.Drivers.Where(driver => driver.Code == "hypotension_attribution").Select(driver => $"{driver.Code}={driver.Value}")));
        Assert.All(course.At(hour).Result.Drivers, driver => Assert.NotNull(driver.FactId));
    }

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void The_statement_on_oxygen_is_named_with_its_own_entry()
    {
        var oxygen = new Course().Check(47, 38.6m).Device(48, "bipap").Word(49, "hypoxia_attribution", "other_cause");
        var driver = Assert.Single(oxygen.At(50).Result.Drivers, driver => driver.Code == "hypoxia_attribution");
        Assert.Equal(("other_cause", Course.Hour(49)), (driver.Value, driver.ObservedAt!.Value));

        // Support of the explained episode beside an oxygen need that comes after it.
        oxygen.Device(51, "room_air").Device(52, "nasal_cannula", 2);
        Assert.Contains(oxygen.At(52).Result.Drivers, driver => driver.Code == "hypoxia_attribution");
        Assert.Equal("2", oxygen.Grade(52));
    }

    [Fact, Rule("CRS-5.1k", "crs-icans-mas 5.1: an episode ends with the first reading without the finding")]
    public void An_explained_episode_lies_between_two_readings_without_the_finding_and_holds_neither()
    {
        var episode = new ExplainedEpisode(new Fact(Guid.Empty, "hypoxia_attribution", Course.Hour(5)), Course.Hour(2), Course.Hour(8));
        Assert.Equal([false, true, true, false, false], new double[] { 2, 2.1, 7.9, 8, 9 }.Select(hour => episode.Covers(Course.Hour(hour))));
        Assert.True((episode with { EndedAt = null }).Covers(Course.Hour(100)));
    }
}
