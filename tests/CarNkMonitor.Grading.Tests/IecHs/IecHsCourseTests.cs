using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.IecHs;
using CarNkMonitor.Grading.Tests.Cases;
using CarNkMonitor.Grading.Tests.Courses;
using CarNkMonitor.Grading.Tests.Crs;
using CarNkMonitor.Grading.Tests.Icans;
using Xunit;

namespace CarNkMonitor.Grading.Tests.IecHs;

/// <summary>IEC-HS from raw timed observations: the worked cases, and every derived input at its edges.</summary>
public sealed class IecHsCourseTests
{
    const double Minute = 1.0 / 60;
    const double Now = IecHsSteps.Now;

    public static IEnumerable<TheoryDataRow<string>> Cases => WorkedCases.Ids("iec_hs");

    [Theory, MemberData(nameof(Cases)), Rule("IECHS-3.3h", "columns.csv: iec_hs")]
    public void IEC_HS_emerges_from_raw_timed_facts(string id)
    {
        var row = WorkedCases.Row("iec_hs", id);
        var (pattern, grade) = IecHsCourse.At(IecHsSteps.FactsOf(row), CytopeniaLimits.Proposed, Course.Hour(Now));
        Assert.Equal((row["expected_class_min"], row["expected_class_max"], row["expected_grade"]), (Word(pattern, pattern.Low), Word(pattern, pattern.High), Word(grade, grade.Low)));
    }

    [Fact, Rule("IECHS-0.3", "crs-icans-mas 0.3 item 7")]
    public void Before_the_infusion_it_does_not_apply_and_without_a_reading_it_is_not_assessed()
    {
        var facts = new Course().Number(-5, "ferritin", 20_000).Facts;
        var before = IecHsCourse.At(facts, CytopeniaLimits.Proposed, Course.Hour(-1));
        Assert.Equal((GradeState.NotApplicable, GradeState.NotApplicable), (before.Pattern.State, before.Grade.State));
        Assert.Equal("IECHS-2023 is not graded before the infusion.", before.Pattern.Sentence.English);
        Assert.Equal(GradeState.NotAssessed, IecHsCourse.At(facts, CytopeniaLimits.Proposed, Course.Hour(2)).Pattern.State);
    }

    [Theory, Rule("IECHS-3.3i", "crs-icans-mas 3.3: timing")]
    [InlineData("resolving_or_resolved_crs", IecHsTiming.ResolvingOrResolvedCrs)]
    [InlineData("during_initial_crs", IecHsTiming.DuringInitialCrs)]
    [InlineData("no_crs_documented", IecHsTiming.NoCrsDocumented)]
    [InlineData("", null)]
    public void Timing_is_read_from_the_course_of_CRS(string timing, IecHsTiming? expected) =>
        Assert.Equal(expected, Inputs(new Course().AddCrs(timing).Number(Now - 1, "ferritin", 900), Now).Timing);

    [Fact, Rule("IECHS-3.3i", "crs-icans-mas 3.3: timing")]
    public void A_range_that_was_never_more_than_possible_leaves_timing_open() =>
        Assert.Null(Inputs(new Course().Temperature(10, 37), 12).Timing);

    [Fact, Rule("IECHS-3.3i", "crs-icans-mas 3.3: timing")]
    public void Inflammation_that_rises_again_after_a_dose_and_an_improvement_is_worsening()
    {
        Course First() => new Course().Check(24, 38.6m).Device(24.5, "nasal_cannula", 2).Check(32, 38.2m);
        Course Better(Course course) => course.Check(60).Check(64);
        Course Worse(Course course) => course.Check(70, 38.4m);
        Assert.Equal(IecHsTiming.WorseningAfterImprovement, Inputs(Worse(Better(First().Tocilizumab(25))), 70).Timing);
        Assert.Equal(IecHsTiming.ResolvingOrResolvedCrs, Inputs(Worse(Better(First())), 70).Timing);
        Assert.Equal(IecHsTiming.ResolvingOrResolvedCrs, Inputs(Better(First().Tocilizumab(25)), 64).Timing);
        Assert.Equal(IecHsTiming.ResolvingOrResolvedCrs, Inputs(Worse(Better(First().Tocilizumab(10))), 70).Timing);
    }

    [Fact, Rule("IECHS-3.3i", "crs-icans-mas 3.3: timing")]
    public void A_dose_with_the_first_grading_counts_and_one_without_an_improvement_does_not()
    {
        Course Course(double dose) => new Course().Check(24, 38.6m).Tocilizumab(dose).Device(24.5, "nasal_cannula", 2);
        Assert.Equal(IecHsTiming.WorseningAfterImprovement, Inputs(Course(24).Check(60).Check(64).Check(70, 38.4m), 70).Timing);
        var withInfusion = new Course().Check(0, 38.6m).Tocilizumab(0).Device(0.5, "nasal_cannula", 2).Check(60).Check(64).Check(70, 38.4m);
        Assert.Equal(IecHsTiming.WorseningAfterImprovement, Inputs(withInfusion, 70).Timing);
        var unchanged = new Course().Check(24, 38.6m).Tocilizumab(25).Check(28, 38.5m).Check(32, 38.5m).Check(36, 38.5m).Device(36, "nasal_cannula", 2);
        Assert.Equal(IecHsTiming.DuringInitialCrs, Inputs(unchanged, 36).Timing);
    }

    [Theory, Rule("IECHS-3.3j", "crs-icans-mas 3.3: cytopenia_course")]
    [InlineData(15, 0.4, 0.3, IecHsCytopeniaCourse.Worsening)]
    [InlineData(15, 0.3, 0.3, IecHsCytopeniaCourse.ExpectedStable)]
    [InlineData(14, 0.4, 0.3, IecHsCytopeniaCourse.ExpectedStable)]
    [InlineData(20, 0.7, 0.5, IecHsCytopeniaCourse.ExpectedStable)]
    public void A_count_of_grade_4_below_that_of_the_days_before_is_worsening_from_day_15_on(int day, double before, double now, IecHsCytopeniaCourse expected) =>
        Assert.Equal(expected, Inputs(Counted().Number(Hour(day) - 24, "anc", (decimal)before).Number(Hour(day), "anc", (decimal)now).Number(Hour(day), "platelets", 90), Hour(day)).CytopeniaCourse);

    [Theory, Rule("IECHS-3.3j", "crs-icans-mas 3.3: 24 to 72 h earlier")]
    [InlineData(24 - Minute, IecHsCytopeniaCourse.ExpectedStable)]
    [InlineData(24, IecHsCytopeniaCourse.Worsening)]
    [InlineData(72, IecHsCytopeniaCourse.Worsening)]
    [InlineData(72 + Minute, IecHsCytopeniaCourse.ExpectedStable)]
    public void The_count_to_compare_with_lies_24_to_72_hours_earlier(double earlier, IecHsCytopeniaCourse expected) =>
        Assert.Equal(expected, Inputs(Counted().Number(Now - earlier, "anc", 0.4m).Number(Now, "anc", 0.3m).Number(Now, "platelets", 90), Now).CytopeniaCourse);

    [Fact, Rule("IECHS-3.3k", "crs-icans-mas 3.3: new")]
    public void A_second_dip_and_a_first_low_count_after_day_30_are_new()
    {
        var again = Counted().Number(Hour(7), "anc", 0.3m).Number(Hour(12), "anc", 1.4m).Number(Hour(14), "anc", 1.8m).Number(Hour(20), "anc", 0.4m).Number(Hour(20), "platelets", 90);
        Assert.Equal(IecHsCytopeniaCourse.New, Inputs(again, Hour(20)).CytopeniaCourse);
        var late = Counted().Number(Hour(7), "anc", 1.4m).Number(Hour(40), "anc", 0.4m).Number(Hour(40), "platelets", 90);
        Assert.Equal(IecHsCytopeniaCourse.New, Inputs(late, Hour(40)).CytopeniaCourse);
    }

    [Fact, Rule("IECHS-3.3k", "crs-icans-mas 3.3: new")]
    public void A_bound_that_may_or_may_not_be_a_first_low_count_leaves_the_course_open() => Assert.Null(
        Inputs(Counted().Number(Hour(7), "anc", 1.4m).Number(Hour(40), "anc", 1.2m, Comparator.Below).Number(Hour(40), "platelets", 90), Hour(40)).CytopeniaCourse);

    [Fact, Rule("IECHS-3.3j", "crs-icans-mas 3.3: cytopenia_course")]
    public void A_bound_beside_the_lowest_count_leaves_open_whether_it_fell() => Assert.Null(
        Inputs(Counted().Number(Now - 26, "platelets", 20).Number(Now - 2, "platelets", 18).Number(Now, "platelets", 19, Comparator.Below).Number(Now, "anc", 3), Now).CytopeniaCourse);

    [Fact, Rule("IECHS-3.3l", "docs/criteria/iec_hs.md: G-CSF")]
    public void A_bound_beside_the_lowest_count_leaves_open_whether_it_follows_G_CSF() => Assert.Null(
        Inputs(Counted().Number(Hour(10) - 2, "anc", 0.3m).Number(Hour(10), "anc", 0.35m, Comparator.Below).Number(Hour(10), "platelets", 90), Hour(10)).CytopeniaCourse);

    [Fact, Rule("IECHS-3.3l", "crs-icans-mas 3.3: refractory")]
    public void A_count_that_stays_low_after_day_30_is_refractory() => Assert.Equal(
        IecHsCytopeniaCourse.Refractory,
        Inputs(Counted().Number(Hour(7), "anc", 0.3m).Number(Hour(33), "anc", 0.3m).Number(Hour(33), "platelets", 90), Hour(33)).CytopeniaCourse);

    [Theory, Rule("IECHS-3.3l", "docs/criteria/iec_hs.md: G-CSF")]
    [InlineData(4, 10, IecHsCytopeniaCourse.Refractory)]
    [InlineData(3, 9, IecHsCytopeniaCourse.Refractory)]
    [InlineData(1, 10, IecHsCytopeniaCourse.Refractory)]
    [InlineData(2, 8, IecHsCytopeniaCourse.ExpectedStable)]
    [InlineData(5, 10, IecHsCytopeniaCourse.ExpectedStable)]
    public void G_CSF_counts_when_it_was_given_on_7_days_in_a_row_up_to_the_count(int from, int to, IecHsCytopeniaCourse expected)
    {
        var course = Counted().Number(Hour(10), "anc", 0.3m).Number(Hour(10), "platelets", 90);
        var given = Enumerable.Range(from, to - from + 1).Aggregate(course, (all, day) => all.Word(Hour(day) - 2, "gcsf_dose", "filgrastim"));
        Assert.Equal(expected, Inputs(given, Hour(10)).CytopeniaCourse);
    }

    [Fact, Rule("IECHS-3.3l", "docs/criteria/iec_hs.md: G-CSF")]
    public void One_long_acting_dose_is_one_day() => Assert.Equal(IecHsCytopeniaCourse.ExpectedStable,
        Inputs(Counted().Word(Hour(2), "gcsf_dose", "pegfilgrastim").Number(Hour(10), "anc", 0.3m).Number(Hour(10), "platelets", 90), Hour(10)).CytopeniaCourse);

    [Theory, Rule("IECHS-3.3l", "crs-icans-mas 3.3: platelet transfusions")]
    [InlineData(20, 20, IecHsCytopeniaCourse.Refractory)]
    [InlineData(20, 25, IecHsCytopeniaCourse.ExpectedStable)]
    [InlineData(25, 20, IecHsCytopeniaCourse.ExpectedStable)]
    public void Platelets_that_stay_low_after_the_last_two_transfusions_are_refractory(double first, double second, IecHsCytopeniaCourse expected)
    {
        var course = Counted().Number(Hour(8), "platelet_transfusion", 1).Number(Hour(8) + 24, "platelets", (decimal)first)
            .Number(Hour(10), "platelet_transfusion", 1).Number(Hour(10) + 1, "platelets", (decimal)second).Number(Hour(10) + 2, "platelets", 20).Number(Hour(10), "anc", 2);
        Assert.Equal(expected, Inputs(course, Hour(10) + 3).CytopeniaCourse);
    }

    [Theory, Rule("IECHS-3.3l", "crs-icans-mas 3.3: platelet transfusions")]
    [InlineData(0)]
    [InlineData(1)]
    public void Fewer_than_two_transfusions_say_nothing(int transfusions)
    {
        var course = Counted().Number(Hour(10), "anc", 2).Number(Hour(10) + 2, "platelets", 20);
        _ = transfusions == 1 ? course.Number(Hour(10), "platelet_transfusion", 1) : course;
        Assert.Equal(IecHsCytopeniaCourse.ExpectedStable, Inputs(course, Hour(10) + 3).CytopeniaCourse);
    }

    [Theory, Rule("IECHS-3.3l", "crs-icans-mas 3.3: platelet transfusions of this course")]
    [InlineData(-100, IecHsCytopeniaCourse.Refractory)]
    [InlineData(-100 - Minute, IecHsCytopeniaCourse.ExpectedStable)]
    public void A_transfusion_counts_from_the_first_dose_of_conditioning_on(double first, IecHsCytopeniaCourse expected)
    {
        var course = Counted().Number(first, "platelet_transfusion", 1).Number(-99, "platelets", 20)
            .Number(Hour(10), "platelet_transfusion", 1).Number(Hour(10) + 1, "platelets", 20).Number(Hour(10), "anc", 2);
        Assert.Equal(expected, Inputs(course, Hour(10) + 3).CytopeniaCourse);
    }

    [Theory, Rule("IECHS-3.3l", "crs-icans-mas 3.3: a count within 24 h after each")]
    [InlineData(24, IecHsCytopeniaCourse.Refractory)]
    [InlineData(24 + Minute, IecHsCytopeniaCourse.ExpectedStable)]
    public void A_count_later_than_24_hours_after_a_transfusion_does_not_judge_it(double after, IecHsCytopeniaCourse expected)
    {
        var course = Counted().Number(Hour(8), "platelet_transfusion", 1).Number(Hour(8) + after, "platelets", 20)
            .Number(Hour(10), "platelet_transfusion", 1).Number(Hour(10) + 1, "platelets", 20).Number(Hour(10), "anc", 2);
        Assert.Equal(expected, Inputs(course, Hour(10) + 3).CytopeniaCourse);
    }

    [Fact, Rule("IECHS-3.3l", "crs-icans-mas 3.3: platelet transfusions")]
    public void A_transfusion_that_no_count_has_judged_yet_is_not_refractory()
    {
        var course = Counted().Number(Hour(8), "platelet_transfusion", 1).Number(Hour(8) + 1, "platelets", 20).Number(Hour(10), "platelet_transfusion", 1)
            .Number(Hour(10) + 2, "platelets", 20).Number(Hour(10), "anc", 2);
        Assert.Equal(IecHsCytopeniaCourse.ExpectedStable, Inputs(course, Hour(10) + 1).CytopeniaCourse);
        Assert.Equal(IecHsCytopeniaCourse.Refractory, Inputs(course, Hour(10) + 2).CytopeniaCourse);
    }

    [Fact, Rule("IECHS-3.3l", "crs-icans-mas 3.3: platelet transfusions")]
    public void A_bound_after_a_transfusion_that_may_be_higher_leaves_the_course_open()
    {
        var course = Counted().Number(Hour(8), "platelet_transfusion", 1).Number(Hour(8) + 1, "platelets", 20).Number(Hour(10), "platelet_transfusion", 1)
            .Number(Hour(10) + 1, "platelets", 60, Comparator.Below).Number(Hour(10) + 2, "platelets", 20).Number(Hour(10), "anc", 2);
        Assert.Null(Inputs(course, Hour(10) + 3).CytopeniaCourse);
    }

    [Theory, Rule("IECHS-3.3j", "crs-icans-mas 3.3: cytopenia_course; 0.3: a bound is never the number")]
    [InlineData(0.3, Comparator.Above, 0.3, Comparator.Equal, IecHsCytopeniaCourse.Worsening)]
    [InlineData(0.4, Comparator.Below, 0.3, Comparator.Equal, null)]
    [InlineData(0.4, Comparator.Equal, 0.3, Comparator.Below, IecHsCytopeniaCourse.Worsening)]
    [InlineData(0.3, Comparator.Above, 0.3, Comparator.Below, null)]
    public void A_bound_of_the_count_before_or_now_is_compared_as_far_as_it_goes(double before, Comparator first, double now, Comparator second, IecHsCytopeniaCourse? expected) =>
        Assert.Equal(expected, Inputs(
            Counted().Number(Now - 30, "anc", (decimal)before, first).Number(Now, "anc", (decimal)now, second).Number(Now, "platelets", 90), Now).CytopeniaCourse);

    [Fact, Rule("IECHS-3.3m", "docs/criteria/iec_hs.md: a lineage without a count")]
    public void A_lineage_without_a_count_in_the_window_leaves_the_course_open_unless_the_other_decides()
    {
        Assert.Null(Inputs(Counted().Number(Now, "anc", 2), Now).CytopeniaCourse);
        Assert.Null(Inputs(Counted().Temperature(Now, 37), Now).CytopeniaCourse);
        Assert.Equal(IecHsCytopeniaCourse.Worsening, Inputs(Counted().Number(Now - 30, "anc", 0.4m).Number(Now, "anc", 0.3m), Now).CytopeniaCourse);
    }

    [Fact, Rule("IECHS-3.3m", "docs/criteria/iec_hs.md: a lineage without a count")]
    public void A_bound_that_leaves_the_comparison_open_leaves_the_course_open() => Assert.Null(Inputs(
        Counted().Number(Now - 30, "anc", 0.4m).Number(Now, "anc", 0.45m, Comparator.Below).Number(Now, "platelets", 90), Now).CytopeniaCourse);

    [Fact, Rule("IECHS-3.3n", "columns.csv: pt_or_aptt_prolonged")]
    public void Clotting_is_normal_only_when_aptt_and_one_of_the_others_are()
    {
        Assert.Null(Inputs(new Course().Number(1, "aptt", 30), 2).PtOrApttProlonged);
        Assert.Null(Inputs(new Course().Number(1, "inr", 1).Number(1, "pt", 12), 2).PtOrApttProlonged);
        Assert.False(Inputs(new Course().Number(1, "inr", 1).Number(1, "aptt", 30), 2).PtOrApttProlonged);
        Assert.True(Inputs(new Course().Number(1, "inr", 1.3m), 2).PtOrApttProlonged);
        Assert.True(Inputs(new Course().Number(1, "inr", 1.3m).Number(2, "inr", 1.4m), 3).PtOrApttProlonged);
        Assert.True(At(new Course().WithFallback().Reported(1, "pt", 13, new ReportedValue(13, "s", new ReferenceRange(null, 12.5m))).Reported(2, "pt", 13.5m, new ReportedValue(13.5m, "s")), 3).PtOrApttProlonged);
    }

    [Fact, Rule("IECHS-3.3o", "columns.csv: new_splenomegaly")]
    public void A_spleen_is_new_when_it_was_examined_before_the_infusion_and_was_not_enlarged()
    {
        static bool? New(bool? before, bool? now)
        {
            var course = new Course().Temperature(1, 37);
            _ = before is { } then ? course.Yes(-5, "splenomegaly", then) : course;
            _ = now is { } later ? course.Yes(1, "splenomegaly", later) : course;
            return Inputs(course, 2).NewSplenomegaly;
        }

        Assert.True(Inputs(new Course().Yes(-5, "splenomegaly", false).Yes(0, "splenomegaly").Temperature(1, 37), 2).NewSplenomegaly);
        Assert.Equal([true, false, false, null, null], [New(false, true), New(true, true), New(null, false), New(null, true), New(false, null)]);
    }

    [Fact, Rule("IECHS-3.3p", "columns.csv: fever_new_or_persistent")]
    public void A_fever_of_another_cause_is_none_and_one_that_only_a_proposal_explains_is_open()
    {
        Assert.Null(Inputs(new Course().Number(9, "ferritin", 900), 10).NewOrPersistentFever);
        Assert.True(Inputs(new Course().Temperature(5, 38).Temperature(9, 37), 10).NewOrPersistentFever);
        Assert.False(Inputs(new Course().Temperature(5, 38).Word(5.5, "fever_attribution", "infection"), 10).NewOrPersistentFever);
        Assert.True(Inputs(new Course().Temperature(5, 38).Word(5.5, "fever_attribution", "iechs_or_mas"), 10).NewOrPersistentFever);
        Assert.Null(Inputs(new Course().Temperature(5, 38).Word(5.5, "fever_attribution", "infection", provisional: true), 10).NewOrPersistentFever);
        Assert.True(Inputs(new Course().Temperature(5, 38.4m).Temperature(7, 38.6m), 10).NewOrPersistentFever);
        Assert.False(Inputs(new Course().Temperature(5, 37).Word(5.5, "fever_attribution", "infection", provisional: true), 10).NewOrPersistentFever);
        Assert.True(Inputs(new Course().Temperature(5, 38).Temperature(76.9, 37), 76.9).NewOrPersistentFever);
        Assert.False(Inputs(new Course().Temperature(5, 38).Temperature(76.9, 37), 77).NewOrPersistentFever);
    }

    [Fact, Rule("IECHS-3.3q", "columns.csv: neurotoxicity")]
    public void Neurotoxicity_looks_back_72_hours_over_every_neurological_check()
    {
        Assert.True(Inputs(new Course().Neuro(5, 5).Neuro(50), 76.9).Neurotoxicity);
        Assert.True(Inputs(new Course().Neuro(5, 8).Neuro(50), 76.9).Neurotoxicity);
        Assert.False(Inputs(new Course().Neuro(5, 5).Neuro(50).Neuro(76), 77).Neurotoxicity);
        Assert.Null(Inputs(new Course().Neuro(50), 77).Neurotoxicity);
        Assert.Null(Inputs(new Course().Temperature(5, 37), 10).Neurotoxicity);
    }

    [Fact, Rule("IECHS-3.4h", "columns.csv: events since the pattern was first possible")]
    public void An_event_counts_from_the_beginning_of_the_pattern_and_not_before()
    {
        Course Pattern(double from) => new Course().AddCrs("resolving_or_resolved_crs").Number(-3, "ferritin", 100).Number(from, "ferritin", 12_000)
            .Number(from, "fibrinogen", 1).Number(from, "ast", 400).Word(from, "hemophagocytosis", "present").Yes(from, "alternative_sole_cause", false);
        Assert.Equal(2, Grade(Pattern(Now - 5).Yes(Now - 5, "iechs_directed_therapy")));
        Assert.Equal(1, Grade(Pattern(Now - 5).Yes(Now - 5 - Minute, "iechs_directed_therapy")));
        Assert.Equal(4, Grade(Pattern(Now - 60).Yes(Now - 50, "dialysis_for_aki").Yes(Now - 2, "iechs_directed_therapy")));
        Assert.Equal(1, Grade(Pattern(Now - 5).Yes(Now - 4, "dialysis_for_aki", false)));
    }

    [Fact, Rule("IECHS-3.4h", "columns.csv: events since the pattern was first possible")]
    public void A_pattern_and_an_event_may_begin_at_the_very_instant_of_an_infusion()
    {
        static Course Pattern(double from)
        {
            var course = new Course().AddCrs("resolving_or_resolved_crs").Number(-3, "ferritin", 100).Number(from, "ferritin", 12_000)
                .Number(from, "fibrinogen", 1).Number(from, "ast", 400).Word(from, "hemophagocytosis", "present").Yes(from, "alternative_sole_cause", false);
            course.Infusions.Add(Course.Hour(Now - 60));
            return course.Check(Now - 58, 38.6m).Device(Now - 57, "nasal_cannula", 2).Check(Now - 50, 38.2m).Check(Now - 20).Check(Now - 10).Check(Now - 4).Check(Now);
        }

        Assert.Equal(4, Grade(Pattern(Now - 60).Yes(Now - 60, "dialysis_for_aki")));
        Assert.Equal(1, Grade(Pattern(Now - 60).Yes(Now - 60 - Minute, "dialysis_for_aki")));
    }

    [Theory, Rule("IECHS-3.4h", "columns.csv: events since the pattern was first POSSIBLE or MET")]
    [InlineData(60, 4)]
    [InlineData(60 + Minute, 1)]
    public void An_event_counts_while_the_pattern_was_only_possible(double earlier, int grade) => Assert.Equal(grade, Grade(
        new Course().AddCrs("resolving_or_resolved_crs").Number(-3, "ferritin", 100).Number(Now - 60, "ferritin", 12_000).Number(Now - 60, "fibrinogen", 1)
            .Yes(Now - 60, "alternative_sole_cause", false).Yes(Now - earlier, "dialysis_for_aki").Number(Now - 5, "ast", 400).Word(Now - 5, "hemophagocytosis", "present")));

    [Fact, Rule("IECHS-3.3p", "crs-icans-mas 5; our own proposal")]
    public void What_a_nurse_proposed_is_read_as_a_proposal()
    {
        var facts = new Course().Temperature(5, 38).Word(5.5, "fever_attribution", "infection", provisional: true).WithFallback();
        Assert.Null(((IecHsInputs)IecHsCourse.At(facts, CytopeniaLimits.Proposed, Course.Hour(10)).Pattern.Inputs).NewOrPersistentFever);
    }

    [Fact, Rule("IECHS-3.3r", "specification 1.2, independence")]
    public void What_is_observed_later_changes_nothing_before_it()
    {
        var course = new Course().AddCrs("resolving_or_resolved_crs").Number(Now - 1, "ferritin", 12_000).Number(Now - 1, "fibrinogen", 1);
        var before = ResultText.Of(IecHsCourse.At(course.WithFallback(), CytopeniaLimits.Proposed, Course.Hour(Now)).Pattern);
        course.Number(Now + 1, "ferritin", 100).Check(Now + 2, 40).Yes(Now + 1, "alternative_sole_cause");
        Assert.Equal(before, ResultText.Of(IecHsCourse.At(course.WithFallback(), CytopeniaLimits.Proposed, Course.Hour(Now)).Pattern));
    }

    [Theory, Rule("IECHS-3.3w", "crs-icans-mas 0.3: a bound is never the number")]
    [InlineData("24", IecHsCytopeniaCourse.Worsening)]
    [InlineData("<25", IecHsCytopeniaCourse.Worsening)]
    [InlineData("<26", null)]
    [InlineData("26", IecHsCytopeniaCourse.ExpectedStable)]
    public void A_count_that_may_be_of_grade_4_may_be_worsening(string platelets, IecHsCytopeniaCourse? expected) => Assert.Equal(expected, Inputs(
        Counted().Number(Hour(18), "anc", 3).Number(Hour(18), "platelets", 60).Number(Hour(20), "anc", 3).Number(Hour(20), "platelets", platelets), Hour(20)).CytopeniaCourse);

    [Fact, Rule("IECHS-3.3w", "crs-icans-mas 0.3: a bound is never the number")]
    public void A_count_that_may_be_of_grade_4_is_as_expected_where_no_line_would_hold() => Assert.Equal(IecHsCytopeniaCourse.ExpectedStable, Inputs(
        Counted().Number(Hour(8), "anc", 3).Number(Hour(8), "platelets", 60).Number(Hour(10), "anc", 3).Number(Hour(10), "platelets", "<26"), Hour(10)).CytopeniaCourse);

    static Course Counted() => new Course().Word(-100, "conditioning_dose", "fludarabine").Number(-120, "anc", 3).Number(-120, "platelets", 200);

    static double Hour(int day) => (day * 24) + 1;

    static int? Grade(Course course) => IecHsCourse.At(course.WithFallback(), CytopeniaLimits.Proposed, Course.Hour(Now)).Grade.Low;

    static IecHsInputs Inputs(Course course, double hour) => At(course.WithFallback(), hour);

    static IecHsInputs At(SubjectFacts facts, double hour)
    {
        var (record, moment) = (new SubjectRecord(facts, countProvisional: true), Course.Hour(hour));
        return IecHsWindows.At(record, new ToxicityHistory(record, [moment]), CytopeniaLimits.Proposed, moment);
    }

    static string Word(GradeResult result, int? level) => level is { } known ? result.Scale.Word(known) : "";
}
