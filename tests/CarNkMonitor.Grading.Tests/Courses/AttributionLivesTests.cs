using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Courses;

/// <summary>Hours after the infusion; statements of fever unless said otherwise.</summary>
public class AttributionLivesTests
{
    [Fact]
    public void A_statement_counts_for_24_hours_while_the_fever_goes_on() =>
        Assert.Equal((34, AttributionEnd.Age), Only(new Course().Temperature(9, 38.6m).Word(10, "fever_attribution", "infection").Temperature(20, 38.4m)));

    [Fact]
    public void A_statement_that_nobody_has_countersigned_lives_as_long() =>
        Assert.Equal((34, AttributionEnd.Age), Only(new Course().Temperature(9, 38.6m).Word(10, "fever_attribution", "infection", provisional: true).Temperature(20, 38.4m)));

    [Fact]
    public void It_ends_with_the_fever_episode_that_is_24_hours_below_38() =>
        Assert.Equal((33, AttributionEnd.Episode), Only(new Course().Temperature(9, 38.6m).Word(10, "fever_attribution", "infection").Temperature(12, 37.2m)));

    [Fact]
    public void A_second_statement_takes_over()
    {
        var lives = Lives(new Course().Temperature(9, 38.6m).Word(10, "fever_attribution", "infection").Word(30, "fever_attribution", "infection"));
        Assert.Equal([(54d, AttributionEnd.Age), (30d, AttributionEnd.NextStatement)], lives);
    }

    [Fact]
    public void A_statement_made_after_the_first_ran_out_does_not_end_it()
    {
        var lives = Lives(new Course().Temperature(9, 38.6m).Word(10, "fever_attribution", "infection").Word(34, "fever_attribution", "infection"));
        Assert.Equal([(58d, AttributionEnd.Age), (34d, AttributionEnd.Age)], lives);
    }

    [Fact]
    public void Of_two_statements_of_one_instant_only_one_counts_and_may_want_renewal()
    {
        var lives = Lives(new Course().Temperature(9, 38.6m).Word(10, "fever_attribution", "infection").Word(10, "fever_attribution", "infection").Word(11, "hypoxia_attribution", "other_cause"));
        Assert.Equal([(35d, AttributionEnd.Age), (10d, AttributionEnd.NextStatement), (34d, AttributionEnd.Age)], lives);
    }

    [Fact]
    public void An_episode_that_ends_just_when_the_statement_is_24_hours_old_leaves_nothing_to_renew() => Assert.Equal(
        (34, AttributionEnd.Episode), Only(new Course().Temperature(10, 38.6m).Word(10, "fever_attribution", "infection").Temperature(12, 37.2m)));

    [Fact]
    public void A_reading_without_the_finding_at_the_instant_of_the_finding_does_not_end_it() => Assert.Equal(
        (74, AttributionEnd.Age), Only(new Course().Word(50, "consciousness", "voice").Word(50, "consciousness", "alert").Word(50, "consciousness_attribution", "other_cause")));

    /// <summary>Signs and imaging are two series: the first instant without any sign is the end, whichever of them was charted.</summary>
    [Fact]
    public void Raised_pressure_ends_with_the_first_entry_of_any_kind_after_which_no_sign_stands() => Assert.Equal(
        (58, AttributionEnd.Episode), Only(new Course().Word(49, "icp_sign", "posturing").Word(52, "icp_sign", "none").Word(53, "icp_attribution", "other_cause")
            .Word(58, "cerebral_oedema_imaging", "none").Word(60, "icp_sign", "none")));

    [Theory]
    [InlineData("hypotension_attribution", 12)]
    [InlineData("hypoxia_attribution", 12)]
    [InlineData("consciousness_attribution", 12)]
    [InlineData("seizure_attribution", 12)]
    [InlineData("motor_attribution", 12)]
    [InlineData("icp_attribution", 12)]
    public void The_episode_of_another_finding_ends_with_the_first_reading_without_it(string code, double end)
    {
        var course = new Course().Systolic(9, 82).Device(9, "nasal_cannula", 2).Word(9, "consciousness", "voice").Word(9, "seizure", "brief_resolved")
            .Word(9, "motor_weakness", "deep_focal_weakness").Word(9, "icp_sign", "posturing").Word(10, code, "other_cause");
        Assert.Equal((34, AttributionEnd.Age), Only(course));
        course.Systolic(end, 110).Device(end, "room_air").Number(end, "spo2", 97).Word(end, "consciousness", "alert").Word(end, "seizure", "none")
            .Word(end, "motor_weakness", "none").Word(end, "icp_sign", "none");
        Assert.Equal((end, AttributionEnd.Episode), Only(course));
    }

    [Fact]
    public void A_statement_on_a_finding_that_was_over_counts_for_nothing_new() => Assert.Equal(
        (10, AttributionEnd.Episode), Only(new Course().Systolic(8, 82).Systolic(9, 110).Word(10, "hypotension_attribution", "other_cause")));

    [Theory]
    [InlineData("infection", true)]
    [InlineData("other", true)]
    [InlineData("other_cause", true)]
    [InlineData("unattributed", false)]
    [InlineData("crs", false)]
    [InlineData("iechs_or_mas", false)]
    [InlineData("attributable", false)]
    [InlineData(null, false)]
    public void Only_another_cause_takes_a_finding_out(string? coded, bool isOther) => Assert.Equal(isOther, AttributionLives.IsOtherCause(coded));

    /// <summary>At its end a statement no longer lowers the grade, and a moment before it still does: the same rule as grading's.</summary>
    [Fact]
    public void The_end_is_the_one_that_grading_keeps()
    {
        var course = new Course().Check(9, 38.6m).Word(10, "fever_attribution", "infection").Check(20, 38.4m).Check(32, 38.5m);
        var until = AttributionLives.Of(course.Facts).Single().Until;
        var hours = (until - Course.Infusion).TotalHours;
        Assert.Equal(("0", "1"), (course.Grade(hours - 0.01), course.Grade(hours)));
    }

    static (double, AttributionEnd) Only(Course course) => Lives(course).Single();

    static List<(double Hours, AttributionEnd)> Lives(Course course) =>
        [.. AttributionLives.Of(course.Facts).Select(life => ((life.Until - Course.Infusion).TotalHours, life.EndsBy))];
}
