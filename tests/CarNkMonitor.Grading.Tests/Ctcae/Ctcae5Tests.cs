using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Ctcae;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Ctcae;

/// <summary>Every cell of version 5.0 in the order of the printed table, on both sides of and at every limit.</summary>
public sealed class Ctcae5Tests
{
    const string Source = "gvhd-cytopenia-observations 2.1; CTCAE v5.0, NCI, 27 November 2017";

    [Theory, Rule("CTC-2.1a", Source)]
    [InlineData("1.8", 0), InlineData("1.799", 1), InlineData("1.5", 1), InlineData("1.499", 2), InlineData("1.0", 2), InlineData("0.999", 3)]
    [InlineData("0.5", 3), InlineData("0.499", 4), InlineData("0", 4)]
    public void Neutrophil_count_decreased(string value, int grade) => Low(Ctcae5.NeutrophilCountDecreased, value, 1.8m, grade);

    [Theory, Rule("CTC-2.1b", Source)]
    [InlineData("150", 0), InlineData("149.9", 1), InlineData("75", 1), InlineData("74.9", 2), InlineData("50", 2), InlineData("49.9", 3)]
    [InlineData("25", 3), InlineData("24.9", 4), InlineData("0", 4)]
    public void Platelet_count_decreased(string value, int grade) => Low(Ctcae5.PlateletCountDecreased, value, 150, grade);

    [Theory, Rule("CTC-2.1c", Source)]
    [InlineData("4.0", 0), InlineData("3.99", 1), InlineData("3.0", 1), InlineData("2.99", 2), InlineData("2.0", 2), InlineData("1.99", 3)]
    [InlineData("1.0", 3), InlineData("0.99", 4)]
    public void White_blood_cell_decreased(string value, int grade) => Low(Ctcae5.WhiteBloodCellDecreased, value, 4.0m, grade);

    [Theory, Rule("CTC-2.1d", Source)]
    [InlineData("1.0", 0), InlineData("0.999", 1), InlineData("0.8", 1), InlineData("0.799", 2), InlineData("0.5", 2), InlineData("0.499", 3)]
    [InlineData("0.2", 3), InlineData("0.199", 4)]
    public void Lymphocyte_count_decreased(string value, int grade) => Low(Ctcae5.LymphocyteCountDecreased, value, 1.0m, grade);

    [Theory, Rule("CTC-2.1e", Source)]
    [InlineData("800", 0), InlineData("799", 1), InlineData("500", 1), InlineData("499", 2), InlineData("200", 2), InlineData("199", 3)]
    [InlineData("50", 3), InlineData("49", 4)]
    public void Cd4_lymphocytes_decreased(string value, int grade) => Low(Ctcae5.Cd4LymphocytesDecreased, value, 800, grade);

    [Theory, Rule("CTC-2.1f", Source)]
    [InlineData("g/L", "130", "130", 0), InlineData("g/L", "129", "130", 1), InlineData("g/L", "100", "130", 1), InlineData("g/L", "99.9", "130", 2)]
    [InlineData("g/L", "80", "130", 2), InlineData("g/L", "79.9", "130", 3), InlineData("g/L", "10", "130", 3)]
    [InlineData("g/dL", "13", "13", 0), InlineData("g/dL", "12.9", "13", 1), InlineData("g/dL", "10.0", "13", 1), InlineData("g/dL", "9.99", "13", 2)]
    [InlineData("g/dL", "8.0", "13", 2), InlineData("g/dL", "7.99", "13", 3)]
    [InlineData("mmol/L", "8.1", "8.1", 0), InlineData("mmol/L", "8.09", "8.1", 1), InlineData("mmol/L", "6.2", "8.1", 1), InlineData("mmol/L", "6.19", "8.1", 2)]
    [InlineData("mmol/L", "4.9", "8.1", 2), InlineData("mmol/L", "4.89", "8.1", 3)]
    public void Anemia_in_the_unit_reported(string unit, string value, string lln, int grade) =>
        Assert.Equal(grade, Lab.GradeOf(Ctcae5.Anemia, Lab.Of(Ctcae5.Anemia, Lab.Number(value), unit) with { Lln = Lab.Number(lln) }));

    [Theory, Rule("CTC-2.1g", Source)]
    [InlineData("40", 0), InlineData("40.1", 1), InlineData("120", 1), InlineData("120.1", 2), InlineData("200", 2), InlineData("200.1", 3)]
    [InlineData("800", 3), InlineData("800.1", 4)]
    public void Aminotransferases_after_a_normal_baseline(string value, int grade)
    {
        High(Ctcae5.AlanineAminotransferaseIncreased, value, uln: 40, baseline: 30, wasHigh: false, grade);
        High(Ctcae5.AspartateAminotransferaseIncreased, value, uln: 40, baseline: 30, wasHigh: false, grade);
        High(Ctcae5.AlanineAminotransferaseIncreased, value, uln: 40, baseline: null, wasHigh: false, grade);
    }

    [Theory, Rule("CTC-2.1h", Source)]
    [InlineData("100", 0), InlineData("119.9", 0), InlineData("120", 1), InlineData("240", 1), InlineData("240.1", 2), InlineData("400", 2)]
    [InlineData("400.1", 3), InlineData("1600", 3), InlineData("1600.1", 4)]
    public void Aminotransferases_after_a_high_baseline(string value, int grade)
    {
        High(Ctcae5.AlanineAminotransferaseIncreased, value, uln: 40, baseline: 80, wasHigh: true, grade);
        High(Ctcae5.AspartateAminotransferaseIncreased, value, uln: 40, baseline: 80, wasHigh: true, grade);
    }

    [Theory, Rule("CTC-2.1i", Source)]
    [InlineData("100", 0), InlineData("100.1", 1), InlineData("250", 1), InlineData("250.1", 2), InlineData("500", 2), InlineData("500.1", 3)]
    [InlineData("2000", 3), InlineData("2000.1", 4)]
    public void Alkaline_phosphatase_after_a_normal_baseline(string value, int grade) =>
        High(Ctcae5.AlkalinePhosphataseIncreased, value, uln: 100, baseline: 90, wasHigh: false, grade);

    [Theory, Rule("CTC-2.1j", Source)]
    [InlineData("399.9", 0), InlineData("400", 1), InlineData("500", 1), InlineData("500.1", 2), InlineData("1000", 2), InlineData("1000.1", 3)]
    [InlineData("4000", 3), InlineData("4000.1", 4)]
    public void Alkaline_phosphatase_after_a_high_baseline(string value, int grade) =>
        High(Ctcae5.AlkalinePhosphataseIncreased, value, uln: 100, baseline: 200, wasHigh: true, grade);

    [Theory, Rule("CTC-2.1k", Source)]
    [InlineData("1.2", 0), InlineData("1.21", 1), InlineData("1.8", 1), InlineData("1.81", 2), InlineData("3.6", 2), InlineData("3.61", 3)]
    [InlineData("12", 3), InlineData("12.01", 4)]
    public void Bilirubin_after_a_normal_baseline(string value, int grade) =>
        High(Ctcae5.BloodBilirubinIncreased, value, uln: 1.2m, baseline: 0.8m, wasHigh: false, grade);

    [Theory, Rule("CTC-2.1l", Source)]
    [InlineData("2.0", 0), InlineData("2.01", 1), InlineData("3.0", 1), InlineData("3.01", 2), InlineData("6.0", 2), InlineData("6.01", 3)]
    [InlineData("20", 3), InlineData("20.01", 4)]
    public void Bilirubin_after_a_high_baseline(string value, int grade) =>
        High(Ctcae5.BloodBilirubinIncreased, value, uln: 1.2m, baseline: 2.0m, wasHigh: true, grade);

    [Theory, Rule("CTC-2.1m", Source)]
    [InlineData("1.3", "1.3", 0), InlineData("1.31", "1.3", 1), InlineData("1.95", "1.3", 1), InlineData("1.96", "1.9", 2), InlineData("3.9", "1.9", 2)]
    [InlineData("3.91", "1.9", 3), InlineData("7.8", "3", 3), InlineData("7.81", "3", 4)]
    [InlineData("1.05", "0.7", 0), InlineData("1.06", "0.7", 2), InlineData("1.2", "0.4", 2), InlineData("1.21", "0.4", 3), InlineData("1.4", "0.2", 3)]
    public void Creatinine_increased_by_the_higher_of_limit_and_baseline(string value, string baseline, int grade) =>
        High(Ctcae5.CreatinineIncreased, value, uln: 1.3m, Lab.Number(baseline), wasHigh: false, grade);

    [Theory, Rule("CTC-2.1n", Source)]
    [InlineData("2.0", null, 0), InlineData("1.99", null, 1), InlineData("1.5", null, 1), InlineData("1.49", null, 2), InlineData("1.0", null, 2)]
    [InlineData("0.99", null, 3), InlineData("0.5", null, 3), InlineData("0.49", null, 4)]
    [InlineData("1.9", "2.5", 1), InlineData("1.9", "2.53", 1), InlineData("1.8", "2.4", 2), InlineData("1.8", "3.59", 2), InlineData("1.8", "3.6", 3)]
    [InlineData("1.8", "7.19", 3), InlineData("1.8", "7.2", 4), InlineData("2.0", "9", 0)]
    public void Fibrinogen_decreased_by_the_worst_of_limit_and_fall(string value, string? baseline, int grade) => Assert.Equal(
        grade, Lab.GradeOf(Ctcae5.FibrinogenDecreased, Lab.Of(Ctcae5.FibrinogenDecreased, Lab.Number(value)) with { Lln = 2.0m, Baseline = baseline is null ? null : Lab.Number(baseline) }));

    [Theory, Rule("CTC-2.1o", Source)]
    [InlineData("0.499", "g/L", 4), InlineData("49.9", "mg/dL", 4)]
    public void Fibrinogen_below_half_a_gram_is_grade_4_without_any_limit(string value, string unit, int grade) =>
        Assert.Equal(grade, Lab.GradeOf(Ctcae5.FibrinogenDecreased, Lab.Of(Ctcae5.FibrinogenDecreased, Lab.Number(value), unit)));

    [Theory, Rule("CTC-2.1p", Source)]
    [InlineData("1.2", 0), InlineData("1.21", 1), InlineData("1.5", 1), InlineData("1.51", 2), InlineData("2.5", 2), InlineData("2.51", 3), InlineData("15", 3)]
    public void Inr_increased(string value, int grade) =>
        Assert.Equal(grade, Lab.GradeOf(Ctcae5.InrIncreased, Lab.Of(Ctcae5.InrIncreased, Lab.Number(value)) with { Baseline = 0.6m }));

    [Theory, Rule("CTC-2.1q", Source)]
    [InlineData("1.0", "1.0", 0), InlineData("1.01", "1.0", 1), InlineData("1.2", "0.8", 1), InlineData("1.21", "0.8", 2), InlineData("1.5", "0.6", 2)]
    [InlineData("1.5", "0.59", 3), InlineData("2.6", "2.6", 3), InlineData("1.4", "1.4", 1)]
    public void Inr_on_anticoagulation_by_the_worst_of_limit_and_baseline(string value, string baseline, int grade) => Assert.Equal(
        grade, Lab.GradeOf(Ctcae5.InrIncreased, Lab.Of(Ctcae5.InrIncreased, Lab.Number(value)) with { Baseline = Lab.Number(baseline), OnAnticoagulation = true }));

    [Theory, Rule("CTC-2.1r", Source)]
    [InlineData("37", 0), InlineData("37.1", 1), InlineData("55.5", 1), InlineData("55.6", 2), InlineData("92.5", 2), InlineData("92.6", 3), InlineData("400", 3)]
    public void Activated_partial_thromboplastin_time_prolonged(string value, int grade) =>
        High(Ctcae5.ActivatedPartialThromboplastinTimeProlonged, value, uln: 37, baseline: 80, wasHigh: true, grade);

    [Theory, Rule("CTC-2.1s", Source)]
    [InlineData("mmol/L", "1.709", 0), InlineData("mmol/L", "1.71", 1), InlineData("mmol/L", "3.42", 1), InlineData("mmol/L", "3.421", 2)]
    [InlineData("mmol/L", "5.7", 2), InlineData("mmol/L", "5.71", 3), InlineData("mmol/L", "11.4", 3), InlineData("mmol/L", "11.41", 4)]
    [InlineData("mg/dL", "149.9", 0), InlineData("mg/dL", "150", 1), InlineData("mg/dL", "300", 1), InlineData("mg/dL", "300.1", 2)]
    [InlineData("mg/dL", "500", 2), InlineData("mg/dL", "500.1", 3), InlineData("mg/dL", "1000", 3), InlineData("mg/dL", "1000.1", 4)]
    public void Hypertriglyceridemia_in_the_unit_reported(string unit, string value, int grade) =>
        Assert.Equal(grade, Lab.GradeOf(Ctcae5.Hypertriglyceridemia, Lab.Of(Ctcae5.Hypertriglyceridemia, Lab.Number(value), unit)));

    [Fact, Rule("CTC-2.1t", Source)]
    public void Every_term_is_found_by_its_name_in_any_case()
    {
        Assert.Equal(15, Ctcae5.Hematology.Concat(Ctcae5.Chemistry).Distinct().Count());
        Assert.All(Ctcae5.Hematology.Concat(Ctcae5.Chemistry), row => Assert.Same(row, Ctcae5.Find(row.Term.ToUpperInvariant())));
        Assert.Null(Ctcae5.Find("Thrombocytopenia"));
    }

    static void Low(LabCriterion term, string value, decimal lln, int grade) =>
        Assert.Equal(grade, Lab.GradeOf(term, Lab.Of(term, Lab.Number(value)) with { Lln = lln }));

    static void High(LabCriterion term, string value, decimal uln, decimal? baseline, bool wasHigh, int grade) =>
        Assert.Equal(grade, Lab.GradeOf(term, Lab.Of(term, Lab.Number(value)) with { Uln = uln, Baseline = baseline, BaselineIsHigh = wasHigh }));

    [Theory, Rule("CTC-2.1-docs", "docs/criteria/ctcae-5.md, readings 5 and 13")]
    [InlineData("creatinine increased", "1.6", "", "1.0", "false", "2-2")]
    [InlineData("creatinine increased", "3.1", "", "1.0", "false", "3-3")]
    [InlineData("creatinine increased", "8", "", "1.0", "false", "3-4")]
    [InlineData("creatinine increased", "1.6", "", "1.0", "", "2-4")]
    [InlineData("creatinine increased", "3.1", "", "1.0", "", "3-4")]
    [InlineData("creatinine increased", "8", "", "1.0", "", "3-4")]
    [InlineData("alanine aminotransferase increased", "200", "40", "", "true", "0-2")]
    public void What_the_page_says_of_an_open_limit_holds(string term, string value, string uln, string baseline, string isHigh, string range)
    {
        var result = CaseTables.Find("ctcae-chem")!.Grade(new Dictionary<string, string>
        {
            ["term"] = term, ["value"] = value, ["uln"] = uln, ["baseline"] = baseline, ["baseline_high"] = isHigh,
        }).Results[0];
        Assert.Equal(range, $"{result.Low}-{result.High}");
    }
}
