using System.Text;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;
using static CarNkMonitor.Grading.Cytopenia.CytopeniaCategory;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class CytopeniaGraderTests
{
    const string Source = "gvhd-cytopenia-observations 2.7";

    [Theory, Rule("WINDOW-2.7-low", Source)]
    [InlineData(BloodLineage.Neutrophils, 0.999, true)]
    [InlineData(BloodLineage.Neutrophils, 1.0, false)]
    [InlineData(BloodLineage.Neutrophils, 1.001, false)]
    [InlineData(BloodLineage.Platelets, 49.9, true)]
    [InlineData(BloodLineage.Platelets, 50, false)]
    [InlineData(BloodLineage.Platelets, 50.1, false)]
    [InlineData(BloodLineage.Hemoglobin, 79.9, true)]
    [InlineData(BloodLineage.Hemoglobin, 80, false)]
    [InlineData(BloodLineage.Hemoglobin, 80.1, false)]
    public void Low_is_below_the_limit_of_the_lineage(BloodLineage lineage, double value, bool low) =>
        Assert.Equal(low ? ExpectedOngoing : None, Of(FormattableString.Invariant($"7:{(decimal)value}"), 20, lineage).Category);

    [Theory, Rule("WINDOW-2.7-recovery", Source)]
    [InlineData("7:0.3 12:1.0 22:1.0", 12)]
    [InlineData("7:0.3 12:1.0 23:1.0", null)]
    [InlineData("7:0.3 12:1.0 23:1.0 24:1.2", 23)]
    [InlineData("7:0.3 12:1.0 14:0.9 16:1.0", null)]
    [InlineData("7:0.3 12:1.0 14:0.9 16:1.0 18:1.1", 16)]
    [InlineData("3:1.5 5:1.5 7:0.3", null)]
    [InlineData("5:1.5 7:0.3 8:1.5", null)]
    [InlineData("7:0.3 12:1.4", null)]
    [InlineData("7:0.3 12:1.4 12:0.4 13:1.4", null)]
    public void Recovery_is_two_good_measured_days_in_a_row_at_most_10_days_apart(string series, int? day) => Assert.Equal(day, Of(series, 28).RecoveryDay);

    [Theory, Rule("WINDOW-2.7-good", Source)]
    [InlineData(8, 15)]
    [InlineData(9, null)]
    [InlineData(15, null)]
    [InlineData(19, null)]
    [InlineData(20, 15)]
    [InlineData(13, null)]
    [InlineData(12, 19)]
    public void A_transfusion_on_the_day_or_the_6_days_before_makes_a_count_neutral(int transfusion, int? day) =>
        Assert.Equal(day, Of(transfusion == 12 ? "8:18 15:60 19:75 24:80" : "8:18 15:60 19:75", 24, BloodLineage.Platelets, [transfusion]).RecoveryDay);

    [Fact, Rule("WINDOW-2.7-good", Source)]
    public void A_neutral_count_resets_the_recovery_and_a_supported_low_count_stays_low()
    {
        Assert.Null(Of("8:18 10:60 12:60 20:60", 24, BloodLineage.Platelets, [12]).RecoveryDay);
        Assert.Equal(2, Of("8:18 10:60 12:60 20:40 21:45", 24, BloodLineage.Platelets, [20]).LowDaysAgain);
        Assert.Equal(10, Of("8:70 10:85 12:85", 24, BloodLineage.Hemoglobin).RecoveryDay);
        Assert.Null(Of("8:70 10:85 12:85", 24, BloodLineage.Hemoglobin, [9]).RecoveryDay);
    }

    [Fact, Rule("WINDOW-2.7-good", Source)]
    public void Transfusions_are_not_read_for_neutrophils() => Assert.Equal(12, Of("7:0.3 12:1.4 14:1.8", 20, transfusions: [12]).RecoveryDay);

    [Theory, Rule("WINDOW-2.7", Source)]
    [InlineData("7:0.3 30:0.9", 30, ExpectedOngoing)]
    [InlineData("7:0.3 31:0.9", 31, Prolonged)]
    [InlineData("7:0.3 30:0.9", 31, RecoveryUnverified)]
    [InlineData("7:0.3 30:0.9 31:1.0", 31, RecoveryUnverified)]
    [InlineData("7:1.3 30:0.9", 30, ExpectedOngoing)]
    [InlineData("7:1.3 31:0.9", 31, LateOnset)]
    [InlineData("7:1.3 31:0.9 33:1.2 35:1.2", 40, LateOnset)]
    [InlineData("7:1.3 31:0.9 33:1.2 35:1.2 40:0.5", 40, Biphasic)]
    [InlineData("7:0.3 31:0.9 33:1.2 35:1.2", 40, Prolonged)]
    [InlineData("7:0.3 31:1.2 33:1.2", 40, ExpectedResolved)]
    [InlineData("7:0.3 20:1.2 22:1.2 45:0.9", 45, Biphasic)]
    [InlineData("7:0.3 20:1.2 22:1.2 45:0.9", 44, ExpectedResolved)]
    [InlineData("7:0.3 20:1.2 35:0.9 36:1.2 38:1.3", 44, Prolonged)]
    [InlineData("-6:0.3 7:1.2", 28, None)]
    [InlineData("-5:0.3 7:1.2", 28, ExpectedOngoing)]
    [InlineData("7:1.2 7:0.8", 28, ExpectedOngoing)]
    public void The_window_ends_on_day_30_inclusive(string series, int day, CytopeniaCategory category) => Assert.Equal(category, Of(series, day).Category);

    [Theory, Rule("WINDOW-2.7-baseline", Source)]
    [InlineData("0.9", "7:0.1 35:0.6", BaselineCytopenia)]
    [InlineData("1.0", "7:0.1 35:0.6", Prolonged)]
    [InlineData("0.9", "7:0.1 14:1.1 16:1.2", ExpectedResolved)]
    [InlineData("0.9", "7:1.1 9:1.2", ExpectedResolved)]
    [InlineData("0.9", "7:1.1", BaselineCytopenia)]
    [InlineData("0.9", "7:1.1 9:1.2 20:0.5", Biphasic)]
    [InlineData("0.9", "31:0.5 33:1.2 35:1.3", LateOnset)]
    [InlineData("<1", "7:0.1 35:0.6", BaselineCytopenia)]
    [InlineData(">1", "7:0.1 35:0.6", Prolonged)]
    public void A_low_baseline_is_not_evaluable_until_it_recovers(string baseline, string series, CytopeniaCategory category) =>
        Assert.Equal(category, (CytopeniaCategory)CytopeniaGrader.Grade(Inputs(series, 40) with { Baseline = DaySeries.Read("0:" + baseline, 10)[0].Value }).Low!);

    [Fact, Rule("WINDOW-2.7-baseline", "gvhd-cytopenia-observations 2.1 baseline, 2.7")]
    public void A_missing_baseline_counts_as_normal_and_is_flagged()
    {
        var result = CytopeniaGrader.Grade(Inputs("7:0.1 35:0.6", 40) with { Baseline = null });
        Assert.Equal((GradeState.Determined, Prolonged), (result.State, (CytopeniaCategory)result.Low!));
        Assert.Contains("BASELINE_ASSUMED_NORMAL", result.Flags);
    }

    [Theory, Rule("WINDOW-2.7-biphasic", Source)]
    [InlineData("7:0.3 12:1.4 14:1.8 24:0.9", false)]
    [InlineData("7:0.3 12:1.4 14:1.8 24:0.9 25:1.2 28:0.9", true)]
    [InlineData("7:0.3 12:1.4 14:1.8 24:0.9 24:0.8", false)]
    [InlineData("7:0.3 12:1.4 14:1.8", null)]
    public void A_second_dip_is_suspected_with_one_low_day_and_confirmed_with_two(string series, bool? confirmed)
    {
        var result = CytopeniaGrader.Grade(Inputs(series, 30));
        Assert.Equal(confirmed, Of(series, 30).IsConfirmed);
        Assert.Equal(confirmed == true, result.Flags.Contains("CONFIRMED"));
        Assert.Equal(confirmed is not null, CytopeniaGrader.IsSignal(result));
    }

    [Theory, Rule("WINDOW-2.7-flags", Source)]
    [InlineData("7:0.3 30:1.2 32:1.2", "")]
    [InlineData("7:0.3 31:1.2 33:1.2", "RECOVERY_FIRST_SEEN_LATE")]
    [InlineData("7:0.3 31:0.9 33:1.2 35:1.2", "")]
    [InlineData("7:0.5 21:0.3 25:1.2 27:1.2", "")]
    [InlineData("7:0.5 22:0.3 25:1.2 27:1.2", "LATE_NADIR")]
    [InlineData("7:0.3 22:0.3 25:1.2 27:1.2", "")]
    [InlineData("41:0.1 7:0.3 25:1.2 27:1.2", "")]
    public void A_late_recovery_and_a_late_nadir_are_flags_and_no_signals(string series, string flags)
    {
        var result = CytopeniaGrader.Grade(Inputs(series, 40));
        Assert.Equal(flags, string.Join(' ', result.Flags.Order()));
        Assert.Equal(((CytopeniaCategory)result.Low!).IsSignal(), CytopeniaGrader.IsSignal(result));
    }

    [Fact, Rule("WINDOW-2.7-flags", Source)]
    public void A_late_nadir_is_said_of_neutrophils_only() =>
        Assert.Empty(CytopeniaGrader.Grade(Inputs("7:40 22:30", 30, BloodLineage.Platelets)).Flags);

    [Theory, Rule("WINDOW-2.7-depth", Source)]
    [InlineData(13, false)]
    [InlineData(14, true)]
    public void An_early_grade_of_3_exceeds_the_expected_depth_and_is_a_signal_without_changing_the_category(int days, bool exceeds)
    {
        var early = IcahtGrader.Early(Course.Neutrophils(Course.Run(4, days, 400), 28));
        var result = CytopeniaGrader.Grade(Inputs("7:0.3 24:1.2 26:1.3", 28) with { EarlyGrade = early });
        Assert.Equal(ExpectedResolved, (CytopeniaCategory)result.Low!);
        Assert.Equal((exceeds, exceeds), (result.Flags.Contains("EXCEEDS_EXPECTED_DEPTH"), CytopeniaGrader.IsSignal(result)));
    }

    [Fact, Rule("WINDOW-2.7-depth", Source)]
    public void The_sheet_grades_the_depth_from_its_own_series()
    {
        Assert.Contains("EXCEEDS_EXPECTED_DEPTH", FromCells("plt", "-5:180 7:40 10:19 12:60 14:70", "20").Results[0].Flags);
        Assert.DoesNotContain("EXCEEDS_EXPECTED_DEPTH", FromCells("plt", "-5:180 7:40 10:20 12:60 14:70", "20").Results[0].Flags);
        Assert.Contains("EXCEEDS_EXPECTED_DEPTH", FromCells("anc", "0:2 4:0.1 10:0.1 12:1.2 14:1.2", "20").Results[0].Flags);
        Assert.DoesNotContain("EXCEEDS_EXPECTED_DEPTH", FromCells("anc", "0:2 4:0.5 10:0.2 12:1.2 14:1.2", "20").Results[0].Flags);
        Assert.DoesNotContain("EXCEEDS_EXPECTED_DEPTH", FromCells("hgb", "-5:100 7:40 20:40", "20").Results[0].Flags);
    }

    [Fact, Rule("WINDOW-2.7-limits", Source)]
    public void Every_threshold_is_data_of_the_study()
    {
        var inputs = Inputs("7:0.7 12:0.9 20:0.9 24:0.9", 26) with { Limits = new() { Neutrophils = 0.8m, LastExpectedDay = 6, DaysBetweenGoodCounts = 4, LateNadirAfterDay = 5, ExceedingGrade = 1 } };
        var result = CytopeniaGrader.Grade(inputs with { EarlyGrade = IcahtGrader.Early(Course.Neutrophils("0:400", 0)) });
        Assert.Equal((LateOnset, "EXCEEDS_EXPECTED_DEPTH LATE_NADIR"), ((CytopeniaCategory)result.Low!, string.Join(' ', result.Flags.Order())));
        Assert.Equal(20, CytopeniaCourse.AllOf(inputs).Single().RecoveryDay);
        Assert.Equal(12, Of("8:18 12:60 14:60", 20, BloodLineage.Platelets, [11], new() { TransfusionFreeDays = 1 }).RecoveryDay);
        Assert.Equal(8, Of("7:0.7 8:60 12:60", 20, BloodLineage.Platelets, limits: new() { Platelets = 30 }).RecoveryDay);
        Assert.Equal(None, Of("7:75", 20, BloodLineage.Hemoglobin, limits: new() { Hemoglobin = 70 }).Category);
    }

    [Fact]
    public void Before_conditioning_nothing_is_judged()
    {
        Assert.Equal(GradeState.NotApplicable, CytopeniaGrader.Grade(Inputs("-6:0.3", -6)).State);
        Assert.Equal(GradeState.Determined, CytopeniaGrader.Grade(Inputs("-5:0.3", -5)).State);
    }

    [Fact]
    public void Without_a_count_nothing_is_called_normal()
    {
        var result = CytopeniaGrader.Grade(Inputs("-6:0.3 29:0.3", 28));
        Assert.Equal((GradeState.NotComputed, null), (result.State, result.Low));
        Assert.Equal("anc: none expected_resolved expected_ongoing biphasic", Reach(result));
        Assert.Equal("anc: none expected_resolved recovery_unverified late_onset prolonged biphasic", Reach(CytopeniaGrader.Grade(Inputs("", 60))));
        Assert.Equal("anc: expected_resolved baseline_cytopenia biphasic", Reach(CytopeniaGrader.Grade(Inputs("", 28) with { Baseline = 0.5m })));
        Assert.Equal("platelets: none expected_ongoing", Reach(CytopeniaGrader.Grade(Inputs("", 3, BloodLineage.Platelets) with { TransfusionDays = [-5, 1] })));
    }

    [Theory]
    [InlineData("7:0.3 12:<0.1 20:1.2 22:1.2", "expected_resolved")]
    [InlineData("7:0.3 12:1.2 14:<2 20:1.2", "expected_ongoing|expected_resolved")]
    [InlineData("7:0.3 12:1.2 14:1.2 20:<2", "biphasic|expected_resolved")]
    [InlineData("7:<2", "expected_ongoing|none")]
    [InlineData("7:>1", "none")]
    public void A_bound_leaves_the_category_open_only_where_it_leaves_its_limit_open(string series, string categories)
    {
        var (inputs, words) = (Inputs(series, 28), CnkCytopenia.Words);
        var result = CytopeniaGrader.Grade(inputs);
        Assert.Equal(categories, string.Join('|', CytopeniaCourse.AllOf(inputs).Select(course => words.Word((int)course.Category)).Distinct().Order()));
        Assert.Equal(categories.Contains('|', StringComparison.Ordinal) ? GradeState.CannotExclude : GradeState.Determined, result.State);
        Assert.Empty(result.Missing);
    }

    [Fact]
    public void A_bounded_baseline_that_leaves_its_limit_open_leaves_the_category_open()
    {
        var result = CytopeniaGrader.Grade(Inputs("7:0.1 35:0.6", 40) with { Baseline = new Measured(2, Comparator.Below) });
        Assert.Equal((BaselineCytopenia, Prolonged), ((CytopeniaCategory)result.Low!, (CytopeniaCategory)result.High!));
        Assert.False(CytopeniaGrader.IsSignal(result));
    }

    [Theory]
    [InlineData("7:0.3 10:0.2 14:1.2 16:1.3 20:2", "0.3 0.2 1.2 1.3")]
    [InlineData("7:1.3 10:1.2 14:1.4", "1.2")]
    public void Low_counts_and_the_two_good_ones_are_the_drivers(string series, string values)
    {
        var drivers = CytopeniaGrader.Grade(Inputs(series, 28)).Drivers;
        Assert.Equal(values, string.Join(' ', drivers.Select(driver => driver.Value)));
        Assert.All(drivers, driver => Assert.Equal(("anc", "10*9/L"), (driver.Code, driver.Unit)));
        Assert.Equal(("hgb", "g/L"), CytopeniaGrader.Grade(Inputs("7:75", 28, BloodLineage.Hemoglobin)).Drivers.Select(driver => (driver.Code, driver.Unit)).Single());
    }

    [Theory]
    [InlineData("lineage", "wbc", "lineage")]
    [InlineData("lineage", "", "lineage")]
    [InlineData("ld1_day", "", "ld1_day")]
    [InlineData("ld1_day", "1", "ld1_day")]
    [InlineData("eval_day", "", "eval_day")]
    [InlineData("series", "7=0.3", "series")]
    [InlineData("series", "7:200.1", "series")]
    [InlineData("baseline", "-1", "baseline")]
    [InlineData("baseline", "201", "baseline")]
    [InlineData("transfusion_days", "x", "transfusion_days")]
    public void A_cell_that_cannot_be_read_is_named(string column, string cell, string named)
    {
        var cells = Cells("anc", "7:0.3", "28");
        cells[column] = cell;
        Assert.Equal(named, Assert.Single(Assert.Throws<CaseInputException>(() => new CytopeniaWindowCaseTable().Grade(cells)).Problems).Column);
    }

    [Fact]
    public void A_haemoglobin_in_another_unit_is_refused_with_the_right_unit() => Assert.Contains(
        "8.1 is not possible for hgb; allowed: 10 to 250 g/L", Assert.Throws<CaseInputException>(() => FromCells("hgb", "7:8.1", "28")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "||")]
    [InlineData("7:0.3 12:1.2 14:1.2 20:<2", "||12")]
    [InlineData("7:0.3 12:1.2 14:<2 20:1.2", "||")]
    [InlineData("7:0.3 12:1.2 14:1.2 20:0.5", "biphasic|suspected|12")]
    public void What_is_not_determined_is_a_blank_cell(string series, string answers) => Assert.Equal(answers, string.Join('|', FromCells("anc", series, "28").Answers));

    [Fact]
    public void The_category_costs_one_object_when_everything_is_known()
    {
        var inputs = Inputs("-5:3.0 0:1.5 3:0.9 7:0.3 10:0.2 14:0.6 17:1.1 19:1.6 24:2.0 28:2.4", 28);
        _ = CytopeniaGrader.Grade(inputs);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
        {
            _ = CytopeniaGrader.Grade(inputs);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, 80);
    }

    [Fact]
    public void A_recovery_on_the_last_expected_day_is_not_a_late_one_and_of_a_count_at_the_limit_nothing_is_said()
    {
        var (last, limit) = (CytopeniaLimits.Proposed.LastExpectedDay, CytopeniaLimits.Proposed.LowBelow(BloodLineage.Neutrophils));
        string Said(string series) => CytopeniaGrader.Grade(Inputs(series, 45)).Sentence.English;
        Assert.StartsWith("Expected after conditioning", Said($"7:0.3 {last}:1.2 {last + 2}:1.2"), StringComparison.Ordinal);
        Assert.Contains("recovery first seen on day", Said($"7:0.3 {last + 1}:1.2 {last + 3}:1.2"), StringComparison.Ordinal);
        Assert.Equal(["0.3", "1.2", "1.3"], CytopeniaGrader.Grade(Inputs($"7:0.3 12:1.2 14:1.3 16:{limit}", 20)).Drivers.Select(driver => driver.Value));
    }

    [Fact]
    public void A_flag_that_only_one_of_several_possible_courses_has_is_not_given()
    {
        var last = CytopeniaLimits.Proposed.LastExpectedDay;
        var late = CytopeniaGrader.Grade(Inputs($"7:0.3 {last + 1}:1.2 {last + 3}:1.2", 45));
        Assert.Contains(CytopeniaFlag.RecoveryFirstSeenLate, late.Flags);
        var open = CytopeniaGrader.Grade(Inputs($"7:0.3 {last + 1}:1.2 {last + 3}:1.2 {last + 4}:<2", 45));
        Assert.NotEqual(open.Low, open.High);
        Assert.DoesNotContain(CytopeniaFlag.RecoveryFirstSeenLate, open.Flags);
    }

    [Fact]
    public void A_depth_beyond_expectation_hides_neither_the_order_for_a_count_nor_that_nothing_can_be_judged()
    {
        var deep = IcahtGrader.Early(Course.Neutrophils(Course.Run(4, 14, 400), 28));
        var unverified = CytopeniaGrader.Grade(Inputs("7:0.3", 40) with { EarlyGrade = deep }).Sentence.English;
        Assert.Contains("early grade 3", unverified, StringComparison.Ordinal);
        Assert.EndsWith("order a blood count.", unverified, StringComparison.Ordinal);
        Assert.Contains("not evaluable", CytopeniaGrader.Grade(Inputs("7:0.3", 28) with { EarlyGrade = deep, Baseline = 0.5m }).Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sentence_is_the_approved_one()
    {
        var text = new StringBuilder();
        var deep = IcahtGrader.Early(Course.Neutrophils(Course.Run(4, 14, 400), 28));
        foreach (var result in (GradeResult[])
        [
            CytopeniaGrader.NotAssessed,
            .. new[]
            {
                ("", -6), ("", 12), ("7:<2", 12), ("7:1.2", 28), ("7:0.3 12:1.2 14:1.2", 28), ("7:0.3 31:1.2 33:1.2", 40), ("7:0.3", 12), ("7:0.3", 40),
                ("7:1.2 35:0.3", 40), ("7:1.2 35:0.3 37:1.2 39:1.2", 40), ("7:0.3 35:0.3", 40), ("7:0.3 35:0.3 37:1.2 39:1.2", 40),
                ("7:0.3 12:1.2 14:1.2 20:0.3", 28), ("7:0.3 12:1.2 14:1.2 20:0.3 22:0.3", 28),
            }.Select(course => CytopeniaGrader.Grade(Inputs(course.Item1, course.Item2))),
            CytopeniaGrader.Grade(Inputs("7:0.3 12:1.2", 28) with { Baseline = 0.5m }),
            CytopeniaGrader.Grade(Inputs("7:1.3 12:1.2", 28) with { Baseline = 0.5m }),
            CytopeniaGrader.Grade(Inputs("7:0.3", 28) with { EarlyGrade = deep }),
            CytopeniaGrader.Grade(Inputs("7:0.3 35:0.3", 40) with { EarlyGrade = deep }),
            CytopeniaGrader.Grade(Inputs("7:0.3", 40) with { EarlyGrade = deep }),
            CytopeniaGrader.Grade(Inputs("7:0.3", 28) with { EarlyGrade = deep, Baseline = 0.5m }),
            CytopeniaGrader.Grade(Inputs("7:30 12:60 14:60", 28, BloodLineage.Platelets)),
            CytopeniaGrader.Grade(Inputs("7:70 35:70", 40, BloodLineage.Hemoglobin)),
        ])
        {
            text.Append(null, $"{result.Sentence.English}\n{result.Sentence.In(Sentence.Chinese)}\n");
        }

        Approved.File("cytopenia-window/sentences.txt", text.ToString());
    }

    [Fact]
    public void Both_sides_of_every_limit_are_the_approved_ones()
    {
        var text = string.Concat(Limits().Select(one => $"{one.What,-62} {string.Join('|', new CytopeniaWindowCaseTable().Grade(one.Cells).Answers)}\n"));
        Approved.File("cytopenia-window/limits.txt", text);
        Approved.Block("criteria/cytopenia-window.md", "limits", $"```text\n{text}```\n");
    }

    static IEnumerable<(string What, Dictionary<string, string> Cells)> Limits()
    {
        foreach (var (lineage, limit, step) in ((string, decimal, decimal)[])[("anc", 1.0m, 0.1m), ("plt", 50, 1), ("hgb", 80, 1)])
        {
            foreach (var value in (decimal[])[limit - step, limit, limit + step])
            {
                yield return (FormattableString.Invariant($"{lineage} {value} on day 30"), Cells(lineage, FormattableString.Invariant($"30:{value}"), "30"));
                yield return (FormattableString.Invariant($"{lineage} {value} on day 31"), Cells(lineage, FormattableString.Invariant($"31:{value}"), "31"));
            }
        }

        foreach (var gap in (int[])[9, 10, 11])
        {
            yield return ($"anc, two good counts {gap} days apart", Cells("anc", FormattableString.Invariant($"7:0.3 10:1 {10 + gap}:1"), "30"));
        }

        foreach (var since in (int[])[0, 1, 5, 6, 7, 8])
        {
            var cells = Cells("plt", "2:30 20:50 22:50", "30");
            cells["transfusion_days"] = FormattableString.Invariant($"{20 - since}");
            yield return ($"plt, first of two good counts {since} days after a transfusion", cells);
        }

        foreach (var day in (int[])[29, 30, 31])
        {
            yield return ($"anc, recovered on day {day}", Cells("anc", FormattableString.Invariant($"7:0.3 {day}:1 {day + 2}:1"), "40"));
            yield return ($"anc, evaluated on day {day} after one low count", Cells("anc", "7:0.3", FormattableString.Invariant($"{day}")));
        }
    }

    static CaseResult FromCells(string lineage, string series, string day) => new CytopeniaWindowCaseTable().Grade(Cells(lineage, series, day));

    static Dictionary<string, string> Cells(string lineage, string series, string day) =>
        new() { ["lineage"] = lineage, ["ld1_day"] = "-5", ["baseline"] = lineage == "anc" ? "3" : "150", ["series"] = series, ["eval_day"] = day };

    static CytopeniaCourse Of(string series, int day, BloodLineage lineage = BloodLineage.Neutrophils, int[]? transfusions = null, CytopeniaLimits? limits = null)
    {
        var inputs = Inputs(series, day, lineage) with { TransfusionDays = transfusions ?? [], Limits = limits ?? CytopeniaLimits.Proposed };
        var course = CytopeniaCourse.AllOf(inputs).Single();
        Assert.Equal(((int?)course.Category, GradeState.Determined), (CytopeniaGrader.Grade(inputs).Low, CytopeniaGrader.Grade(inputs).State));
        return course;
    }

    static CytopeniaInputs Inputs(string series, int day, BloodLineage lineage = BloodLineage.Neutrophils) => new()
    {
        Lineage = lineage, ConditioningDay = -5, EvaluationDay = day, Baseline = lineage == BloodLineage.Neutrophils ? 3m : 150m, Counts = DaySeries.Read(series, 3000),
    };

    static string Reach(GradeResult result) =>
        $"{Assert.Single(result.Missing).Code}: {string.Join(' ', result.Missing[0].CouldReach.Select(CnkCytopenia.Words.Word))}";
}
