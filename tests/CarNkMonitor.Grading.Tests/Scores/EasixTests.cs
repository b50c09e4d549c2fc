using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Scores;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Scores;

/// <summary>EASIX and its variants: numbers, never levels.</summary>
public sealed class EasixTests
{
    const string Source = "gvhd-cytopenia-observations 2.6; Luft 2017; Pennisi 2021";

    static readonly EasixInputs Full = new() { Ldh = 350, Creatinine = 1.3m, Crp = 50, Platelets = 60 };

    [Fact, Rule("EASIX-2.6", Source)]
    public void Each_index_by_its_formula()
    {
        Assert.Equal(350m * 1.3m / 60m, EasixGrader.Easix(Full).Index);
        Assert.Equal(350m * 5m / 60m, EasixGrader.Modified(Full).Index);
        Assert.Equal(350m / 60m, EasixGrader.Simplified(Full).Index);
        Assert.Equal(8m, Easix.Index(400, 1.2m, 60));
        Assert.Equal(15m, ModifiedEasix.Index(300, 50, 100));
        Assert.Equal(5m, SimplifiedEasix.Index(350, 70));
    }

    [Fact, Rule("EASIX-2.6", Source)]
    public void Each_index_has_its_own_criteria_id_and_no_levels()
    {
        GradeResult[] results = [EasixGrader.Easix(Full), EasixGrader.Modified(Full), EasixGrader.Simplified(Full)];
        Assert.Equal(["EASIX-2017", "M-EASIX-2021", "S-EASIX-2021"], results.Select(result => result.Criteria));
        Assert.All(results, result => Assert.Equal((GradeState.Determined, null, null, Scale.Index), (result.State, result.Low, result.High, result.Scale)));
        Assert.All(results, result => Assert.Empty(result.Missing));
    }

    [Fact, Rule("EASIX-2.6-missing", Source)]
    public void Each_index_needs_only_its_own_values()
    {
        Assert.Equal("creatinine|crp|", Missing(EasixGrader.Easix(Full with { Creatinine = null })) + "|" + Missing(EasixGrader.Modified(Full with { Crp = null }))
            + "|" + Missing(EasixGrader.Simplified(Full with { Crp = null, Creatinine = null })));
        Assert.Equal("ldh,platelets", Missing(EasixGrader.Simplified(Full with { Ldh = null, Platelets = null })));
        Assert.Equal(GradeState.NotComputed, EasixGrader.Easix(Full with { Ldh = null }).State);
        Assert.Equal(GradeState.Determined, EasixGrader.Easix(Full with { Crp = null }).State);
        Assert.Equal(GradeState.Determined, EasixGrader.Modified(Full with { Creatinine = null }).State);

        static string Missing(GradeResult result) => string.Join(",", result.Missing.Select(input => input.Code));
    }

    [Theory, Rule("EASIX-2.6-platelets0", Source)]
    [InlineData("0")]
    [InlineData("0.0000000001")]
    public void Without_platelets_nothing_is_computed(string platelets)
    {
        var inputs = Full with { Platelets = decimal.Parse(platelets, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.All([EasixGrader.Easix(inputs), EasixGrader.Modified(inputs), EasixGrader.Simplified(inputs)], result =>
        {
            Assert.Equal((GradeState.NotComputed, null), (result.State, result.Index));
            Assert.Contains("there are no platelets to divide by", result.Sentence.English, StringComparison.Ordinal);
        });
        Assert.NotNull(Easix.Index(50_000, 30, 0.000_000_001m));
    }

    [Fact, Rule("EASIX-2.6-bounds", Source)]
    public void A_bound_is_not_a_number_to_compute_with()
    {
        foreach (var comparator in new[] { Comparator.Below, Comparator.Above })
        {
            var bound = new Measured(5, comparator);
            Assert.Equal("EASIX not computed: a value is only known as a limit.", EasixGrader.Easix(Full with { Creatinine = bound }).Sentence.English);
            Assert.Equal(GradeState.NotComputed, EasixGrader.Easix(Full with { Ldh = bound }).State);
            Assert.Equal(GradeState.NotComputed, EasixGrader.Easix(Full with { Platelets = bound }).State);
            Assert.Equal(GradeState.NotComputed, EasixGrader.Modified(Full with { Crp = bound }).State);
            Assert.Equal(GradeState.NotComputed, EasixGrader.Simplified(Full with { Platelets = bound }).State);
        }
    }

    [Theory]
    [InlineData("1.0005", "1.001")]
    [InlineData("1.0004999", "1.000")]
    [InlineData("8", "8.000")]
    public void Three_decimals_are_shown_half_away_from_zero(string index, string shown) => Assert.Equal(
        shown, EasixGrader.Shown(decimal.Parse(index, System.Globalization.CultureInfo.InvariantCulture)).ToString("0.000", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Drivers_are_the_values_of_the_index() => Assert.Equal(
        ["ldh 350 U/L", "crp 50 mg/L", "platelets 60 10*9/L"],
        EasixGrader.Modified(Full).Drivers.Select(driver => $"{driver.Code} {driver.Value} {driver.Unit}"));

    [Fact]
    public void Every_sentence_in_both_languages()
    {
        GradeResult[] results =
        [
            EasixGrader.NotAssessed, EasixGrader.Easix(Full), EasixGrader.Modified(Full), EasixGrader.Simplified(Full with { Platelets = 0 }),
            EasixGrader.Easix(Full with { Creatinine = null }), EasixGrader.Modified(Full with { Crp = new Measured(5, Comparator.Below) }),
        ];
        Assert.Equal(
            [
                "EASIX not assessed: nothing has been recorded.",
                "EASIX 7.583 (no cut-off is used; not validated for CAR-NK).",
                "m-EASIX 29.167 (no cut-off is used; not validated for CAR-NK).",
                "s-EASIX not computed: there are no platelets to divide by.",
                "EASIX not computed: creatinine not recorded.",
                "m-EASIX not computed: a value is only known as a limit.",
            ],
            results.Select(result => result.Sentence.English));
        Assert.Equal(
            [
                "未评估 EASIX：尚无任何记录。",
                "EASIX 为 7.583（不设界值；未在 CAR-NK 中验证）。",
                "m-EASIX 为 29.167（不设界值；未在 CAR-NK 中验证）。",
                "未计算 s-EASIX：血小板为 0，无法相除。",
                "未计算 EASIX：未记录肌酐。",
                "未计算 m-EASIX：有数值仅知其上限或下限。",
            ],
            results.Select(result => result.Sentence.In(Sentence.Chinese)));
    }

    [Fact, Rule("EASIX-2.6", Source)]
    public void Worse_values_never_lower_an_index_and_the_index_times_platelets_is_the_product() =>
        Gen.Select(Gen.Int[10, 50_000], Gen.Int[1, 300], Gen.Int[0, 10_000], Gen.Int[1, 30_000]).Sample((ldh, creatinine, crp, platelets) =>
        {
            var inputs = new EasixInputs { Ldh = ldh, Creatinine = creatinine / 10m, Crp = crp / 10m, Platelets = platelets / 10m };
            var index = EasixGrader.Easix(inputs).Index!.Value;
            Assert.True(decimal.Abs((index * platelets / 10m) - (ldh * creatinine / 10m)) < 0.000_001m);
            Assert.True(decimal.Abs((EasixGrader.Modified(inputs).Index!.Value * platelets / 10m) - (ldh * crp / 100m)) < 0.000_001m);
            Assert.True(EasixGrader.Easix(inputs with { Ldh = ldh + 1 }).Index >= index);
            Assert.True(EasixGrader.Easix(inputs with { Platelets = (platelets + 1) / 10m }).Index <= index);
        }, iter: Law.Tries);
}
