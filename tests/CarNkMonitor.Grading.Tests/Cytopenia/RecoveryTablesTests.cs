using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Cases;
using static CarNkMonitor.Grading.Tests.Cytopenia.RecoverySteps;
using Xunit;
using Timeline = CarNkMonitor.Grading.Tests.Crs.Course;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

/// <summary>The tables of recovery from raw timed counts: the worked cases, and what the record derives.</summary>
public sealed class RecoveryTablesTests
{
    public static IEnumerable<TheoryDataRow<string>> IcahtCases => WorkedCases.Ids("icaht");
    public static IEnumerable<TheoryDataRow<string>> TicahtCases => WorkedCases.Ids("ticaht");
    public static IEnumerable<TheoryDataRow<string>> PhenotypeCases => WorkedCases.Ids("phenotype");
    public static IEnumerable<TheoryDataRow<string>> WindowCases => WorkedCases.Ids("cytopenia-window");

    [Theory, MemberData(nameof(IcahtCases)), Rule("ICAHT-2.3h", "columns.csv: icaht")]
    public void ICAHT_emerges_from_raw_timed_counts(string id)
    {
        var row = WorkedCases.Row("icaht", id);
        var end = (int)row.Number("end_day")!.Value;
        var course = RecoverySteps.Icaht(row);
        var (early, late) = (RecoveryTables.EarlyIcaht(course.Facts, Moment(end)), RecoveryTables.LateIcaht(course.Facts, Moment(end)));
        Assert.Equal((row["expected_early_grade"], row["expected_late_grade"]), (Level(early), Level(late)));
    }

    [Theory, MemberData(nameof(TicahtCases)), Rule("TICAHT-2.4h", "columns.csv: ticaht")]
    public void T_ICAHT_emerges_from_raw_timed_counts(string id)
    {
        var row = WorkedCases.Row("ticaht", id);
        var course = RecoverySteps.Ticaht(row);
        Assert.Equal(row["expected_early_grade"], Level(RecoveryTables.Ticaht(course.Facts, Moment((int)row.Number("end_day")!.Value))));
    }

    [Theory, MemberData(nameof(PhenotypeCases)), Rule("PHE-2.5h", "columns.csv: phenotype")]
    public void The_phenotype_emerges_from_raw_timed_counts(string id)
    {
        var row = WorkedCases.Row("phenotype", id);
        var course = RecoverySteps.Phenotype(row);
        Assert.Equal(row["expected_phenotype"], Level(RecoveryTables.Phenotype(course.Facts, Moment((int)row.Number("end_day")!.Value))));
    }

    [Theory, MemberData(nameof(WindowCases)), Rule("WIN-2.7h", "columns.csv: cytopenia-window")]
    public void The_expected_window_emerges_from_raw_timed_counts(string id)
    {
        var row = WorkedCases.Row("cytopenia-window", id);
        var (lineage, course) = (RecoverySteps.Lineage(row), RecoverySteps.Window(row));
        var result = RecoveryTables.Window(course.Facts, lineage, CytopeniaLimits.Proposed, Moment((int)row.Number("eval_day")!.Value));
        Assert.Equal(row["expected_category"], Level(result));
    }

    [Fact, Rule("WIN-2.7i", "gvhd-cytopenia-observations 2.7: counts since conditioning began")]
    public void A_low_count_between_conditioning_and_the_infusion_counts_in_the_window_alone()
    {
        var facts = new Timeline().Word(-100, "conditioning_dose", "fludarabine").Number(-120, "anc", 3).Number(-48, "anc", 0.3m).Number(30, "anc", 2).Number(78, "anc", 2).Facts;
        Assert.Equal("expected_resolved", Level(RecoveryTables.Window(facts, BloodLineage.Neutrophils, CytopeniaLimits.Proposed, Timeline.Hour(80))));
        Assert.Equal("0", Level(RecoveryTables.EarlyIcaht(facts, Timeline.Hour(80))));
    }

    [Fact, Rule("ICAHT-2.3i", "crs-icans-mas 0.3 item 7")]
    public void Before_the_infusion_nothing_applies_and_without_a_count_since_day_0_nothing_is_assessed()
    {
        var facts = new Timeline().Number(-3, "anc", 0.3m).Number(-3, "platelets", 10).Facts;
        Func<DateTime, GradeResult>[] tables =
        [
            at => RecoveryTables.EarlyIcaht(facts, at), at => RecoveryTables.Ticaht(facts, at), at => RecoveryTables.Phenotype(facts, at),
            at => RecoveryTables.Window(facts, BloodLineage.Neutrophils, CytopeniaLimits.Proposed, at),
        ];
        Assert.All(tables, table => Assert.Equal((GradeState.NotApplicable, GradeState.NotAssessed), (table(Timeline.Hour(-1)).State, table(Timeline.Hour(5)).State)));
        Assert.Equal(GradeState.NotApplicable, RecoveryTables.LateIcaht(facts, Timeline.Hour(5)).State);
    }

    [Fact, Rule("ICAHT-2.3j", "gvhd-cytopenia-observations 0.3: days of the site's calendar")]
    public void Days_are_calendar_days_of_the_zone()
    {
        // The infusion is at 9:00 in UTC and at 17:00 in Shanghai, where the evening in UTC is already the next morning.
        var course = new Timeline().Number(14.4, "anc", 0.4m).Number(20, "anc", 0.4m).Number(30, "anc", 2).Number(40, "anc", 2);
        Assert.Equal([0, 1, 1, 2], Days(course));
        course.Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        Assert.Equal([1, 1, 1, 2], Days(course));

        static IEnumerable<int> Days(Timeline course) =>
            RecoveryCourse.At(new SubjectRecord(course.Facts, countProvisional: true), Timeline.Hour(40))!.Counts("anc", fromConditioning: false).Select(count => count.Day);
    }

    [Fact, Rule("ICAHT-2.3k", "gvhd-cytopenia-observations 0.3: a second infusion does not restart")]
    public void Only_an_infusion_after_new_conditioning_starts_a_new_course()
    {
        var course = Counts(new Timeline().Word(-96, "conditioning_dose", "fludarabine"), "anc", "0:2000 1:400 2:400 3:400 8:400 9:2000", 1000);
        course.Infusions.Add(Timeline.Hour(7 * 24));
        Assert.Equal("2", Level(RecoveryTables.EarlyIcaht(course.Facts, Moment(10))));
        course.Word((6 * 24) + 1, "conditioning_dose", "cyclophosphamide");
        Assert.Equal("1", Level(RecoveryTables.EarlyIcaht(course.Facts, Moment(10))));
    }

    [Theory, Rule("ICAHT-2.3l", "columns.csv: end_day, closed")]
    [InlineData("death", "other", 16, true)]
    [InlineData("progression", "relapse", 16, true)]
    [InlineData("new_antineoplastic", "antineoplastic", 16, true)]
    [InlineData("new_antineoplastic", "conditioning", 15, true)]
    [InlineData("stem_cell_boost", "boost", 16, true)]
    [InlineData("conditioning_dose", "fludarabine", 15, true)]
    [InlineData("icu_transfer", "in", 20, false)]
    public void An_event_closes_the_window_on_its_day_and_new_conditioning_on_the_day_before(string code, string word, int endDay, bool isClosed)
    {
        var course = new Timeline().Number(1, "anc", 2).Word(At(16), code, word);
        var recovery = RecoveryCourse.At(new SubjectRecord(course.Facts, countProvisional: true), Moment(20))!;
        Assert.Equal((endDay, isClosed), (recovery.EndDay, recovery.IsClosed));
    }

    [Fact, Rule("ICAHT-2.3m", "specification 1.2, independence")]
    public void What_is_observed_later_changes_nothing_before_it()
    {
        var course = Counts(new Timeline(), "anc", "0:2000 1:400 2:400 3:400 4:2000", 1000);
        var before = Level(RecoveryTables.EarlyIcaht(course.Facts, Moment(4)));
        Assert.Equal(before, Level(RecoveryTables.EarlyIcaht(course.Word(At(6), "death", "other").Number(At(5), "anc", 0.1m).Facts, Moment(4))));
    }

    [Fact, Rule("WIN-2.7i", "gvhd-cytopenia-observations 2.1: baseline")]
    public void The_baseline_is_the_last_count_before_conditioning_and_else_before_the_infusion()
    {
        static Measured? Baseline(Timeline course) =>
            RecoveryCourse.At(new SubjectRecord(course.Facts, countProvisional: true), Moment(1))!.Baseline("anc")?.Measured;
        Assert.Equal(3, Baseline(new Timeline().Number(-130, "anc", 3).Word(-120, "conditioning_dose", "fludarabine").Number(-20, "anc", 0.9m))!.Value.Value);
        Assert.Equal(0.9m, Baseline(new Timeline().Word(-120, "conditioning_dose", "fludarabine").Number(-20, "anc", 0.9m))!.Value.Value);
        Assert.Null(Baseline(new Timeline().Number(2, "anc", 1)));
    }

    static readonly IFormatProvider Inv = System.Globalization.CultureInfo.InvariantCulture;

    static string Level(GradeResult result) => result.State == GradeState.Determined ? result.Scale.Word(result.Low!.Value) : "";
}
