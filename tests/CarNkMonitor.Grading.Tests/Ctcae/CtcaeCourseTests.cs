using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Grading.Tests.Cases;
using CarNkMonitor.Grading.Tests.Courses;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Ctcae;

/// <summary>CTCAE terms from raw timed observations: the worked cases of both editions, and what the record derives.</summary>
public sealed class CtcaeCourseTests
{
    const double Minute = 1.0 / 60;
    const double Now = 20;

    static readonly string[] Files = ["ctcae-heme", "ctcae-chem", "ctcae6-heme", "ctcae6-chem"];
    static readonly string[] Statements = ["anemia", "hypertriglyceridemia"];

    public static IEnumerable<TheoryDataRow<string, string>> Cases => from name in Files
        from row in WorkedCases.Read(name)
        where IsInTheRecord(row)
        select new TheoryDataRow<string, string>(name, row["case_id"]);

    /// <summary>Statements that the catalogue has no entry for, and a bleeding that is called so without a prolonged clotting time.</summary>
    static bool IsInTheRecord(CaseRow row) =>
        (row.Flag("transfusion_indicated") != true || row["term"] == "anemia") && (row.Flag("life_threatening") != true || Statements.Contains(row["term"]))
        && !(row.Cells.TryGetValue("bleeding", out var bleeding) && bleeding == "true");

    [Theory, MemberData(nameof(Cases)), Rule("CTCAE-2.1h", "columns.csv: ctcae-heme, ctcae-chem")]
    public void The_grade_emerges_from_raw_timed_facts(string name, string id)
    {
        var row = WorkedCases.Row(name, id);
        var term = name.StartsWith("ctcae6", StringComparison.Ordinal) ? Ctcae6.Find(row["term"])! : Ctcae5.Find(row["term"])!;
        var course = new Course().Word(-120, "conditioning_dose", "fludarabine");
        _ = row.Flag("on_anticoagulation") == true ? course.Word(-10, "anticoagulant", "stop").Word(-5, "anticoagulant", "start") : course;
        _ = row.Flag("transfusion_indicated") == true ? course.Yes(Now - 1, "transfusion_indicated") : course;
        _ = row.Flag("life_threatening") == true ? course.Word(Now - 1, "life_threatening_judgement", row["term"]) : course;
        var (facts, unit) = (course.Facts, row["unit"]);
        facts = row.Number("baseline") is { } before ? Reported(facts, -130, term, before, unit, BaselineLimits(row, before)) : facts;
        facts = row.Number("value") is { } value ? Reported(facts, Now - 1, term, value, unit, new ReferenceRange(row.Number("lln"), row.Number("uln"))) : facts;
        var result = CtcaeCourse.At(facts, term, Course.Hour(Now));
        Assert.Equal(row["expected_grade"], result.State == GradeState.Determined ? $"{result.Low}" : "");
    }

    static ReferenceRange BaselineLimits(CaseRow row, decimal before) => new(
        row.Cells.TryGetValue("baseline_low", out var low) && low == "true" ? before + 0.1m : 0,
        row.Flag("baseline_high") == true ? before - 0.1m : before);

    static SubjectFacts Reported(SubjectFacts facts, double hour, LabCriterion term, decimal value, string unit, ReferenceRange limits) =>
        facts.Reported(hour, term.Code, QuantityRules.Find(term.Code)!.ToCanonical(value, unit) ?? value, new ReportedValue(value, unit, limits));

    [Fact, Rule("CTCAE-2.1i", "docs/criteria/ctcae-5.md: over time")]
    public void A_value_stands_for_its_carry_forward_time_and_then_nothing_is_assessed()
    {
        var course = new Course().Number(100, "anc", 0.3m);
        Assert.Equal("4", Grade(course, Ctcae5.NeutrophilCountDecreased, 172 - Minute));
        Assert.Equal("NotAssessed", Grade(course, Ctcae5.NeutrophilCountDecreased, 172));
        Assert.Equal("NotAssessed", Grade(course, Ctcae5.PlateletCountDecreased, 101));
        Assert.Equal("3", Grade(course, Ctcae6.NeutrophilCountDecreased, 101));
    }

    [Fact, Rule("CTCAE-2.1j", "docs/criteria/ctcae-5.md: over time")]
    public void Without_an_infusion_values_are_graded_as_well()
    {
        var course = new Course().Number(-200, "anc", 0.3m);
        Assert.Equal("4", Grade(course, Ctcae5.NeutrophilCountDecreased, -199));
        course.Infusions.Clear();
        Assert.Equal("4", Grade(course, Ctcae5.NeutrophilCountDecreased, -199));
    }

    [Fact, Rule("CTCAE-2.1k", "gvhd-cytopenia-observations 2.1: baseline")]
    public void The_baseline_is_the_last_value_before_LD1_and_else_before_the_infusion_and_never_the_value_itself()
    {
        LabInputs At(Course course, double hour) => CtcaeCourse.InputsAt(new SubjectRecord(course.WithFallback(), countProvisional: true), Ctcae5.CreatinineIncreased, Course.Hour(hour));
        Course Conditioned() => new Course().Word(-120, "conditioning_dose", "other").Word(-100, "conditioning_dose", "cyclophosphamide");
        var course = Conditioned().Number(-150, "creatinine", 0.7m).Number(-110, "creatinine", 0.8m).Number(-50, "creatinine", 1.1m).Number(5, "creatinine", 1.2m);
        Assert.Equal(0.8m, At(course, 6).Baseline!.Value.Value);
        Assert.Equal(0.8m, At(course, -49).Baseline!.Value.Value);
        Assert.Null(At(course, -109).Baseline);
        var late = Conditioned().Number(-50, "creatinine", 1.1m).Number(5, "creatinine", 1.2m);
        Assert.Equal(1.1m, At(late, 6).Baseline!.Value.Value);
        Assert.Null(At(late, -49).Baseline);
        Assert.Null(At(Conditioned().Number(5, "creatinine", 1.2m), 6).Baseline);
    }

    [Fact, Rule("CTCAE-2.1k", "gvhd-cytopenia-observations 2.1: baseline")]
    public void A_baseline_reported_in_another_unit_is_compared_in_the_unit_of_the_value()
    {
        var facts = new Course().Word(-100, "conditioning_dose", "fludarabine").WithFallback()
            .Reported(-150, "creatinine", 1, new ReportedValue(88.4m, "umol/L")).Reported(5, "creatinine", 1.6m, new ReportedValue(1.6m, "mg/dL", new ReferenceRange(0.5m, 2)));
        Assert.Equal("2", ResultText.Of(CtcaeCourse.At(facts, Ctcae5.CreatinineIncreased, Course.Hour(6))));
    }

    [Fact, Rule("CTCAE-2.1l", "columns.csv: lln, uln; printed-unit rule")]
    public void The_fallback_limit_is_put_into_the_unit_of_the_value()
    {
        var facts = new Course().WithFallback().Reported(5, "hgb", 120, new ReportedValue(12, "g/dL"));
        Assert.Equal("1", ResultText.Of(CtcaeCourse.At(facts, Ctcae5.Anemia, Course.Hour(6))));
        Assert.Equal("0-1", ResultText.Of(CtcaeCourse.At(facts with { FallbackLimits = new Dictionary<string, ReferenceRange>() }, Ctcae5.Anemia, Course.Hour(6))));
        var molar = new Course().WithFallback().Reported(5, "hgb", 4.9m * 16.114m, new ReportedValue(4.9m, "mmol/L"));
        Assert.Equal("2", ResultText.Of(CtcaeCourse.At(molar, Ctcae5.Anemia, Course.Hour(6))));
    }

    [Fact, Rule("CTCAE-2.1l", "columns.csv: lln, uln; printed-unit rule")]
    public void The_limits_of_the_report_win_over_the_fallback()
    {
        var facts = new Course().WithFallback().Reported(5, "hgb", 120, new ReportedValue(12, "g/dL", new ReferenceRange(11, 16)));
        var inputs = CtcaeCourse.InputsAt(new SubjectRecord(facts, countProvisional: true), Ctcae5.Anemia, Course.Hour(6));
        Assert.Equal((11m, 16m), (inputs.Lln, inputs.Uln));
        Assert.Equal("0", ResultText.Of(CtcaeCourse.At(facts, Ctcae5.Anemia, Course.Hour(6))));
    }

    [Fact, Rule("CTCAE-2.1n", "docs/criteria/ctcae-5.md: bleeding")]
    public void A_bleeding_is_an_input_only_of_terms_that_have_a_grade_for_it()
    {
        var facts = new Course().Number(5, "hgb", 70).Number(5, "aptt", 40).Number(5, "bleeding", 1).WithFallback();
        Assert.DoesNotContain(CtcaeCourse.At(facts, Ctcae5.Anemia, Course.Hour(6)).Drivers, driver => driver.Code == "bleeding");
        Assert.Contains(CtcaeCourse.At(facts, Ctcae5.ActivatedPartialThromboplastinTimeProlonged, Course.Hour(6)).Drivers, driver => driver.Code == "bleeding");
    }

    [Theory, Rule("CTCAE-2.1n", "crs-icans-mas 0.3: a bound is never the number")]
    [InlineData("40", "1", "3")]
    [InlineData("40", "<1", "1")]
    [InlineData("40", "<2", "1-3")]
    [InlineData("40", ">1", "3")]
    [InlineData("<76", "1", "0-3")]
    [InlineData("<76", "0", "0-2")]
    [InlineData("<30", "1", "0")]
    [InlineData(">39", "1", "3")]
    [InlineData(">39", "<2", "1-3")]
    public void A_bleeding_beside_a_clotting_time_of_which_either_is_a_bound_is_graded_up_to_3_and_only_for_certain_as_3(string aptt, string bleeding, string grade)
    {
        var facts = new Course().Number(5, "aptt", aptt).Number(5, "bleeding", bleeding).WithFallback();
        Assert.Equal(grade, ResultText.Of(CtcaeCourse.At(facts, Ctcae5.ActivatedPartialThromboplastinTimeProlonged, Course.Hour(6))));
    }

    [Fact, Rule("CTCAE-2.1n", "docs/criteria/ctcae-5.md: bleeding")]
    public void A_bleeding_that_holds_grade_3_open_is_named_and_a_missing_limit_reaches_0_or_3()
    {
        GradeResult At(string aptt, string bleeding, bool withLimits)
        {
            var facts = new Course().Number(5, "aptt", aptt).Number(5, "bleeding", bleeding).WithFallback();
            return CtcaeCourse.At(
                withLimits ? facts : facts with { FallbackLimits = new Dictionary<string, ReferenceRange>() }, Ctcae5.ActivatedPartialThromboplastinTimeProlonged, Course.Hour(6));
        }

        var mayBleed = At("40", "<2", withLimits: true);
        Assert.Equal(("1-3", true), (ResultText.Of(mayBleed), mayBleed.Drivers.Any(driver => driver.Code == "bleeding")));
        var noLimit = At("40", "1", withLimits: false);
        Assert.Equal(("0-3", "uln"), (ResultText.Of(noLimit), Assert.Single(noLimit.Missing).Code));
        Assert.Equal([0, 3], noLimit.Missing[0].CouldReach);
    }

    [Fact, Rule("CTCAE-2.1n", "crs-icans-mas 0.3: a bound is never the number")]
    public void A_certain_bleeding_is_not_hidden_by_a_later_bound()
    {
        var facts = new Course().Number(5, "aptt", 40).Number(5, "bleeding", 2).Number(5.5, "bleeding", "<3").WithFallback();
        Assert.Equal("3", ResultText.Of(CtcaeCourse.At(facts, Ctcae5.ActivatedPartialThromboplastinTimeProlonged, Course.Hour(6))));
    }

    [Theory, Rule("CTCAE-2.1o", "columns.csv: on_anticoagulation")]
    [InlineData("start", true)]
    [InlineData("stop", false)]
    [InlineData(null, false)]
    public void Anticoagulation_runs_from_its_start_to_its_stop(string? last, bool isOn)
    {
        var course = new Course().Number(5, "inr", 2);
        _ = last is { } word ? course.Word(-10, "anticoagulant", word == "stop" ? "start" : "stop").Word(1, "anticoagulant", word) : course;
        Assert.Equal(isOn, CtcaeCourse.InputsAt(new SubjectRecord(course.WithFallback(), countProvisional: true), Ctcae5.InrIncreased, Course.Hour(6)).OnAnticoagulation);
    }

    [Fact, Rule("CTCAE-2.1k", "gvhd-cytopenia-observations 2.1: baseline")]
    public void A_baseline_in_the_unit_of_the_value_is_taken_as_it_was_reported()
    {
        var facts = new Course().WithFallback().Reported(-150, "creatinine", 88.4017m / 88.42m, new ReportedValue(88.4017m, "umol/L")).Reported(5, "creatinine", 1.6m, new ReportedValue(141, "umol/L"));
        Assert.Equal(88.4017m, CtcaeCourse.InputsAt(new SubjectRecord(facts, countProvisional: true), Ctcae5.CreatinineIncreased, Course.Hour(6)).Baseline!.Value.Value);
    }

    [Fact, Rule("CTCAE-2.1m", "columns.csv: transfusion_indicated, life_threatening")]
    public void A_statement_counts_for_24_hours_and_for_its_own_term_even_without_a_value()
    {
        var course = new Course().Yes(10, "transfusion_indicated").Word(40, "life_threatening_judgement", "anemia").Word(40, "life_threatening_judgement", "febrile_neutropenia");
        Assert.Equal("3", Grade(course, Ctcae5.Anemia, 34 - Minute));
        Assert.Equal("NotAssessed", Grade(course, Ctcae5.Anemia, 34));
        Assert.Equal("4", Grade(course, Ctcae5.Anemia, 41));
        Assert.Equal("NotAssessed", Grade(course, Ctcae5.Hypertriglyceridemia, 41));
        Assert.Equal("NotAssessed", Grade(course, Ctcae6.Thrombocytopenia, 11));
    }

    [Fact, Rule("CTCAE-2.1n", "docs/criteria/ctcae-5.md: bleeding")]
    public void A_bleeding_raises_a_prolonged_clotting_time_and_makes_no_normal_one_an_event()
    {
        Assert.Equal("3", Grade(new Course().Number(5, "aptt", 40).Number(5, "bleeding", 1), Ctcae5.ActivatedPartialThromboplastinTimeProlonged, 6));
        Assert.Equal("1", Grade(new Course().Number(5, "aptt", 40).Number(5, "bleeding", 0), Ctcae5.ActivatedPartialThromboplastinTimeProlonged, 6));
        Assert.Equal("0", Grade(new Course().Number(5, "aptt", 30).Number(5, "bleeding", 2), Ctcae5.ActivatedPartialThromboplastinTimeProlonged, 6));
        Assert.Equal("1", Grade(new Course().Number(5, "inr", 1.3m).Number(5, "bleeding", 2), Ctcae5.InrIncreased, 6));
        Assert.Equal("3", Grade(new Course().Number(5, "inr", 1.3m).Number(5, "bleeding", 2), Ctcae6.InrIncreased, 6));
    }

    static string Grade(Course course, LabCriterion term, double hour) => ResultText.Of(CtcaeCourse.At(course.WithFallback(), term, Course.Hour(hour)));
}
