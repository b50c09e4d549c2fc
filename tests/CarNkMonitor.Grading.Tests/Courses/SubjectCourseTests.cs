using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.IecHs;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Courses;

/// <summary>Which tables a run gives, and that the settings of the study reach them.</summary>
public sealed class SubjectCourseTests
{
    static readonly DateTime[] Moments = [Course.Hour(30), Course.Hour(10)];

    static readonly Course Sick = new Course().Check(1).Check(9, 38.5m).Number(9, "anc", 0.3m).Number(9, "platelets", 40).Number(9, "ferritin", 5000);

    [Fact, Rule("COURSE-5", "gvhd-cytopenia-observations 9: criteria ids")]
    public void Every_table_that_reads_a_record_is_in_the_run_and_each_part_once()
    {
        var all = SubjectCourse.Over(Sick.Facts, CourseSettings.Default, Moments);
        Assert.Equal(all.Count, all.DistinctBy(course => (course.Criteria, course.Part)).Count());
        Assert.Equal(
            [
                "ASTCT-CRS-2019", "ASTCT-ICANS-2019", "IECHS-2023", "CNK-MAS-1", "HLH-2004", "HSCORE-2014", "CARTOX-HLH-2018", "EULAR-MAS-2016", "MAGIC-2016", "CTCAE-5.0", "FN-IDSA-2010",
                "ICAHT-2023", "T-ICAHT-2025", "ANC-PHENOTYPE-2021", "CNK-CYTOPENIA-1", "NEWS2-2017", "QSOFA-2016", "CAR-HEMATOTOX-2021", "EASIX-2017", "M-EASIX-2021", "S-EASIX-2021",
            ],
            all.Select(course => course.Criteria).Distinct());
        Assert.Equal(Ctcae5.Hematology.Count + Ctcae5.Chemistry.Count + 1, all.Count(course => course.Criteria == Ctcae5.Criteria));
    }

    [Fact, Rule("COURSE-6", "model.md, assessments: pure function of facts, settings and a moment")]
    public void Results_stand_in_the_order_of_the_moments_and_carry_episodes()
    {
        var crs = SubjectCourse.Over(Sick.Facts, CourseSettings.Default, Moments)[0];
        Assert.Equal(Moments, crs.Results.Select(one => one.Moment));
        Assert.Equal((1, Course.Hour(9)), (crs.Results[1].Result.Low, crs.Results[1].OnsetAt));
        Assert.Equal(crs.Results.Select(one => ResultText.Of(one.Result)), [Sick.Grade(30), Sick.Grade(10)]);
    }

    [Fact, Rule("COURSE-7", "gvhd-cytopenia-observations 2.2: never mix editions in one study")]
    public void The_edition_of_CTCAE_is_the_one_in_force()
    {
        string Grade(string id) => ResultText.Of(SubjectCourse.Over(Sick.Facts, new CourseSettings { Criteria = new HashSet<string> { id } }, [Course.Hour(10)])
            .Single(course => course.Part == "neutrophil count decreased").Results[0].Result);
        Assert.Equal(("4", "3"), (Grade("CTCAE-5.0"), Grade("CTCAE-6.0")));
    }

    [Fact, Rule("COURSE-8", "model.md, study settings")]
    public void Only_tables_in_force_are_graded_and_thresholds_of_the_study_count()
    {
        var settings = new CourseSettings { Criteria = new HashSet<string> { MasSignal.Criteria }, Mas = MasThresholds.Default with { FerritinStrongFrom = 4000 } };
        var signal = Assert.Single(SubjectCourse.Over(Sick.Facts, settings, [Course.Hour(10)]));
        var usual = Assert.Single(SubjectCourse.Over(Sick.Facts, settings with { Mas = MasThresholds.Default }, [Course.Hour(10)]));
        Assert.Equal(((int)MasLevel.Amber, (int)MasLevel.None), (signal.Results[0].Result.Low, usual.Results[0].Result.Low));
    }

    [Fact, Rule("COURSE-11", "crs-icans-mas 5: what a nurse proposes is no cause yet")]
    public void In_the_run_of_all_tables_a_cause_that_nobody_has_countersigned_is_a_proposal_as_well()
    {
        bool? Fever(bool provisional) => ((IecHsInputs)SubjectCourse.Over(
            new Course().Check(9, 38.5m).Word(9.5, "fever_attribution", "infection", provisional: provisional).Facts, CourseSettings.Default, [Course.Hour(10)])
            .First(course => course.Criteria == IecHsPattern.Criteria).Results[0].Result.Inputs).NewOrPersistentFever;
        Assert.Equal((null, false), (Fever(provisional: true), Fever(provisional: false)));
    }

    [Fact, Rule("COURSE-10", "docs/criteria/crs.md: statements of one instant")]
    public void Of_two_statements_of_one_instant_the_one_that_leaves_the_finding_to_the_table_counts()
    {
        Course Stated(params string[] words) => words.Aggregate(new Course().Check(9, 38.5m), (course, word) => course.Word(9, "fever_attribution", word));
        Assert.Equal("0", Stated("infection").Grade(9));
        Assert.All(new[] { Stated("infection", "crs"), Stated("crs", "infection"), Stated("unattributed", "tumour") }, course => Assert.Equal("1", course.Grade(9)));
    }

    [Theory, Rule("COURSE-9", "gvhd-cytopenia-observations 2.2")]
    [InlineData("CTCAE-4.0", "There is no table with the criteria id 'CTCAE-4.0'; known: ASTCT-CRS-2019,*")]
    [InlineData("CTCAE-6.0", "CTCAE-5.0 and CTCAE-6.0 cannot be in force together: a study uses one edition.")]
    public void An_unknown_table_and_two_editions_are_refused(string id, string expected)
    {
        var settings = new CourseSettings { Criteria = new HashSet<string>(CourseSettings.Default.Criteria) { id } };
        var refused = Assert.Throws<ArgumentException>(() => SubjectCourse.Over(Sick.Facts, settings, Moments));
        Assert.Matches("^" + System.Text.RegularExpressions.Regex.Escape(expected).Replace("\\*", ".*", StringComparison.Ordinal) + "$", refused.Message);
    }

    [Fact, Rule("COURSE-6", "model.md, assessments: pure function of facts, settings and a moment")]
    public void A_subject_without_anything_has_no_grade_anywhere() => Assert.All(
        SubjectCourse.Over(new Course { AgeInDays = null }.Facts, CourseSettings.Default, [Course.Hour(10)]),
        course => Assert.Contains(course.Results[0].Result.State, new[] { GradeState.NotAssessed, GradeState.NotApplicable }));
}
