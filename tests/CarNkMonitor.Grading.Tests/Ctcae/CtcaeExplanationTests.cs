using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Explanations;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Ctcae;

/// <summary>What a laboratory result says of itself.</summary>
public sealed class CtcaeExplanationTests
{
    const string Source = "gvhd-cytopenia-observations 0.4 and 2.1";

    static readonly LabCriterion Neutrophils = Ctcae5.NeutrophilCountDecreased;

    [Fact, Rule("CTC-2.1M", Source)]
    public void The_value_is_a_driver_in_the_canonical_unit_and_so_is_the_limit_that_decided()
    {
        Assert.Equal("anc=1.7 10*9/L lln=1.8 10*9/L", Drivers(Neutrophils, Lab.Of(Neutrophils, 1700, "/uL") with { Lln = 1800 }));
        Assert.Equal("anc=1.2 10*9/L", Drivers(Neutrophils, Lab.Of(Neutrophils, 1200, "/uL") with { Lln = 1800 }));
        Assert.Equal("anc=<0.1 10*9/L", Drivers(Neutrophils, new LabInputs { Value = Lab.Bound("<100"), Unit = "10*6/L" }));
    }

    [Fact, Rule("CTC-2.1M", Source)]
    public void Where_the_table_prints_the_unit_the_value_stays_as_reported() =>
        Assert.Equal("hgb=4.9 mmol/L", Drivers(Ctcae5.Anemia, Lab.Of(Ctcae5.Anemia, 4.9m, "mmol/L") with { Lln = 8.1m }));

    [Fact, Rule("CTC-2.1M", Source)]
    public void The_baseline_is_a_driver_where_it_decided()
    {
        var creatinine = Lab.Of(Ctcae5.CreatinineIncreased, 1.2m) with { Uln = 1.3m, Baseline = 0.7m, BaselineIsHigh = false };
        Assert.Equal("creatinine=1.2 mg/dL baseline=0.7 mg/dL", Drivers(Ctcae5.CreatinineIncreased, creatinine));
        Assert.Equal("creatinine=1.4 mg/dL uln=1.3 mg/dL", Drivers(Ctcae5.CreatinineIncreased, creatinine with { Value = 1.4m, Baseline = 1.0m }));
    }

    [Fact, Rule("CTC-2.1M", Source)]
    public void Statements_are_drivers_where_they_decided()
    {
        var anemia = Lab.Of(Ctcae5.Anemia, 84) with { TransfusionIndicated = true };
        Assert.Equal("transfusion_indicated=true hgb=84 g/L", Drivers(Ctcae5.Anemia, anemia));
        Assert.Equal("hgb=79 g/L", Drivers(Ctcae5.Anemia, anemia with { Value = 79m }));
        Assert.Equal("life_threatening_judgement=anemia hgb=84 g/L", Drivers(Ctcae5.Anemia, anemia with { LifeThreatening = true }));
        Assert.Equal("bleeding=true aptt=30 s", Drivers(Ctcae5.ActivatedPartialThromboplastinTimeProlonged, new LabInputs { Value = 30m, Unit = "s", Uln = 37, Bleeding = true }));
        Assert.Equal("anticoagulant=start inr=1.1 {INR} baseline=1 {INR}",
            Drivers(Ctcae5.InrIncreased, new LabInputs { Value = 1.1m, Unit = "1", Baseline = 1, OnAnticoagulation = true }));
    }

    [Fact, Rule("CTC-2.1N", Source)]
    public void Creatinine_within_the_reference_range_is_flagged()
    {
        var inputs = Lab.Of(Ctcae5.CreatinineIncreased, 1.2m) with { Uln = 1.3m, Baseline = 0.7m };
        Assert.Equal([CtcaeFlag.WithinReference], Ctcae5.CreatinineIncreased.Grade(inputs).Flags);
        Assert.Equal([CtcaeFlag.WithinReference], Ctcae5.CreatinineIncreased.Grade(inputs with { Lln = 1.2m }).Flags);
        Assert.Empty(Ctcae5.CreatinineIncreased.Grade(inputs with { Lln = 1.21m }).Flags);
        Assert.Equal([CtcaeFlag.WithinReference], Ctcae5.CreatinineIncreased.Grade(inputs with { Value = 1.3m }).Flags);
        Assert.Empty(Ctcae5.CreatinineIncreased.Grade(inputs with { Value = 1.31m }).Flags);
        Assert.Empty(Ctcae5.CreatinineIncreased.Grade(inputs with { Baseline = 1.0m }).Flags);
        Assert.Empty(Ctcae5.CreatinineIncreased.Grade(inputs with { Uln = null }).Flags);
        Assert.Empty(Ctcae5.AlanineAminotransferaseIncreased.Grade(Lab.Of(Ctcae5.AlanineAminotransferaseIncreased, 41) with { Uln = 40 }).Flags);
    }

    [Theory, Rule("CTC-2.1O", Source)]
    [InlineData("1.2", "10*9/L", "1.8", "Neutrophil count decreased (CTCAE 5.0): grade 2.", "中性粒细胞计数降低（CTCAE 5.0）：2 级。")]
    [InlineData("2", "10*9/L", "1.8", "Neutrophil count decreased (CTCAE 5.0): criteria not met now (grade 0).", "中性粒细胞计数降低（CTCAE 5.0）：目前不符合标准（0 级）。")]
    [InlineData("2", "10*9/L", null, "Neutrophil count decreased (CTCAE 5.0): at least 0, cannot exclude 1: lower limit of normal not recorded.", "中性粒细胞计数降低（CTCAE 5.0）：至少 0 级，不能排除 1 级：未记录正常值下限。")]
    [InlineData("<0.6", "10*9/L", "1.8", "Neutrophil count decreased (CTCAE 5.0): at least 3, cannot exclude 4: a value is only known as a limit.", "中性粒细胞计数降低（CTCAE 5.0）：至少 3 级，不能排除 4 级：有数值仅知其上限或下限。")]
    [InlineData("2", "g/L", "1.8", "Neutrophil count decreased (CTCAE 5.0): not graded, the unit 'g/L' is not known for this value.", "中性粒细胞计数降低（CTCAE 5.0）：未分级，单位“g/L”不适用于该数值。")]
    [InlineData("2", null, "1.8", "Neutrophil count decreased (CTCAE 5.0): not graded, the unit is not recorded.", "中性粒细胞计数降低（CTCAE 5.0）：未分级，未记录单位。")]
    [InlineData(null, null, "1.8", "Neutrophil count decreased (CTCAE 5.0): at least 0, cannot exclude 4: absolute neutrophil count not recorded.", "中性粒细胞计数降低（CTCAE 5.0）：至少 0 级，不能排除 4 级：未记录中性粒细胞绝对计数。")]
    public void The_sentence_of_a_count(string? value, string? unit, string? lln, string english, string chinese) => Says(english, chinese, Neutrophils.Grade(new LabInputs
    {
        Value = value is null ? null : value[0] == '<' ? Lab.Bound(value) : Lab.Number(value), Unit = unit, Lln = lln is null ? null : Lab.Number(lln),
    }));

    [Fact, Rule("CTC-2.1O", Source)]
    public void The_sentence_says_why_a_grade_stands_on_a_statement()
    {
        var anemia = Lab.Of(Ctcae5.Anemia, 84);
        Says("Anemia (CTCAE 5.0): grade 3, a transfusion is indicated.", "贫血（CTCAE 5.0）：3 级，有输血指征。", Ctcae5.Anemia.Grade(anemia with { TransfusionIndicated = true }));
        Says("Anemia (CTCAE 5.0): grade 3.", "贫血（CTCAE 5.0）：3 级。", Ctcae5.Anemia.Grade(anemia with { Value = 79m, TransfusionIndicated = true }));
        Says("Anemia (CTCAE 5.0): grade 4, judged life-threatening by a clinician.", "贫血（CTCAE 5.0）：4 级，临床医师判断为危及生命。",
            Ctcae5.Anemia.Grade(anemia with { TransfusionIndicated = true, LifeThreatening = true }));
        Says("INR increased (CTCAE 6.0): grade 3, bleeding.", "INR 升高（CTCAE 6.0）：3 级，有出血。", Ctcae6.InrIncreased.Grade(Lab.Of(Ctcae6.InrIncreased, 1) with { Bleeding = true }));
        Says("Creatinine increased (CTCAE 5.0): grade 2 by the rise from the own baseline, although within the reference range.",
            "肌酐升高（CTCAE 5.0）：虽在参考范围内，但较本人基线升高，评为 2 级。",
            Ctcae5.CreatinineIncreased.Grade(Lab.Of(Ctcae5.CreatinineIncreased, 1.2m) with { Uln = 1.3m, Baseline = 0.7m }));
        Says("Thrombocytopenia (CTCAE 6.0): at least 3, cannot exclude 4: the unit 'stone' is not known for this value.",
            "血小板减少症（CTCAE 6.0）：至少 3 级，不能排除 4 级：单位“stone”不适用于该数值。",
            Ctcae6.Thrombocytopenia.Grade(new LabInputs { Value = 30m, Unit = "stone", TransfusionIndicated = true }));
        Says("Thrombocytopenia (CTCAE 6.0): at least 3, cannot exclude 4: unit of the value not recorded.", "血小板减少症（CTCAE 6.0）：至少 3 级，不能排除 4 级：未记录数值的单位。",
            Ctcae6.Thrombocytopenia.Grade(new LabInputs { Value = 30m, TransfusionIndicated = true }));
    }

    [Fact, Rule("CTC-2.1O", Source)]
    public void A_term_without_its_upper_limit_says_so_also_where_no_limit_would_matter() => Says(
        "Alanine aminotransferase increased (CTCAE 5.0): at least 0, cannot exclude 1: upper limit of normal not recorded.",
        "丙氨酸氨基转移酶升高（CTCAE 5.0）：至少 0 级，不能排除 1 级：未记录正常值上限。",
        Ctcae5.AlanineAminotransferaseIncreased.Grade(Lab.Of(Ctcae5.AlanineAminotransferaseIncreased, 30) with { Baseline = 80, BaselineIsHigh = true }));

    [Fact, Rule("CTC-2.1O", Source)]
    public void Every_term_has_a_name_in_both_languages() => Assert.All(Lab.Terms, term =>
    {
        var sentence = term.Grade(Lab.Of(term, 0)).Sentence;
        Assert.StartsWith(term.Term + " (CTCAE ", sentence.English, StringComparison.Ordinal);
        Assert.DoesNotContain(term.Term, sentence.In(Sentence.Chinese), StringComparison.Ordinal);
    });

    [Theory, Rule("CTC-2.1P", Source)]
    [InlineData("neutrophil count decreased", "2", "10*9/L", null, null, "lln:0,1")]
    [InlineData("neutrophil count decreased", "1.2", "10*9/L", null, null, "")]
    [InlineData("neutrophil count decreased", null, "10*9/L", "1.8", null, "anc:0,1,2,3,4")]
    [InlineData("neutrophil count decreased", "1.2", null, "1.8", null, "unit:2,4")]
    [InlineData("platelet count decreased", null, null, null, null, "platelets:0,1,2,3,4 lln:0,1")]
    [InlineData("alanine aminotransferase increased", "90", "U/L", null, null, "uln:0,1,2,3,4")]
    [InlineData("activated partial thromboplastin time prolonged", "90", "s", null, null, "uln:0,1,2,3")]
    [InlineData("fibrinogen decreased", "0.9", "g/L", null, null, "lln:0,1,2,3,4")]
    [InlineData("fibrinogen decreased", "1.9", "g/L", null, "7", "lln:0,3,4")]
    [InlineData("creatinine increased", "1.6", "mg/dL", null, "1.0", "")]
    [InlineData("creatinine increased", "6.4", "mg/dL", null, "1.0", "uln:3,4")]
    [InlineData("creatinine increased", "1.6", "mg/dL", null, null, "uln:0,1,2,3,4")]
    [InlineData("creatinine increased", "0.9", "mg/dL", null, "1.0", "uln:0,1")]
    [InlineData("hypertriglyceridemia", null, "mg/dL", null, null, "triglycerides:0,1,2,3,4")]
    public void What_is_missing_names_the_grades_that_hang_on_it(string term, string? value, string? unit, string? lln, string? baseline, string missing) => Assert.Equal(
        missing, Missing(Ctcae5.Find(term)!.Grade(new LabInputs
        {
            Value = value is null ? null : Lab.Number(value), Unit = unit, Lln = lln is null ? null : Lab.Number(lln),
            Baseline = baseline is null ? null : Lab.Number(baseline), BaselineIsHigh = false,
        })));

    [Fact, Rule("CTC-2.1P", Source)]
    public void A_missing_baseline_and_its_judgement_are_named_only_where_the_grade_hangs_on_them()
    {
        var alt = Lab.Of(Ctcae5.AlanineAminotransferaseIncreased, 70) with { Uln = 40 };
        Assert.Equal("", Missing(Ctcae5.AlanineAminotransferaseIncreased.Grade(alt)));
        Assert.Equal("baseline_high:0,1", Missing(Ctcae5.AlanineAminotransferaseIncreased.Grade(alt with { Baseline = 60 })));
        Assert.Equal("baseline:0,1", Missing(Ctcae5.AlanineAminotransferaseIncreased.Grade(alt with { BaselineIsHigh = true })));
        Assert.Equal("baseline:0,1", Missing(Ctcae5.InrIncreased.Grade(Lab.Of(Ctcae5.InrIncreased, 1.1m) with { OnAnticoagulation = true })));
        Assert.Equal("uln:0,1 baseline:0,1", Missing(Ctcae6.AlkalinePhosphataseIncreased.Grade(Lab.Of(Ctcae6.AlkalinePhosphataseIncreased, 110))));
        Assert.Equal("baseline_low:0,2", Missing(Ctcae6.CreatinineIncreased.Grade(Lab.Of(Ctcae6.CreatinineIncreased, 1.2m) with { Uln = 1.3m, Baseline = 0.7m })));
        Assert.Equal("", Missing(Neutrophils.Grade(new LabInputs { Value = 1, Unit = "g/L" })));
    }

    static void Says(string english, string chinese, GradeResult result) =>
        Assert.Equal((english, chinese), (result.Sentence.English, result.Sentence.In(Sentence.Chinese)));

    static string Drivers(LabCriterion term, LabInputs inputs) =>
        string.Join(' ', term.Grade(inputs).Drivers.Select(driver => $"{driver.Code}={driver.Value}{(driver.Unit is { } unit ? " " + unit : "")}"));

    static string Missing(GradeResult result) => string.Join(' ', result.Missing.Select(missing => $"{missing.Code}:{string.Join(',', missing.CouldReach)}"));
}
