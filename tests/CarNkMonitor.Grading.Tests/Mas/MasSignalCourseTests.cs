using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Tests.Courses;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Mas;

/// <summary>Each derived input of the MAS signal at the edges of its window.</summary>
public sealed class MasSignalCourseTests
{
    const double Minute = 1.0 / 60;

    static MasSignalInputs At(Course course, double hour) => At(course.WithFallback(), hour);

    static MasSignalInputs At(SubjectFacts facts, double hour)
    {
        var record = new SubjectRecord(facts, countProvisional: true);
        return MasSignalCourse.InputsAt(record, new ToxicityHistory(record, [Course.Hour(hour)]), MasThresholds.Default, Course.Hour(hour));
    }

    [Fact, Rule("MAS-0.3", "crs-icans-mas 0.3 item 7")]
    public void Before_the_infusion_the_signal_does_not_apply_and_without_a_reading_it_is_not_assessed()
    {
        var course = new Course().Number(-5, "ferritin", 20_000);
        Assert.Equal(GradeState.NotApplicable, MasSignalCourse.At(course.Facts, MasThresholds.Default, Course.Hour(-1)).State);
        Assert.Equal(GradeState.NotAssessed, MasSignalCourse.At(course.Facts, MasThresholds.Default, Course.Hour(2)).State);
        Assert.NotEqual(GradeState.NotAssessed, MasSignalCourse.At(course.Temperature(1, 37).Facts, MasThresholds.Default, Course.Hour(2)).State);
    }

    [Fact, Rule("MAS-4.6a", "columns.csv: fever_windows_ge_38_5")]
    public void Windows_are_counted_back_from_the_moment_to_the_first_below()
    {
        var course = new Course().Temperature(90, 38.4m).Temperature(110, 38.5m).Temperature(140, 38.5m).Temperature(170, 39);
        Assert.Equal(3, At(course, 172).FeverWindows);
        Assert.Equal(0, At(new Course().Temperature(100, 39).Temperature(125, 38.4m), 126).FeverWindows);
        Assert.Equal(2, At(new Course().Temperature(40, 38).Temperature(70, 39).Temperature(100, 39), 101).FeverWindows);
    }

    [Fact, Rule("MAS-4.6a", "columns.csv: fever_windows_ge_38_5")]
    public void A_window_without_a_reading_leaves_the_count_open_until_it_is_enough()
    {
        Assert.Null(At(new Course().Temperature(170, 39), 172).FeverWindows);
        Assert.Equal(3, At(new Course().Temperature(110, 38.5m).Temperature(140, 38.5m).Temperature(170, 39), 172).FeverWindows);
        Assert.Null(At(new Course().Temperature(10, 37), 172).FeverWindows);
    }

    [Fact, Rule("MAS-4.6a", "docs/criteria/mas_signal.md")]
    public void Fever_of_the_first_day_is_one_window_and_not_an_open_one() => Assert.Equal(1, At(new Course().Temperature(5, 39), 10).FeverWindows);

    [Fact, Rule("MAS-4.6b", "columns.csv: fever_recrudescent")]
    public void A_fever_comes_back_after_48_quiet_hours_that_follow_CRS()
    {
        Course After(double quietFrom) => new Course().Check(quietFrom, 38.6m).Temperature(quietFrom + 1, 37).Temperature(130, 37).Temperature(150, 38.5m);
        Assert.True(At(After(102), 151).FeverIsRecrudescent);
        Assert.False(At(After(102 + Minute), 151).FeverIsRecrudescent);
        Assert.False(At(new Course().Temperature(101, 37).Temperature(130, 37).Temperature(150, 38.5m), 151).FeverIsRecrudescent);
        Assert.False(At(After(102), 175).FeverIsRecrudescent ?? false);
    }

    [Fact, Rule("MAS-4.6b", "columns.csv: fever_recrudescent")]
    public void Each_of_the_two_days_before_needs_a_reading_and_no_temperature_leaves_it_open()
    {
        Assert.False(At(new Course().Check(90, 38.6m).Temperature(120, 37).Temperature(150, 38.5m), 151).FeverIsRecrudescent);
        Assert.Null(At(new Course().Check(90, 38.6m), 114).FeverIsRecrudescent);
    }

    [Fact, Rule("MAS-4.6b", "columns.csv: fever_recrudescent")]
    public void A_first_fever_after_checks_without_CRS_comes_back_from_nothing() =>
        Assert.False(At(new Course().Check(90).Check(101).Check(130).Check(150, 38.5m), 151).FeverIsRecrudescent);

    [Fact, Rule("MAS-4.6b", "columns.csv: fever_recrudescent")]
    public void The_48_quiet_hours_lie_before_the_first_fever_of_the_run()
    {
        Course Run(params double[] quiet) => quiet.Aggregate(new Course().Check(90, 38.6m), (course, hour) => course.Temperature(hour, 37)).Temperature(148, 38.2m).Temperature(150, 38.5m);
        Assert.True(At(Run(101, 125), 151).FeverIsRecrudescent);
        Assert.False(At(Run(101, 123), 151).FeverIsRecrudescent);
        Assert.False(At(Run(99, 125), 151).FeverIsRecrudescent);
    }

    [Fact, Rule("MAS-4.6b", "columns.csv: fever_recrudescent")]
    public void Two_high_readings_of_one_fever_that_came_back_say_so_as_one_does() => Assert.True(
        At(new Course().Check(90, 38.6m).Temperature(103, 37).Temperature(130, 37).Temperature(150, 38.6m).Temperature(150.5, 38.7m), 151).FeverIsRecrudescent);

    /// <summary>CRS at hour 60, rest at the hours given, a bound at 130 and a high fever at the moment itself.</summary>
    [Theory, Rule("MAS-4.6b", "crs-icans-mas 0.3: a bound is never the number")]
    [InlineData(150, "37.0", true)]
    [InlineData(150, "<38.5", null)]
    [InlineData(150, "38.2", false)]
    [InlineData(150, "<38.0", true)]
    [InlineData(175, "37.0", false)]
    [InlineData(175, "<38.5", null)]
    [InlineData(175, "38.2", true)]
    public void A_bound_before_a_high_fever_may_have_begun_it(double now, string between, bool? isRecrudescent)
    {
        var course = new Course().Check(60, 38.6m);
        foreach (var hour in now == 150 ? new double[] { 110 } : [90, 110])
        {
            course.Temperature(hour, 37);
        }

        Assert.Equal(isRecrudescent, At(course.Number(130, "temperature", between).Temperature(now, 38.6m), now).FeverIsRecrudescent);
    }

    [Theory, Rule("MAS-4.6b", "crs-icans-mas 0.3: a bound is never the number")]
    [InlineData(">38", null)]
    [InlineData("<38.5", false)]
    [InlineData(">38.5", true)]
    public void A_bound_may_be_the_high_fever_itself(string celsius, bool? isRecrudescent) =>
        Assert.Equal(isRecrudescent, At(new Course().Check(90, 38.6m).Temperature(103, 37).Temperature(130, 37).Number(150, "temperature", celsius), 151).FeverIsRecrudescent);

    [Fact, Rule("MAS-4.6b", "columns.csv: fever_recrudescent; crs-icans-mas 5.2")]
    public void A_fever_that_a_nurse_gave_another_cause_is_no_CRS_for_certain()
    {
        var course = new Course().Check(102, 38.6m).Word(102, "fever_attribution", "infection", provisional: true).Temperature(103, 37).Temperature(130, 37).Temperature(150, 38.5m);
        Assert.False(((MasSignalInputs)MasSignalCourse.At(course.Facts, MasThresholds.Default, Course.Hour(151)).Inputs).FeverIsRecrudescent);
    }

    [Fact, Rule("MAS-4.6d", "columns.csv: ferritin_now")]
    public void Old_ferritin_is_dropped_by_a_fever_alone()
    {
        var course = new Course().Number(100, "ferritin", 5000).Temperature(60, 39).Temperature(84, 39).Temperature(108, 39).Temperature(123, 39);
        Assert.NotNull(At(course, 124).Ferritin);
        Assert.Null(At(course, 124 + Minute).Ferritin);
    }

    [Fact, Rule("MAS-4.6c", "columns.csv: fever_masked_24h")]
    public void A_dose_masks_for_24_hours_and_only_a_review_says_that_none_was_given()
    {
        var course = new Course().Paracetamol(100).Reviewed(110);
        Assert.True(At(course, 124 - Minute).FeverMayBeMasked);
        Assert.False(At(course, 124).FeverMayBeMasked);
        Assert.Null(At(course, 134).FeverMayBeMasked);
    }

    [Fact, Rule("MAS-4.6d", "columns.csv: ferritin_now")]
    public void Old_ferritin_counts_until_another_component_is_true()
    {
        var course = new Course().Number(100, "ferritin", 5000).Number(100, "fibrinogen", 3);
        Assert.Equal(5000, At(course, 200).Ferritin!.Value.Value);
        course.Number(101, "fibrinogen", 1.2m);
        Assert.NotNull(At(course, 124).Ferritin);
        Assert.Null(At(course, 124 + Minute).Ferritin);
        var early = new Course().Number(5, "ferritin", 5000).Number(5, "fibrinogen", 1.2m);
        Assert.NotNull(At(early, 53).Ferritin);
        Assert.Null(At(early, 53 + Minute).Ferritin);
        var dayThree = new Course().Number(40, "ferritin", 5000).Number(40, "fibrinogen", 1.2m);
        Assert.Equal((3, true), (dayThree.Facts.CycleDayAt(Course.Hour(74)), At(dayThree, 74).Ferritin is null));
    }

    [Theory, Rule("MAS-4.6e", "columns.csv: ferritin_prev")]
    [InlineData(new double[] { 94, 93 }, 7)]
    [InlineData(new double[] { 94 }, 6)]
    [InlineData(new[] { 94 + Minute, 27.9 }, 5.98)]
    [InlineData(new double[] { 78, 74 }, 22)]
    [InlineData(new double[] { 70, 82 }, 18)]
    [InlineData(new double[] { 28 }, 72)]
    [InlineData(new double[] { 10 }, 90)]
    [InlineData(new double[] { 28, 97 }, 72)]
    [InlineData(new[] { 28 - Minute, 97 }, 3)]
    [InlineData(new double[] { 64, 88 }, 12)]
    [InlineData(new double[] { 72, 80 }, 20)]
    public void The_previous_sample_is_the_one_nearest_to_24_hours_before(double[] hours, double interval)
    {
        var course = hours.Aggregate(new Course(), (all, hour) => all.Number(hour, "ferritin", 900)).Number(100, "ferritin", 2000);
        Assert.Equal(interval, (double)At(course, 101).FerritinIntervalHours!.Value, 0.02);
    }

    [Fact, Rule("MAS-4.6f", "crs-icans-mas 4.6: carry-forward")]
    public void Laboratory_values_stand_for_72_hours_then_for_5_days_and_at_home_for_35()
    {
        Assert.NotNull(At(new Course().Number(100, "ast", 30), 172 - Minute).Ast);
        Assert.Null(At(new Course().Number(100, "ast", 30), 172).Ast);
        var later = new Course().Number(20 * 24, "ast", 30);
        Assert.NotNull(At(later, (25 * 24) - Minute).Ast);
        Assert.Null(At(later, 25 * 24).Ast);
        Assert.NotNull(At(later.Yes(21 * 24, "discharge_home"), (55 * 24) - Minute).Ast);
        Assert.Null(At(later, 55 * 24).Ast);
        Assert.NotNull(At(new Course().Number(10, "triglycerides", 2), 178 - Minute).Triglycerides);
        Assert.NotNull(At(new Course().Number(20 * 24, "triglycerides", 2).Yes(21 * 24, "discharge_home"), (55 * 24) - Minute).Triglycerides);
    }

    [Fact, Rule("MAS-4.6g", "columns.csv: before a transfusion on the same day")]
    public void The_count_before_a_transfusion_of_the_same_day_is_preferred()
    {
        var course = new Course().Number(48, "platelets", 12).Number(50, "platelet_transfusion", 1).Number(52, "platelets", 60);
        Assert.Equal(12, At(course, 53).Platelets!.Value.Value);
        Assert.Equal(60, At(new Course().Number(30, "platelets", 12).Number(50, "platelet_transfusion", 1).Number(52, "platelets", 60), 53).Platelets!.Value.Value);
    }

    [Fact, Rule("MAS-4.6g", "columns.csv: before a transfusion on the same day")]
    public void The_day_of_a_transfusion_begins_at_midnight_inclusive()
    {
        Course Given(double count) => new Course().Number(count, "platelets", 12).Number(39, "platelet_transfusion", 1).Number(42, "platelets", 60);
        Assert.Equal(12, At(Given(39), 43).Platelets!.Value.Value);
        Assert.Equal(60, At(Given(39 - Minute), 43).Platelets!.Value.Value);
        Assert.Equal(60, At(new Course().Number(38, "platelets", 12).Number(39 - Minute, "platelet_transfusion", 1).Number(42, "platelets", 60), 43).Platelets!.Value.Value);
    }

    [Theory, Rule("MAS-4.6h", "columns.csv: second_fall")]
    [InlineData(-96, 60, 200)]              // low at the very instant of the first dose
    [InlineData(60, 80, 200)]               // low for two counts
    [InlineData(60, 200, 250)]              // recovered for two counts
    public void A_second_fall_looks_at_every_count_from_the_first_dose_on(double first, double second, double third)
    {
        var course = new Course().Word(-96, "conditioning_dose", "fludarabine").Temperature(299, 37);
        foreach (var code in new[] { "anc", "platelets" })
        {
            decimal Value(double hour) => hour < 100 ? 0.5m : 150;
            course.Number(first, code, Value(first)).Number(second, code, first < 0 ? 150 : Value(second)).Number(third, code, Value(third)).Number(298, code, 0.5m);
        }

        Assert.True(At(course, 300).SecondFall);
    }

    [Fact, Rule("MAS-4.6h", "columns.csv: second_fall")]
    public void Counts_before_the_first_dose_are_no_first_fall()
    {
        var course = new Course().Word(-96, "conditioning_dose", "fludarabine").Temperature(299, 37);
        foreach (var code in new[] { "anc", "platelets" })
        {
            course.Number(-96 - Minute, code, 0.5m).Number(100, code, 150).Number(298, code, 0.5m);
        }

        Assert.False(At(course, 300).SecondFall);
    }

    [Fact, Rule("MAS-4.6h", "columns.csv: second_fall")]
    public void A_second_fall_needs_two_lineages_that_had_recovered_after_conditioning()
    {
        Course Fallen(params string[] codes) => codes.Aggregate(new Course().Word(-96, "conditioning_dose", "fludarabine").Temperature(299, 37), (course, code) =>
            course.Number(-120, code, 200).Number(100, code, 0.5m).Number(200, code, 150).Number(298, code, 0.5m));
        Assert.True(At(Fallen("anc", "platelets"), 300).SecondFall);
        Assert.False(At(Fallen("anc"), 300).SecondFall);
        Assert.Null(At(Fallen("anc").Number(100, "platelets", 20).Number(200, "platelets", 120), 300).SecondFall);
        Assert.False(At(Fallen("anc").Number(298, "platelets", 20), 300).SecondFall);
    }

    [Fact, Rule("MAS-4.6i", "columns.csv: ast_uln")]
    public void The_limit_reported_with_the_value_wins_over_the_fallback()
    {
        Assert.Equal(40, At(new Course().Number(100, "ast", 30), 101).AstUln);
        var own = new Course().WithFallback().Reported(100, "ast", 120, new ReportedValue(2, "ukat/L", new ReferenceRange(null, 0.5m)));
        Assert.Equal(30, At(own, 101).AstUln);
    }

    [Fact, Rule("MAS-4.6j", "printed-unit rule")]
    public void Triglycerides_keep_the_unit_of_the_report()
    {
        var facts = new Course().WithFallback().Reported(100, "triglycerides", 265 / 88.57m, new ReportedValue(265, "mg/dL"));
        Assert.Equal(TriglycerideUnit.MgPerDL, At(facts, 101).Triglycerides!.Value.Unit);
    }
}
