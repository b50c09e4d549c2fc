using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>Hours are counted from the infusion; only raw timed observations and doses are recorded.</summary>
public sealed class CrsCourseTests
{
    const double Minute = 1.0 / 60;

    [Fact]
    [Rule("CRS-0.3", "crs-icans-mas 0.3; our own proposal")]
    public void Before_the_infusion_crs_does_not_apply_and_afterwards_nothing_recorded_is_not_assessed()
    {
        var course = new Course().Check(-1, 39m).Check(5);
        Assert.Equal("NotApplicable", course.Grade(-1));
        Assert.Equal("NotAssessed", course.Grade(0));
        Assert.Equal("0", course.Grade(5));
    }

    [Fact]
    [Rule("CRS-1.2a", "crs-icans-mas 1.2; our own proposal")]
    public void No_window_reaches_back_before_the_infusion()
    {
        var course = new Course().Check(-1, 39m).Temperature(1, 37m).Reviewed(1);
        Assert.Equal("0", course.Grade(1));
        Assert.Contains(course.At(1).Result.Drivers, driver => driver.Value == "37");
    }

    [Fact]
    [Rule("CRS-1.2b", "crs-icans-mas 1.2; Lee 2019 Table 2")]
    public void The_first_fever_is_the_onset_and_establishes_the_episode_for_what_follows()
    {
        var course = new Course().Check(50, 38.0m).Check(52, 38.4m);
        Assert.Equal(Course.Hour(50), course.At(50).OnsetAt);
        Assert.Null(course.At(49).OnsetAt);
        Assert.Equal("1", course.Grade(50));
        Assert.Equal(Course.Hour(50), course.At(52).OnsetAt);
    }

    [Fact]
    [Rule("CRS-1.2c", "crs-icans-mas 1.2; our own proposal")]
    public void A_fever_counts_for_24_hours_and_not_a_minute_longer()
    {
        var course = new Course().Check(50, 38.6m).Quiet(54, 82);
        Assert.Equal("1", course.Grade(74 - Minute));
        Assert.Equal("0", course.Grade(74));
        Assert.Equal("EPISODE_OPEN_AFEBRILE", course.Flags(74));
    }

    [Fact]
    [Rule("CRS-1.2d", "crs-icans-mas 1.2; our own proposal")]
    public void Pressure_counts_for_4_hours_as_the_lowest_and_for_12_as_the_latest()
    {
        var course = new Course().Check(50, 38.6m).Systolic(51, 84).Systolic(52, 120);
        Assert.Equal("2", course.Grade(55 - Minute));
        Assert.Equal("1", course.Grade(55));
        Assert.Equal("1", course.Grade(62 - Minute));
        Assert.Contains(course.At(64).Result.Missing, input => input.Code == "sbp");
    }

    [Fact]
    [Rule("CRS-1.2e", "crs-icans-mas 1.2; our own proposal")]
    public void A_running_agent_stands_until_its_end_the_next_set_or_12_hours()
    {
        var ended = new Course().Check(50, 38.6m).Word(51, "vasopressor_agent", "norepinephrine", endsAt: 53);
        Assert.Equal("3", ended.Grade(57 - Minute));

        var replaced = new Course().Check(50, 38.6m).Pressors(51, "norepinephrine").Pressors(53, "none");
        Assert.Equal("3", replaced.Grade(57 - Minute));
        Assert.Equal("1", replaced.Grade(57));

        var forgotten = new Course().Check(50, 38.6m).Pressors(51, "norepinephrine");
        Assert.Equal(2, (int)(forgotten.At(63 - Minute).Danger & VitalDanger.Vasopressor) + 1);
        Assert.DoesNotContain(forgotten.At(63 - Minute).Result.Missing, input => input.Code == "vasopressor_agent");
        Assert.Contains(forgotten.At(63).Result.Missing, input => input.Code == "vasopressor_agent");
    }

    [Fact]
    [Rule("CRS-1.2e", "crs-icans-mas 1.2; our own proposal")]
    public void Sets_that_follow_each_other_are_not_added_up()
    {
        var course = new Course().Check(50, 38.6m).Pressors(51, "norepinephrine").Pressors(52, "epinephrine");
        Assert.Equal("3", course.Grade(52));
        Assert.Equal("4", course.Pressors(53, "norepinephrine", "epinephrine").Grade(53));
    }

    [Fact]
    [Rule("CRS-1.2e", "crs-icans-mas 1.2; our own proposal")]
    public void The_agents_of_one_set_may_end_apart()
    {
        var course = new Course().Check(50, 38.6m)
            .Word(51, "vasopressor_agent", "norepinephrine", endsAt: 58).Word(51, "vasopressor_agent", "epinephrine", endsAt: 52).Check(57, 38.6m);
        Assert.Equal("4", course.Grade(56 - Minute));
        Assert.Equal("3", course.Grade(56));
    }

    [Fact]
    [Rule("CRS-1.2f", "crs-icans-mas 1.2; our own proposal")]
    public void The_most_intensive_device_of_4_hours_counts_and_a_missing_flow_is_its_upper_end()
    {
        var course = new Course().Check(50, 38.6m).Device(51, "nasal_cannula").Device(52, "nasal_cannula", 2);
        Assert.Equal("2-3", course.Grade(52));
        Assert.Equal("2-3", course.Grade(56 - Minute));
        Assert.Equal("2", course.Device(55, "nasal_cannula", 3).Grade(56));
    }

    [Fact]
    [Rule("CRS-1.2f", "crs-icans-mas 1.2; our own proposal")]
    public void A_flow_charted_alone_belongs_to_the_device_that_stands()
    {
        var course = new Course().Check(50, 38.6m).Device(51, "nasal_cannula", 2).Number(53, "oxygen_flow", 15);
        Assert.Equal("2", course.Grade(53 - Minute));
        Assert.Equal("3", course.Grade(53));
        var alone = new Course().Temperature(50, 38.6m).Systolic(50, 118).Pressors(50, "none").Number(50, "oxygen_flow", 15);
        Assert.Equal("1-4", alone.Grade(50));
    }

    [Fact, Rule("CRS-1.2f", "crs-icans-mas 1.2: running support ends at its recorded end, exclusive")]
    public void A_flow_charted_at_the_very_end_of_a_device_is_no_flow_of_it()
    {
        Course At(double hour) => new Course().Check(50, 38.6m).Word(50.5, "oxygen_device", "nasal_cannula", endsAt: 53).Number(hour, "oxygen_flow", 15);
        Assert.Equal(("3", "2-3"), (At(53 - Minute).Grade(53), At(53).Grade(53)));
    }

    [Fact, Rule("CRS-1.2f", "crs-icans-mas 0.3: a bound is never the number")]
    public void Of_several_flows_of_one_instant_a_bound_does_not_hide_the_certain_one() => Assert.Equal("3", new Course()
        .Check(50, 38.6m).Word(51, "oxygen_device", "nasal_cannula").Number(51, "oxygen_flow", 8).Number(51, "oxygen_flow", "<10").Grade(52));

    [Fact]
    [Rule("CRS-1.3b", "crs-icans-mas 1.3; Lee 2019 Table 2")]
    public void Treatment_since_onset_waives_the_fever_until_the_episode_closes()
    {
        var course = new Course().Check(50, 39m).Tocilizumab(52).Quiet(54, 78).Device(78, "nasal_cannula", 3);
        Assert.Equal("2", course.Grade(78));
        Assert.Equal("FEVER_WAIVED", course.Flags(78));
        Assert.Equal("2", new Course().Check(50, 39m).Paracetamol(52).Quiet(54, 78).Device(78, "nasal_cannula", 3).Grade(78));
    }

    [Fact]
    [Rule("CRS-1.3c", "crs-icans-mas 1.3; our own proposal")]
    public void Without_treatment_an_afebrile_open_episode_is_a_range()
    {
        var course = new Course().Check(50, 39m).Quiet(54, 78).Device(78, "nasal_cannula", 3);
        Assert.Equal("0-2", course.Grade(78));
        Assert.Equal("EPISODE_OPEN_AFEBRILE", course.Flags(78));
    }

    [Fact]
    [Rule("CRS-1.3b", "crs-icans-mas 1.3; Lee 2019 Table 2")]
    public void A_dose_before_onset_does_not_waive()
    {
        var course = new Course().Tocilizumab(48).Check(50, 39m).Quiet(54, 78).Device(78, "nasal_cannula", 3);
        Assert.Equal("0-2", course.Grade(78));
    }

    [Theory]
    [InlineData("antipyretic_dose", "paracetamol", 8)]
    [InlineData("steroid_dose", "dexamethasone", 48)]
    [InlineData("anticytokine_dose", "anakinra", 24)]
    [InlineData("anticytokine_dose", "siltuximab", 336)]
    [InlineData("anticytokine_dose", "ruxolitinib", 168)]
    [Rule("CRS-1.3d", "crs-icans-mas 1.3; our own proposal")]
    public void A_drug_masks_a_first_fever_only_while_it_acts(string code, string drug, double hours)
    {
        var last = new Course().Word(50, code, drug).Check(50 + hours - Minute).Systolic(50 + hours - Minute, 84);
        Assert.Equal("0-2", last.Grade(50 + hours - Minute));
        Assert.StartsWith("FEVER_MASKED", last.Flags(50 + hours - Minute), StringComparison.Ordinal);
        var over = new Course().Word(50, code, drug).Check(50 + hours).Systolic(50 + hours, 84);
        Assert.Equal("0", over.Grade(50 + hours));
    }

    [Fact]
    [Rule("CRS-1.3d", "crs-icans-mas 1.3; our own proposal")]
    public void An_unreviewed_drug_chart_may_mask_and_a_review_counts_for_24_hours()
    {
        var course = new Course().Check(50).Temperature(73, 36.9m).Systolic(73, 84).Pressors(73, "none").Device(73, "room_air");
        Assert.Equal("0", course.Grade(74 - Minute));
        Assert.Equal("0-2", course.Grade(74));
        Assert.Contains(course.At(74).Result.Missing, input => input.Code == "masking_drugs_reviewed");
    }

    [Fact]
    [Rule("CRS-1.3d", "crs-icans-mas 1.3; our own proposal")]
    public void Premedication_given_before_the_infusion_still_acts_after_it()
    {
        var course = new Course().Word(-1, "steroid_dose", "dexamethasone").Check(10).Systolic(10, 84);
        Assert.Equal("0-2 FEVER_MASKED", $"{course.Grade(10)} {course.Flags(10)}");
    }

    [Fact]
    [Rule("CRS-1.2g", "crs-icans-mas 1.2; our own proposal")]
    public void An_episode_closes_after_24_hours_without_any_sign_and_a_new_fever_is_a_recurrence()
    {
        var course = new Course().Check(50, 39m).Quiet(54, 114).Check(116, 38.5m);
        Assert.Equal((1, Course.Hour(50)), (course.At(98 - Minute).Episode, course.At(98 - Minute).OnsetAt));
        Assert.Equal((2, null), (course.At(98).Episode, course.At(98).OnsetAt));
        Assert.Equal((2, Course.Hour(116)), (course.At(116).Episode, course.At(116).OnsetAt));
    }

    [Fact]
    [Rule("CRS-1.2g", "crs-icans-mas 1.2; our own proposal")]
    public void A_fever_before_the_24_hours_are_over_belongs_to_the_same_episode()
    {
        var course = new Course().Check(50, 39m).Quiet(54, 94).Check(98, 38.5m);
        Assert.Equal((1, Course.Hour(50)), (course.At(98).Episode, course.At(98).OnsetAt));
    }

    [Fact]
    [Rule("CRS-1.2g", "crs-icans-mas 1.2; our own proposal")]
    public void What_is_missing_never_closes_an_episode()
    {
        var course = new Course().Check(50, 39m).Check(150);
        Assert.Equal(1, course.At(150).Episode);
        Assert.Equal(Course.Hour(50), course.At(150).OnsetAt);
    }

    [Fact]
    [Rule("CRS-1.2g", "crs-icans-mas 1.2; our own proposal")]
    public void Oxygen_keeps_the_episode_open()
    {
        var course = new Course().Check(50, 39m).Tocilizumab(51).Quiet(54, 90);
        for (var hour = 54; hour <= 130; hour += 4)
        {
            course.Device(hour + 0.5, "nasal_cannula", 2);
        }

        Assert.Equal(1, course.At(130).Episode);
    }

    [Theory]
    [InlineData(14, "")]
    [InlineData(15, CrsFlag.LateOnsetReview)]
    [Rule("CRS-1.8a", "crs-icans-mas 1.8; Lee 2019 Table 2")]
    public void Onset_after_day_14_asks_for_review(int day, string flag)
    {
        var course = new Course().Check(day * 24, 38.3m);
        Assert.Equal(flag, course.Flags(day * 24));
    }

    [Fact]
    [Rule("CRS-1.8a", "crs-icans-mas 1.8; Lee 2019 Table 2")]
    public void An_episode_begun_in_time_is_not_late_on_day_15()
    {
        var course = new Course().Check((14 * 24) + 2, 38.3m).Check((15 * 24) + 1, 38.6m);
        Assert.Equal("", course.Flags((15 * 24) + 1));
    }

    [Fact]
    [Rule("CRS-0.2", "crs-icans-mas 0.2; our own proposal")]
    public void Days_are_calendar_days_of_the_site_also_over_a_clock_change()
    {
        // Berlin, 2026-03-29: 02:00 becomes 03:00. Day 15 begins at local midnight, which is 22:00 UTC after the change and 23:00 before it.
        var course = new Course { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        course.Infusions[0] = new DateTime(2026, 3, 20, 9, 0, 0, DateTimeKind.Utc);
        Assert.Equal(14, course.Facts.CycleDayAt(new DateTime(2026, 4, 3, 21, 59, 59, DateTimeKind.Utc)));
        Assert.Equal(15, course.Facts.CycleDayAt(new DateTime(2026, 4, 3, 22, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    [Rule("CRS-0.3", "crs-icans-mas 0.3; our own proposal")]
    public void A_second_infusion_restarts_the_days_and_needs_a_reading_of_its_own()
    {
        var course = new Course().Check(50, 39m).Tocilizumab(51).Check(167, 38.2m);
        course.Infusions.Add(Course.Hour(168));
        Assert.Equal("1", course.Grade(168 - Minute));
        Assert.Equal("NotAssessed", course.Grade(168));
        Assert.Equal("1", course.Check(170).Grade(170));
        Assert.Equal(0, course.Facts.CycleDayAt(Course.Hour(170)));
    }

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void A_fever_of_another_cause_is_no_crs_while_the_statement_holds()
    {
        var course = new Course().Check(50, 39m).Word(51, "fever_attribution", "infection").Check(60, 38.8m).Check(74, 38.8m).Check(76, 38.7m);
        Assert.Equal("1", course.Grade(50));
        Assert.Equal("0 OTHER_CAUSE_EXCLUDED", $"{course.Grade(51)} {course.Flags(51)}");
        Assert.Null(course.At(60).OnsetAt);
        Assert.Equal("0", course.Grade(75 - Minute));
        Assert.Equal("1", course.Grade(75));
    }

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void A_new_fever_of_another_cause_does_not_cancel_a_waiver()
    {
        var course = new Course().Check(50, 39m).Tocilizumab(52).Quiet(54, 80).Check(82, 38.5m).Word(82, "fever_attribution", "infection");
        Assert.Equal("0 FEVER_WAIVED OTHER_CAUSE_EXCLUDED", $"{course.Grade(82)} {course.Flags(82)}");
    }

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void Nor_does_it_when_it_comes_within_a_day_of_the_first_fever()
    {
        var course = new Course().Check(50, 39m).Tocilizumab(52).Quiet(54, 66).Pressors(66, "norepinephrine")
            .Check(70, 38.5m).Pressors(70, "norepinephrine").Word(70, "fever_attribution", "infection");
        Assert.Equal("3 FEVER_WAIVED OTHER_CAUSE_EXCLUDED", $"{course.Grade(70)} {course.Flags(70)}");
        Assert.Equal(Course.Hour(50), course.At(70).OnsetAt);
    }

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void An_attribution_of_oxygen_ends_with_the_first_reading_without_it()
    {
        var course = new Course().Check(50, 39m).Device(51, "bipap").Word(51, "hypoxia_attribution", "other_cause")
            .Device(53, "room_air").Number(53, "spo2", 97).Device(58, "bipap");
        Assert.Equal("1", course.Grade(52));
        Assert.Equal("4", course.Grade(58));
    }

    [Theory]
    [InlineData("hypoxia_attribution")]
    [InlineData("hypotension_attribution")]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void What_was_explained_stays_so_when_its_episode_is_over(string statement)
    {
        var course = new Course().Check(47, 38.6m).Check(51, 38.6m).Check(54, 38.6m).Word(48, statement, "other_cause");
        course = statement == "hypoxia_attribution" ? course.Device(48, "bipap") : course.Systolic(48, 84).Pressors(48, "norepinephrine", "epinephrine");
        foreach (var hour in new[] { 48, 50.9, 51, 51.1, 54.9, 56 })
        {
            Assert.Equal("1", course.Grade(hour));
        }
    }

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void A_reading_of_another_episode_is_not_hidden_by_the_statement()
    {
        var course = new Course().Check(46, 38.6m).Systolic(46.5, 82).Check(47, 38.6m).Systolic(48, 80).Word(48, "hypotension_attribution", "other_cause").Check(49, 38.6m);
        Assert.Equal("2", course.Grade(48));
        Assert.Equal("2", course.Grade(49));
        Assert.Equal("1", course.Grade(51));
        Assert.Equal("2", course.Systolic(51.5, 85).Grade(51.5));
    }

    [Fact]
    [Rule("CRS-5a", "crs-icans-mas 5; our own proposal")]
    public void A_statement_made_afterwards_speaks_of_the_last_finding()
    {
        var course = new Course().Check(46, 38.6m).Systolic(47, 80).Check(48, 38.6m).Word(48.5, "hypotension_attribution", "other_cause");
        Assert.Equal("2", course.Grade(48.4));
        Assert.Equal("1", course.Grade(48.5));
        Assert.Equal("2", course.Systolic(49, 80).Grade(49));
    }

    [Fact]
    [Rule("CRS-0.4", "crs-icans-mas 0.4; our own proposal")]
    public void Danger_stands_as_long_as_the_window_holds_it_whatever_its_cause()
    {
        var course = new Course().Check(47, 38.6m).Systolic(48, 84).Word(48, "hypotension_attribution", "other_cause").Check(49, 38.6m);
        Assert.Equal(VitalDanger.LowPressure, course.At(51).Danger);
        Assert.Equal(VitalDanger.None, course.At(52).Danger);
    }

    [Fact]
    [Rule("CRS-5b", "crs-icans-mas 5; our own proposal")]
    public void An_attribution_must_be_renewed_after_24_hours()
    {
        var course = new Course().Check(50, 39m).Word(51, "hypotension_attribution", "other_cause");
        for (var hour = 51; hour <= 80; hour += 2)
        {
            course.Systolic(hour, 84).Pressors(hour, "norepinephrine").Temperature(hour, 38.5m).Device(hour, "room_air");
        }

        Assert.Equal("1", course.Grade(75 - Minute));
        Assert.Equal("3", course.Grade(75));
    }

    [Fact]
    [Rule("CRS-5c", "crs-icans-mas 5; our own proposal")]
    public void What_a_nurse_proposed_lowers_the_lower_bound_only()
    {
        var course = new Course().Check(50, 39m).Word(50, "fever_attribution", "infection", provisional: true);
        var result = course.At(50).Result;
        Assert.Equal((0, 1, GradeState.CannotExclude), (result.Low, result.High, result.State));
        Assert.Equal("CRS at least 0, cannot exclude 1: another cause was proposed and is not countersigned.", result.Sentence.English);
        Assert.Equal("0", course.Word(50.5, "fever_attribution", "infection").Grade(50.5));
    }

    [Fact]
    [Rule("CRS-0.4", "crs-icans-mas 0.4; our own proposal")]
    public void Danger_is_seen_whatever_the_cause()
    {
        var course = new Course().Check(50).Systolic(50, 84).Word(50, "hypotension_attribution", "other_cause").Number(50, "spo2", 88);
        Assert.Equal("0", course.Grade(50));
        Assert.Equal(VitalDanger.LowPressure | VitalDanger.LowSaturation, course.At(50).Danger);
    }

    [Theory]
    [InlineData("crs", "5")]
    [InlineData("icans", "1")]
    [InlineData("iechs", "1")]
    [InlineData("other", "1")]
    [InlineData("unknown", "1-5")]
    [Rule("CRS-1.7", "crs-icans-mas 1.7; Lee 2019 Table 2")]
    public void Death_by_its_principal_cause(string cause, string grade) =>
        Assert.Equal(grade, new Course().Check(50, 39m).Word(52, "death", cause).Grade(52));

    [Fact]
    public void Facts_observed_later_do_not_touch_an_earlier_moment()
    {
        var before = new Course().Check(50, 39m);
        var grade = before.Grade(51);
        Assert.Equal(grade, before.Pressors(52, "norepinephrine").Device(52, "cpap").Word(53, "death", "crs").Grade(51));
    }

    [Fact]
    public void Drivers_name_the_stored_observation_and_its_time()
    {
        var course = new Course().Check(50, 39m);
        var driver = course.At(51).Result.Drivers[0];
        Assert.Equal((Course.Hour(50), course.Facts.Facts[0].Id), (driver.ObservedAt!.Value, driver.FactId!.Value));
    }
}
