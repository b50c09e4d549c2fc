using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>Which readings of consciousness a statement of another cause covers: those of the episode it speaks of, before and after it.</summary>
public sealed class CausedFindingTests
{
    const string Source = "crs-icans-mas 5; our own proposal";

    static Course Of(params (double Hour, string Word)[] readings) => readings.Aggregate(
        new Course().Number(48, "ice_total", 10).Number(60, "ice_total", 10), (course, reading) => course.Word(reading.Hour, "consciousness", reading.Word));

    static string Grade(Course course, double statement, double hour, string word = "other_cause") => course.Word(statement, "consciousness_attribution", word).IcansGrade(hour);

    [Fact, Rule("ICANS-5a", Source)]
    public void The_episode_goes_on_until_a_reading_says_alert()
    {
        Assert.Equal("0", Grade(Of((50, "tactile"), (52, "tactile")), 50, 53));
        Assert.Equal("3", Grade(Of((50, "tactile"), (52, "alert"), (54, "tactile")), 50, 54.5));
    }

    [Fact, Rule("ICANS-5a", Source)]
    public void It_reaches_back_to_the_last_alert_reading()
    {
        Assert.Equal("0", Grade(Of((49, "alert"), (49.5, "voice"), (50, "tactile")), 50, 50.5));
        Assert.Equal("2", Grade(Of((48, "voice"), (49, "alert"), (50, "tactile")), 50, 50.5));
    }

    [Fact, Rule("ICANS-5a", Source)]
    public void A_statement_made_afterwards_speaks_of_the_last_finding_of_the_day()
    {
        Assert.Equal("0", Grade(Of((50, "tactile"), (51, "alert")), 52, 52));
        Assert.Equal("3", Grade(Of((50, "tactile"), (51, "alert"), (53, "tactile")), 52, 53));
    }

    [Fact, Rule("ICANS-5a", Source)]
    public void Without_a_reading_the_explained_finding_stands_until_its_end_was_seen()
    {
        Assert.Equal("0", Grade(Of((50, "tactile")), 50, 69));
        Assert.Equal("0-4", Grade(Of((50, "tactile"), (50.5, "alert")), 50, 69));
    }

    [Fact, Rule("ICANS-5a", Source)]
    public void A_finding_that_is_called_attributable_counts() => Assert.Equal("3", Grade(Of((50, "tactile")), 50, 51, "attributable"));

    [Fact, Rule("ICANS-5a", Source)]
    public void Weakness_of_another_cause_goes_on_until_an_entry_says_none()
    {
        Course Weak() => new Course().Neuro(50).Word(50, "motor_weakness", "deep_focal_weakness").Word(50, "motor_attribution", "other_cause").Neuro(53);
        Assert.Equal("0", Weak().Word(53, "motor_weakness", "deep_focal_weakness").IcansGrade(53.5));
        Assert.Equal("4", Weak().Word(52, "motor_weakness", "none").Word(53, "motor_weakness", "deep_focal_weakness").IcansGrade(53.5));
    }
}
