using CarNkMonitor.Grading.Ctcae;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Ctcae;

/// <summary>What version 6.0 changes, on both sides of and at every limit; and that it changes nothing else.</summary>
public sealed class Ctcae6Tests
{
    const string Source = "gvhd-cytopenia-observations 2.2; CTCAE v6.0, NCI, 2025";

    [Theory, Rule("CTC-2.2a", Source)]
    [InlineData("1.5", 0), InlineData("1.499", 1), InlineData("1.0", 1), InlineData("0.999", 2), InlineData("0.5", 2), InlineData("0.499", 3)]
    [InlineData("0.1", 3), InlineData("0.099", 4)]
    public void Neutrophil_count_decreased_without_any_limit_of_normal(string value, int grade)
    {
        var inputs = Lab.Of(Ctcae6.NeutrophilCountDecreased, Lab.Number(value));
        Assert.Equal(grade, Lab.GradeOf(Ctcae6.NeutrophilCountDecreased, inputs));
        Assert.Equal(grade, Lab.GradeOf(Ctcae6.NeutrophilCountDecreased, inputs with { Lln = 2.5m }));
    }

    [Theory, Rule("CTC-2.2b", Source)]
    [InlineData("150", 0), InlineData("149", 1), InlineData("75", 1), InlineData("74.9", 2), InlineData("50", 2), InlineData("49.9", 3)]
    [InlineData("10", 3), InlineData("9.9", 4)]
    public void Thrombocytopenia(string value, int grade) =>
        Assert.Equal(grade, Lab.GradeOf(Ctcae6.Thrombocytopenia, Lab.Of(Ctcae6.Thrombocytopenia, Lab.Number(value)) with { Lln = 150 }));

    [Theory, Rule("CTC-2.2c", Source)]
    [InlineData("79.9", 0), InlineData("80", 1), InlineData("120", 1), InlineData("120.1", 2), InlineData("160", 2), InlineData("160.1", 3)]
    [InlineData("320", 3), InlineData("320.1", 4)]
    public void Aminotransferases_after_a_baseline_above_normal(string value, int grade)
    {
        Assert.Equal(grade, HighBaseline(Ctcae6.AlanineAminotransferaseIncreased, value, 40, 80));
        Assert.Equal(grade, HighBaseline(Ctcae6.AspartateAminotransferaseIncreased, value, 40, 80));
    }

    [Theory, Rule("CTC-2.2d", Source)]
    [InlineData("1.99", 0), InlineData("2.0", 1), InlineData("3.0", 1), InlineData("3.01", 2), InlineData("5.0", 2), InlineData("5.01", 3)]
    [InlineData("20", 3), InlineData("20.01", 4)]
    public void Bilirubin_after_a_baseline_above_normal(string value, int grade) =>
        Assert.Equal(grade, HighBaseline(Ctcae6.BloodBilirubinIncreased, value, 1.2m, 2.0m));

    [Theory, Rule("CTC-2.2e", Source)]
    [InlineData("105", "80", 0), InlineData("105.1", "80", 1), InlineData("5000", "80", 1), InlineData("120", "120", 0), InlineData("120.1", "120", 1)]
    public void Alkaline_phosphatase_above_baseline_and_limit(string value, string baseline, int grade) =>
        Assert.Equal(grade, HighBaseline(Ctcae6.AlkalinePhosphataseIncreased, value, 105, Lab.Number(baseline)));

    [Theory, Rule("CTC-2.2f", Source)]
    [InlineData(true, "0.9", 0), InlineData(true, "0.91", 2), InlineData(true, "1.8", 2), InlineData(true, "1.81", 3), InlineData(true, "7.81", 4)]
    [InlineData(false, "0.91", 0), InlineData(false, "1.31", 1), InlineData(false, "1.96", 2), InlineData(false, "3.91", 3)]
    public void Creatinine_multiples_of_the_baseline_count_only_below_normal(bool wasLow, string value, int grade)
    {
        var inputs = Lab.Of(Ctcae6.CreatinineIncreased, Lab.Number(value)) with { Uln = 1.3m, Baseline = 0.6m, BaselineIsHigh = false, BaselineIsLow = wasLow };
        Assert.Equal(grade, Lab.GradeOf(Ctcae6.CreatinineIncreased, inputs));
    }

    [Fact, Rule("CTC-2.2g", Source)]
    public void Bleeding_is_grade_3_of_inr_only_in_this_edition()
    {
        var inputs = Lab.Of(Ctcae6.InrIncreased, 1.0m) with { Bleeding = true };
        Assert.Equal(3, Lab.GradeOf(Ctcae6.InrIncreased, inputs));
        Assert.Equal(0, Lab.GradeOf(Ctcae5.InrIncreased, inputs));
    }

    [Fact, Rule("CTC-2.2h", Source)]
    public void The_same_count_has_another_grade_in_each_edition()
    {
        var inputs = Lab.Of(Ctcae6.NeutrophilCountDecreased, 0.3m);
        Assert.Equal((4, 3), (Lab.GradeOf(Ctcae5.NeutrophilCountDecreased, inputs), Lab.GradeOf(Ctcae6.NeutrophilCountDecreased, inputs)));
    }

    public static TheoryData<string> Unchanged =>
        ["White blood cell decreased", "CD4 lymphocytes decreased", "Anemia", "Fibrinogen decreased", "Activated partial thromboplastin time prolonged", "Hypertriglyceridemia", "INR increased"];

    [Theory, MemberData(nameof(Unchanged)), Rule("CTC-2.2i", Source)]
    public void Unchanged_terms_grade_as_in_version_5(string term)
    {
        var (five, six) = (Ctcae5.Find(term)!, Ctcae6.Find(term)!);
        foreach (var unit in five.Units)
        {
            foreach (var step in Enumerable.Range(0, 400))
            {
                var inputs = Lab.Of(five, step * 0.05m, unit) with { Lln = 4, Uln = 5, Baseline = 3, OnAnticoagulation = step % 2 == 0 };
                Assert.Equal(Lab.RangeOf(five, inputs), Lab.RangeOf(six, inputs));
                Assert.Equal(Lab.RangeOf(five, inputs with { Value = step * 5m }), Lab.RangeOf(six, inputs with { Value = step * 5m }));
            }
        }
    }

    [Fact, Rule("CTC-2.2j", Source)]
    public void Terms_that_the_edition_does_not_have_are_not_found()
    {
        Assert.Equal(14, Ctcae6.Hematology.Concat(Ctcae6.Chemistry).Distinct().Count());
        Assert.All(Ctcae6.Hematology.Concat(Ctcae6.Chemistry), row => Assert.Same(row, Ctcae6.Find(row.Term)));
        Assert.Null(Ctcae6.Find("Lymphocyte count decreased"));
        Assert.Null(Ctcae6.Find("Platelet count decreased"));
    }

    static int HighBaseline(LabCriterion term, string value, decimal uln, decimal baseline) =>
        Lab.GradeOf(term, Lab.Of(term, Lab.Number(value)) with { Uln = uln, Baseline = baseline, BaselineIsHigh = true });
}
