using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class IcahtGraderTests
{
    [Fact, Rule("ICAHT-2.3-8", "gvhd-cytopenia-observations 2.3 step 8")]
    public void An_open_window_is_interim_and_a_closed_one_or_day_30_is_final()
    {
        Assert.Contains("INTERIM", IcahtGrader.Early(Course.Neutrophils("0:400", 5)).Flags);
        Assert.Empty(IcahtGrader.Early(Course.Neutrophils("0:400", 5, closed: true)).Flags);
        Assert.Contains("INTERIM", IcahtGrader.Early(Course.Neutrophils(Course.Run(3, 5, 400), 29)).Flags);
        Assert.Empty(IcahtGrader.Early(Course.Neutrophils(Course.Run(3, 5, 400), 30)).Flags);
    }

    [Fact]
    public void Days_that_were_not_filled_are_flagged() =>
        Assert.Equal(["GAP_NOT_FILLED"], IcahtGrader.Early(Course.Neutrophils("0:2000 9:2000", 9, closed: true)).Flags);

    [Fact]
    public void Before_the_infusion_and_before_day_31_nothing_is_graded()
    {
        Assert.Equal((GradeState.NotApplicable, null), Outcome(IcahtGrader.Early(Course.Neutrophils("-3:100", -1))));
        Assert.Equal((GradeState.Determined, 1), Outcome(IcahtGrader.Early(Course.Neutrophils("0:100", 0))));
        Assert.Equal((GradeState.NotApplicable, null), Outcome(IcahtGrader.Late(Course.Neutrophils("31:100", 30))));
        Assert.Equal((GradeState.Determined, 4), Outcome(IcahtGrader.Late(Course.Neutrophils("31:100", 31))));
    }

    [Fact, Rule("ICAHT-2.3-7", "gvhd-cytopenia-observations 2.3 step 7")]
    public void Without_a_count_there_is_no_grade_and_the_count_is_missing()
    {
        var early = IcahtGrader.Early(Course.Neutrophils("-1:100 31:100", 40));
        Assert.Equal((GradeState.NotComputed, null), Outcome(early));
        Assert.Equal(("anc", "01234"), Only(early.Missing));
        Assert.Empty(early.Flags);
        Assert.Empty(early.Drivers);
        var late = IcahtGrader.Late(Course.Neutrophils("30:100 101:100", 120));
        Assert.Equal((GradeState.NotComputed, null), Outcome(late));
        Assert.Equal(("anc", "01234"), Only(late.Missing));
    }

    [Theory]
    [InlineData(0, false, "01")]
    [InlineData(5, false, "01")]
    [InlineData(6, false, "0123")]
    [InlineData(13, false, "01234")]
    [InlineData(0, true, "04")]
    [InlineData(1, true, "014")]
    [InlineData(6, true, "014")]
    [InlineData(7, true, "01234")]
    public void The_grades_that_a_course_without_counts_could_have_are_those_of_every_possible_course(int last, bool closed, string reach)
    {
        var missing = IcahtGrader.Early(Course.Neutrophils("", last, closed)).Missing;
        Assert.Equal(("anc", reach), Only(missing));
        if (last <= 7)
        {
            Assert.Equal(reach, string.Concat(AllCourses(last).Select(counts => IcahtGrader.Early(new() { Counts = counts, EndDay = last, IsClosed = closed }).Low).Distinct().Order()));
        }
    }

    [Fact]
    public void The_counts_of_the_deciding_run_are_the_drivers_in_the_canonical_unit()
    {
        Assert.Equal("0.4 0.3 0.45", Drivers(IcahtGrader.Early(Course.Neutrophils("0:2000 3:400 4:300 4:900 5:450 6:700 7:2000 8:2000 9:400 10:2000 11:2000 12:2000", 12))));
        Assert.Equal("0.09 0.1 0.1 0.1 0.1 0.1 0.05", Drivers(IcahtGrader.Early(Course.Neutrophils("0:2000 1:300 2:90 " + Course.Days(3, 7, 100) + " 8:50 9:300 10:2000 11:2000 12:2000"))));
        Assert.Equal("0.7", Drivers(IcahtGrader.Early(Course.Neutrophils("0:2000 3:700 4:800 7:700"))));
        Assert.Equal("0.502 0.508", Drivers(IcahtGrader.Early(Course.Neutrophils("0:2000 2:2000 3:502 5:508 6:2000 7:2000 8:2000", 8))));
        Assert.Equal("0.3 0.4", Drivers(IcahtGrader.Early(Course.Neutrophils("0:2000 1:300 2:400", 2, closed: true))));
        Assert.Equal("1.4 0.9", Drivers(IcahtGrader.Late(Course.Neutrophils("30:100 35:2000 42:1400 49:900 101:100", 120))));
        Assert.All(IcahtGrader.Early(Course.Neutrophils("0:1")).Drivers, driver => Assert.Equal(("anc", "10*9/L"), (driver.Code, driver.Unit)));
    }

    [Fact]
    public void A_driver_names_the_stored_observation()
    {
        var fact = new Fact(Guid.NewGuid(), "anc", new DateTime(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc));
        var driver = Assert.Single(IcahtGrader.Early(new() { Counts = [new DayValue(0, 90) { Source = fact }], EndDay = 0 }).Drivers);
        Assert.Equal(new Driver("anc", "0.09", "10*9/L", fact.ObservedAt, fact.Id), driver);
    }

    [Theory]
    [InlineData("0:2000 1:<500 2:2000", "1-1")]
    [InlineData("0:2000 1:<501 2:2000", "0-1")]
    [InlineData("0:2000 1:<2000 2:2000", "0-1")]
    [InlineData("0:2000 1:>500 2:2000", "0-0")]
    [InlineData("0:2000 1:>499 2:2000", "0-1")]
    [InlineData("0:2000 1:>499 1:480 2:2000", "1-1")]
    public void A_bound_leaves_a_range_only_where_it_leaves_a_limit_open(string series, string range)
    {
        var result = IcahtGrader.Early(Course.Neutrophils(series, 2));
        Assert.Equal(range, $"{result.Low}-{result.High}");
        Assert.Equal(result.Low == result.High ? GradeState.Determined : GradeState.CannotExclude, result.State);
        Assert.Empty(result.Missing);
    }

    [Fact]
    public void A_late_bound_that_leaves_a_range_confirms_nothing()
    {
        var result = IcahtGrader.Late(Course.Neutrophils("40:<600 50:300", 60));
        Assert.Equal((3, 4), (result.Low, result.High));
        Assert.Empty(result.Flags);
        Assert.Equal((2, 4), (IcahtGrader.Late(Course.Neutrophils("40:<600", 60)).Low, IcahtGrader.Late(Course.Neutrophils("40:<600", 60)).High));
    }

    [Fact]
    public void The_grade_costs_one_object_when_everything_is_known()
    {
        var inputs = Course.Neutrophils(Course.Run(3, 9, 90), 30);
        _ = IcahtGrader.Early(inputs);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
        {
            _ = IcahtGrader.Early(inputs);
            _ = IcahtGrader.Late(inputs);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 200, 1, 80);
    }

    [Theory]
    [InlineData("anc_series", "0:1500 7;300")]
    [InlineData("anc_series", "0:200000.1")]
    [InlineData("end_day", "")]
    [InlineData("end_day", "3.5")]
    [InlineData("closed", "yes")]
    public void A_cell_that_cannot_be_read_is_named(string column, string cell)
    {
        var cells = new Dictionary<string, string> { ["anc_series"] = "0:1500", ["end_day"] = "30", ["closed"] = "true", [column] = cell };
        var thrown = Assert.Throws<CaseInputException>(() => new IcahtCaseTable().Grade(cells));
        Assert.Equal(column, Assert.Single(thrown.Problems).Column);
    }

    [Theory]
    [InlineData("", "5", "||||")]
    [InlineData("0:2000 1:<501 2:2000", "2", "||||")]
    [InlineData("0:200000 40:<600", "60", "0|0|0||")]
    [InlineData("40:100 50:<600", "60", "|||4|")]
    [InlineData("40:100 50:<101", "60", "|||4|")]
    public void What_is_not_determined_is_a_blank_cell(string series, string endDay, string answers) => Assert.Equal(
        answers, string.Join('|', new IcahtCaseTable().Grade(new Dictionary<string, string> { ["anc_series"] = series, ["end_day"] = endDay }).Answers));

    [Theory]
    [InlineData("40:100 50:<600", false, "")]
    [InlineData("40:100 50:<101", false, "")]
    [InlineData("40:100 50:<600 55:<600", false, "")]
    [InlineData("40:100 50:<600 55:200", false, "")]
    [InlineData("40:100 50:<600 55:90", true, "true")]
    [InlineData("40:100 50:<100", true, "true")]
    [InlineData("40:100 50:>100 51:900", false, "false")]
    [InlineData("40:100 50:200", false, "false")]
    [InlineData("40:100", false, "false")]
    public void A_late_grade_is_confirmed_only_for_certain_and_unconfirmed_only_for_certain(string series, bool flagged, string cell)
    {
        var late = IcahtGrader.Late(Course.Neutrophils(series, 60));
        Assert.Equal((GradeState.Determined, 4, flagged), (late.State, late.Low, late.Flags.Contains("CONFIRMED")));
        Assert.Equal(cell, new IcahtCaseTable().Grade(new Dictionary<string, string> { ["anc_series"] = series, ["end_day"] = "60" }).Answers[4]);
        Assert.Equal(cell.Length == 0, late.Sentence.English.Contains("open whether a second day is as low", StringComparison.Ordinal));
    }

    static (GradeState, int?) Outcome(GradeResult result) => (result.State, result.Low);

    static (string, string) Only(IReadOnlyList<MissingInput> missing) => (Assert.Single(missing).Code, string.Concat(missing[0].CouldReach));

    static string Drivers(GradeResult result) => string.Join(' ', result.Drivers.Select(driver => driver.Value));

    /// <summary>Every course of normal, severe and profound days.</summary>
    static IEnumerable<DayValue[]> AllCourses(int last) => Enumerable.Range(0, (int)Math.Pow(3, last + 1)).Select(number =>
        Enumerable.Range(0, last + 1).Select(day => new DayValue(day, (number / (int)Math.Pow(3, day) % 3) switch { 0 => 2000m, 1 => 400m, _ => 50m })).ToArray());
}
