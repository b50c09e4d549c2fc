using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>Hours are counted from the infusion; only raw timed observations are recorded.</summary>
public sealed class IcansCourseTests
{
    const double Minute = 1.0 / 60;

    static Course Adult => new();

    [Fact, Rule("ICANS-0.3", "crs-icans-mas 0.3 item 7")]
    public void Before_the_infusion_icans_does_not_apply_and_afterwards_nothing_recorded_is_not_assessed()
    {
        var course = Adult.Neuro(-1, ice: 3).Neuro(5);
        Assert.Equal("NotApplicable", course.IcansGrade(-1));
        Assert.Equal("NotAssessed", course.IcansGrade(0));
        Assert.Equal("0", course.IcansGrade(5));
    }

    [Fact, Rule("ICANS-0.3", "crs-icans-mas 0.3 item 7")]
    public void A_second_infusion_needs_a_reading_of_its_own()
    {
        var course = Adult.Neuro(50, ice: 8);
        course.Infusions.Add(Course.Hour(60));
        Assert.Equal("1", course.IcansGrade(60 - Minute));
        Assert.Equal("NotAssessed", course.IcansGrade(60));
    }

    [Fact, Rule("ICANS-2.8b", "crs-icans-mas 2.8: ICE set of (t - 18 h, t]")]
    public void A_score_counts_for_18_hours_and_only_the_latest_set_does()
    {
        var course = Adult.Neuro(50, ice: 8).Word(67.9, "consciousness", "alert");
        Assert.Equal("1", course.IcansGrade(68 - Minute));
        Assert.Equal("0-3", course.IcansGrade(68));
        Assert.Equal("2", course.Number(60, "ice_total", 5).IcansGrade(61));
    }

    [Fact, Rule("ICANS-2.8b", "crs-icans-mas 2.8")]
    public void A_later_set_replaces_the_earlier_one_as_a_whole()
    {
        var course = Adult.Ice(50, 4, 3, 1, 1, 1).Word(50, "consciousness", "alert").Number(52, "ice_orientation", 3);
        Assert.Equal("0", course.IcansGrade(50));
        Assert.Equal("1-2", course.Word(52, "consciousness", "alert").IcansGrade(52));
        Assert.Equal("0-3", Adult.Ice(50, 4, 3, 1, 1, 1).Word(52, "ice_not_done_reason", "refused").Word(52, "consciousness", "alert").IcansGrade(52));
    }

    [Fact, Rule("ICANS-2.8c", "crs-icans-mas 2.8: consciousness most severe in 4 h, else latest in 18 h")]
    public void Consciousness_counts_for_4_hours_as_the_most_severe_and_for_18_as_the_latest()
    {
        var course = Adult.Neuro(50).Word(51, "consciousness", "tactile").Word(52, "consciousness", "alert");
        Assert.Equal("3", course.IcansGrade(55 - Minute));
        Assert.Equal("0", course.IcansGrade(55));
        var late = Adult.Neuro(50).Word(50.5, "consciousness", "voice").Number(60, "ice_total", 10);
        Assert.Equal("2", late.IcansGrade(68.5 - Minute));
        Assert.Equal("0-4", late.IcansGrade(68.5));
    }

    [Fact, Rule("ICANS-2.8d", "crs-icans-mas 2.8: seizure most severe in 24 h")]
    public void A_seizure_counts_for_24_hours_whatever_follows()
    {
        var course = Adult.Word(50, "seizure", "prolonged").Word(51, "seizure", "none").Neuro(60).Neuro(73);
        Assert.Equal("4", course.IcansGrade(74 - Minute));
        Assert.Equal("0", course.IcansGrade(74));
    }

    [Fact, Rule("ICANS-2.8d", "columns.csv: order of seizures")]
    public void An_unspecified_seizure_is_chosen_before_a_resolved_one_and_behind_a_prolonged_one()
    {
        var course = Adult.Neuro(50).Word(50, "seizure", "unspecified").Word(51, "seizure", "nonconvulsive_resolved");
        Assert.Equal("3-4", course.IcansGrade(51));
        Assert.Equal("4", course.Word(52, "seizure", "prolonged").IcansGrade(52));
    }

    [Fact, Rule("ICANS-2.8e", "columns.csv: duration with the time of the seizure chosen")]
    public void A_duration_belongs_to_the_seizure_of_its_time()
    {
        var course = Adult.Neuro(50).Word(50, "seizure", "brief_resolved").Number(50, "seizure_duration", 6);
        Assert.Equal("4", course.IcansGrade(50));
        Assert.Equal("3", Adult.Neuro(50).Word(50, "seizure", "brief_resolved").Number(49.9, "seizure_duration", 6).IcansGrade(50));
    }

    [Theory, Rule("ICANS-2.8f", "crs-icans-mas 2.8: standing until a later entry says none")]
    [InlineData("motor_weakness", "deep_focal_weakness", "none", "4")]
    [InlineData("cerebral_oedema_imaging", "focal", "none", "3")]
    [InlineData("icp_sign", "cn6_palsy", "none", "4")]
    public void What_stands_stands_until_an_entry_says_none(string code, string word, string none, string grade)
    {
        var course = Adult.Word(10, code, word).Neuro(300);
        Assert.Equal(grade, course.IcansGrade(300));
        Assert.Equal("0", course.Word(301, code, none).IcansGrade(301));
    }

    [Fact, Rule("ICANS-2.8f", "crs-icans-mas 2.8: since the infusion")]
    public void What_was_found_before_the_infusion_does_not_count()
    {
        var course = Adult.Word(-5, "motor_weakness", "deep_focal_weakness").Word(-5, "seizure", "prolonged").Neuro(2);
        Assert.Equal("0", course.IcansGrade(2));
    }

    [Fact, Rule("ICANS-2.8g", "columns.csv: icp")]
    public void Imaging_that_was_not_done_leaves_the_last_finding_and_the_signs_of_one_check_are_a_set()
    {
        var course = Adult.Neuro(50).Word(50, "cerebral_oedema_imaging", "diffuse").Word(60, "cerebral_oedema_imaging", "not_done").Neuro(60);
        Assert.Equal("4", course.IcansGrade(60));
        var signs = Adult.Neuro(50).Word(50, "icp_sign", "posturing").Word(50, "icp_sign", "cushing_triad");
        Assert.Equal(2, signs.IcansAt(50).Result.Drivers.Count(driver => driver.Code == "icp_sign"));
        Assert.Equal(["cushing_triad"], signs.Word(51, "icp_sign", "cushing_triad").IcansAt(51).Result.Drivers.Select(driver => driver.Value));
    }

    [Theory, Rule("ICANS-2.8g", "columns.csv: papilloedema from stage 1")]
    [InlineData(0, "0")]
    [InlineData(1, "4")]
    public void Papilledema_counts_from_stage_1(int stage, string grade) => Assert.Equal(grade, Adult.Neuro(50).Number(50, "papilloedema", stage).IcansGrade(50));

    [Fact, Rule("ICANS-2.3h", "crs-icans-mas 2.3: haemorrhage")]
    public void A_hemorrhage_drops_the_edema_while_it_stands()
    {
        var course = Adult.Neuro(50).Word(50, "cerebral_oedema_imaging", "diffuse").Yes(50, "intracranial_hemorrhage");
        Assert.Equal("0", course.IcansGrade(50));
        Assert.Equal("4", course.Yes(51, "intracranial_hemorrhage", false).IcansGrade(51));
    }

    [Fact, Rule("ICANS-2.8h", "crs-icans-mas 2.8: baselines")]
    public void The_baseline_is_the_last_set_with_a_total_before_the_first_infusion()
    {
        Assert.Equal("0", Adult.Number(-20, "ice_total", 8).Neuro(5, ice: 8).IcansGrade(5));
        Assert.Equal("0", Adult.Number(-20, "ice_total", 8).Number(-10, "ice_naming", 3).Neuro(5, ice: 8).IcansGrade(5));
        Assert.Equal("1", Adult.Number(-20, "ice_total", 8).Ice(-10, 4, 3, 1, 1, 0).Neuro(5, ice: 8).IcansGrade(5));
        Assert.Equal("1", Adult.Number(0, "ice_total", 8).Neuro(5, ice: 8).IcansGrade(5));
    }

    [Fact, Rule("ICANS-2.8h", "crs-icans-mas 2.8: before the first infusion, not before the latest")]
    public void A_second_infusion_does_not_move_the_baseline()
    {
        var course = Adult.Number(-20, "ice_total", 10).Number(100, "ice_total", 8).Neuro(210, ice: 8);
        course.Infusions.Add(Course.Hour(200));
        Assert.Equal("1", course.IcansGrade(210));
    }

    [Fact, Rule("ICANS-2.6", "crs-icans-mas 2.6, 2.7")]
    public void A_child_is_graded_by_CAPD_with_its_own_baseline()
    {
        var child = new Course { AgeInDays = 6 * 366 }.Number(-20, "capd_total", 4).Word(5, "consciousness", "alert");
        foreach (var item in Enumerable.Range(1, 8))
        {
            child.Number(5, $"capd_{item}", item <= 4 ? 1 : 0);
        }

        Assert.Equal("0", child.IcansGrade(5));
        Assert.Equal("1", child.Number(6, "capd_1", 4).Number(6, "capd_2", 1).Number(6, "capd_3", 0).Number(6, "capd_4", 0).Number(6, "capd_5", 0)
            .Number(6, "capd_6", 0).Number(6, "capd_7", 0).Number(6, "capd_8", 0).IcansGrade(6));
    }

    [Fact, Rule("ICANS-2.1", "crs-icans-mas 2.1: a twelve-year-old uses ICE")]
    public void The_instrument_changes_on_the_twelfth_birthday_of_the_site_and_not_before()
    {
        var course = new Course { AgeInDays = (int)(12 * 365.25) - 2 }.Number(30, "ice_total", 10).Word(30, "consciousness", "alert");
        var midnight = Course.Hour(39);
        Assert.Equal(GradeState.WrongInstrument, IcansCourse.At(course.Facts, midnight.AddTicks(-1)).Result.State);
        Assert.NotEqual(GradeState.WrongInstrument, IcansCourse.At(course.Facts, midnight).Result.State);
    }

    [Fact, Rule("ICANS-2.1", "crs-icans-mas 2.1: delay")]
    public void A_developmental_delay_is_in_force_from_its_entry_on()
    {
        var course = new Course { AgeInDays = 15 * 366 }.Neuro(10).Yes(20, "developmental_delay");
        Assert.Equal("0", course.IcansGrade(19));
        Assert.Equal("WrongInstrument", course.IcansGrade(20));
    }

    [Fact, Rule("ICANS-5", "crs-icans-mas 5.1: 24 h, then renewed")]
    public void An_attribution_holds_for_24_hours()
    {
        var course = Adult.Word(50, "motor_weakness", "deep_focal_weakness").Word(51, "motor_attribution", "other_cause").Neuro(50).Neuro(62).Neuro(74);
        Assert.Equal("4", course.IcansGrade(51 - Minute));
        Assert.Equal("0", course.IcansGrade(51));
        Assert.Equal("0", course.IcansGrade(75 - Minute));
        Assert.Equal("4", course.IcansGrade(75));
        Assert.Equal("0", course.Word(74, "motor_attribution", "other_cause").IcansGrade(75));
        Assert.Equal("4", course.Word(76, "motor_attribution", "attributable").IcansGrade(76));
    }

    [Fact, Rule("ICANS-5", "crs-icans-mas 5.1: ends with the episode")]
    public void An_attribution_does_not_cover_a_new_episode_of_the_finding()
    {
        var weak = Adult.Neuro(50).Word(50, "motor_weakness", "deep_focal_weakness").Word(50, "motor_attribution", "other_cause")
            .Word(52, "motor_weakness", "none").Word(54, "motor_weakness", "deep_focal_weakness");
        Assert.Equal("0", weak.IcansGrade(53));
        Assert.Equal("4", weak.IcansGrade(54));
        var swollen = Adult.Neuro(50).Word(50, "cerebral_oedema_imaging", "focal").Word(50, "icp_attribution", "other_cause")
            .Word(52, "icp_sign", "none").Word(54, "icp_sign", "posturing");
        Assert.Equal("0", swollen.IcansGrade(54));
        Assert.Equal("4", swollen.Word(52, "cerebral_oedema_imaging", "none").IcansGrade(54));
    }

    [Fact, Rule("ICANS-5", "crs-icans-mas 5.1; docs/criteria/icans.md")]
    public void A_seizure_once_explained_is_not_counted_again_because_it_is_over()
    {
        var course = Adult.Neuro(50).Word(50, "seizure", "prolonged").Word(51, "seizure_attribution", "other_cause").Word(54, "seizure", "none").Neuro(60);
        Assert.Equal("0", course.IcansGrade(53));
        Assert.Equal("0", course.IcansGrade(60));
    }

    [Fact, Rule("ICANS-5", "crs-icans-mas 5.1; docs/criteria/icans.md")]
    public void A_new_seizure_is_never_hidden_behind_a_worse_one_of_another_cause()
    {
        var course = Adult.Neuro(50).Word(50, "seizure", "prolonged").Word(51, "seizure_attribution", "other_cause").Word(54, "seizure", "none")
            .Word(60, "seizure", "brief_resolved").Neuro(60);
        Assert.Equal("3", course.IcansGrade(60));
    }

    [Fact, Rule("ICANS-2.3s", "crs-icans-mas 2.3, 2.5: sedation")]
    public void Sedation_excludes_consciousness_and_leaves_the_test_open_until_the_subject_is_awake()
    {
        var course = Adult.Word(50, "consciousness", "vigorous_or_unarousable").Word(50, "ice_not_done_reason", "sedated")
            .Word(50, "consciousness_attribution", "other_cause").Neuro(56);
        Assert.Equal("0-4", course.IcansGrade(50));
        Assert.Equal("0", course.IcansGrade(56));
        Assert.Equal("4", course.Word(58, "consciousness", "vigorous_or_unarousable").IcansGrade(58));
    }

    [Fact, Rule("ICANS-5b", "crs-icans-mas 5 item 2")]
    public void What_a_nurse_proposed_lowers_the_lower_bound_only()
    {
        var course = Adult.Neuro(50).Word(50, "seizure", "prolonged").Word(50, "seizure_attribution", "other_cause", provisional: true);
        Assert.Equal("0-4", course.IcansGrade(50));
        Assert.Contains("countersigned", course.IcansAt(50).Result.Sentence.English, StringComparison.Ordinal);
        Assert.Equal("0", course.Word(51, "seizure_attribution", "other_cause").IcansGrade(51));
    }

    [Fact, Rule("ICANS-2.8i", "crs-icans-mas 1.2 for CRS; docs/criteria/icans.md")]
    public void An_episode_closes_after_24_hours_at_0_and_what_follows_is_another()
    {
        var course = Adult.Neuro(50, ice: 8);
        for (var hour = 58; hour <= 90; hour += 8)
        {
            course.Neuro(hour);
        }

        Assert.Equal((1, Course.Hour(50)), (course.IcansAt(82 - Minute).Episode, course.IcansAt(82 - Minute).OnsetAt));
        Assert.Equal((2, null), (course.IcansAt(82).Episode, course.IcansAt(82).OnsetAt));
        course.Neuro(92, ice: 6);
        Assert.Equal((2, Course.Hour(92)), (course.IcansAt(93).Episode, course.IcansAt(93).OnsetAt));
    }

    [Fact, Rule("ICANS-2.8i", "docs/criteria/icans.md")]
    public void A_finding_at_the_closing_instant_belongs_to_the_old_episode_and_what_is_missing_closes_none()
    {
        var course = Adult.Neuro(50, ice: 8).Neuro(58).Neuro(66).Neuro(74);
        Assert.Equal((1, Course.Hour(50)), (course.Neuro(82, ice: 7).IcansAt(82).Episode, course.IcansAt(82).OnsetAt));
        var gap = Adult.Neuro(50, ice: 8).Neuro(58).Neuro(120);
        Assert.Equal(1, gap.IcansAt(120).Episode);
    }

    [Theory, Rule("ICANS-2.8j", "crs-icans-mas 2.8: onset after day 28")]
    [InlineData(28, false)]
    [InlineData(29, true)]
    public void Onset_after_day_28_asks_for_review(int day, bool isLate)
    {
        var course = Adult.Neuro(day * 24, ice: 8).Neuro((day * 24) + 8, ice: 8);
        Assert.Equal(isLate, course.IcansAt(day * 24).Result.Flags.Contains(IcansFlag.LateOnsetReview));
        Assert.DoesNotContain(IcansFlag.LateOnsetReview, course.IcansAt((day * 24) + 8).Result.Flags);
    }

    [Theory, Rule("ICANS-2.8a", "crs-icans-mas 1.7, 2.8")]
    [InlineData("icans", "5")]
    [InlineData("crs", "1")]
    [InlineData("iechs", "1")]
    [InlineData("other", "1")]
    [InlineData("unknown", "1-5")]
    public void Death_by_its_principal_cause(string cause, string grade) => Assert.Equal(grade, Adult.Neuro(50, ice: 8).Word(52, "death", cause).IcansGrade(52));

    [Theory]
    [InlineData("consciousness", "sleepy")]
    [InlineData("seizure", "yes")]
    [InlineData("motor_weakness", "weak")]
    [InlineData("icp_sign", "headache")]
    [InlineData("death", "fall")]
    public void An_unknown_word_is_an_error_that_names_it(string code, string word)
    {
        var error = Assert.Throws<ArgumentException>(() => Adult.Neuro(50).Word(51, code, word).IcansGrade(51));
        Assert.Contains($"'{word}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_drivers_name_the_stored_observation_and_its_time()
    {
        var driver = Assert.Single(Adult.Neuro(50).Word(51, "consciousness", "voice").IcansAt(52).Result.Drivers, one => one.Code == "consciousness");
        Assert.Equal(Course.Hour(51), driver.ObservedAt);
        Assert.NotNull(driver.FactId);
    }
}
