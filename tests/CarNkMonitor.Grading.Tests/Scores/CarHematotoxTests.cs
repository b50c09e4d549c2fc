using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Scores;
using CarNkMonitor.Grading.Tests.Approval;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Scores;

/// <summary>The table of CAR-HEMATOTOX, item by item, all its 72 combinations, and its laws.</summary>
public sealed class CarHematotoxTests
{
    const string Source = "gvhd-cytopenia-observations 2.6; Rejeski 2021";

    /// <summary>One value of each cell.</summary>
    static readonly decimal[][] Cells = [[200, 100, 50], [2, 0.5m], [110, 80], [10, 60], [300, 900, 5000]];

    static readonly CarHematotoxInputs Best = new() { Platelets = 180, Neutrophils = 1.5m, Hemoglobin = 100, Crp = 12, Ferritin = 400 };

    [Fact, Rule("CAR-HEMATOTOX-2.6", Source)]
    public void The_limits_are_the_approved_ones()
    {
        var text = new StringBuilder();
        Around(text, "platelets, 10*9/L", 175, 0.1m, value => Best with { Platelets = value });
        Around(text, "platelets, 10*9/L", 75, 0.1m, value => Best with { Platelets = value });
        Around(text, "neutrophils, 10*9/L", 1.2m, 0.001m, value => Best with { Neutrophils = value });
        Around(text, "haemoglobin, g/L", 90, 0.1m, value => Best with { Hemoglobin = value });
        Around(text, "CRP, mg/L", 30, 0.1m, value => Best with { Crp = value });
        Around(text, "ferritin, ug/L", 650, 0.1m, value => Best with { Ferritin = value });
        Around(text, "ferritin, ug/L", 2000, 0.1m, value => Best with { Ferritin = value });
        Approved.File("scores/car_hematotox_limits.txt", text.ToString());
        Approved.Block("criteria/scores.md", "car_hematotox_limits", $"```text\n{text}```\n");
    }

    static void Around(StringBuilder text, string what, decimal limit, decimal step, Func<decimal, CarHematotoxInputs> inputs) => text.Append(CultureInfo.InvariantCulture,
        $"{what,-20} {string.Join("  ", new[] { limit - step, limit, limit + step }.Select(value => FormattableString.Invariant($"{value}: {Total(inputs(value))}")))}\n");

    [Theory, Rule("CAR-HEMATOTOX-2.6-platelets", Source)]
    [InlineData("176", "0")]
    [InlineData("175.1", "0")]
    [InlineData("175", "1")]
    [InlineData("75", "1")]
    [InlineData("74.9", "2")]
    [InlineData("0", "2")]
    [InlineData("<75", "2")]
    [InlineData("<100", "1-2")]
    [InlineData(">100", "0-1")]
    [InlineData(">175", "0")]
    public void Platelets(string count, string total) => Assert.Equal(total, Total(Best with { Platelets = Measured(count) }));

    [Theory, Rule("CAR-HEMATOTOX-2.6-anc", Source)]
    [InlineData("1.201", "0")]
    [InlineData("1.2", "0")]
    [InlineData("1.199", "1")]
    [InlineData("<1.3", "0-1")]
    public void Neutrophils(string count, string total) => Assert.Equal(total, Total(Best with { Neutrophils = Measured(count) }));

    [Theory, Rule("CAR-HEMATOTOX-2.6-hgb", Source)]
    [InlineData("91", "0")]
    [InlineData("90", "0")]
    [InlineData("89.9", "1")]
    [InlineData(">80", "0-1")]
    public void Haemoglobin(string value, string total) => Assert.Equal(total, Total(Best with { Hemoglobin = Measured(value) }));

    [Theory, Rule("CAR-HEMATOTOX-2.6-crp", Source)]
    [InlineData("29.9", "0")]
    [InlineData("30", "0")]
    [InlineData("30.1", "1")]
    [InlineData("<5", "0")]
    public void Crp(string value, string total) => Assert.Equal(total, Total(Best with { Crp = Measured(value) }));

    [Theory, Rule("CAR-HEMATOTOX-2.6-ferritin", Source)]
    [InlineData("649.9", "0")]
    [InlineData("650", "1")]
    [InlineData("2000", "1")]
    [InlineData("2000.1", "2")]
    [InlineData(">2000", "2")]
    [InlineData(">1500", "1-2")]
    [InlineData("<700", "0-1")]
    public void Ferritin(string value, string total) => Assert.Equal(total, Total(Best with { Ferritin = Measured(value) }));

    [Fact, Rule("CAR-HEMATOTOX-2.6", Source)]
    public void The_72_combinations_are_the_approved_ones() => Approved.File("scores/car_hematotox.txt", Combinations("{0,5} {1,5} {2,5} {3,4} {4,6} {5,6} {6}\n"));

    [Fact]
    public void The_page_shows_the_same_combinations() => Approved.Block(
        "criteria/scores.md", "car_hematotox",
        "| platelets | ANC | haemoglobin | CRP | ferritin | total | risk |\n| --- | --- | --- | --- | --- | --- | --- |\n"
        + Combinations("| {0} | {1} | {2} | {3} | {4} | {5} | {6} |\n"));

    [Theory, Rule("CAR-HEMATOTOX-2.6-missing", Source)]
    [InlineData("platelets")]
    [InlineData("anc")]
    [InlineData("hgb")]
    [InlineData("crp")]
    [InlineData("ferritin")]
    public void Any_item_missing_is_not_computed(string code)
    {
        var result = CarHematotoxGrader.Grade(Without(code));
        Assert.Equal((GradeState.NotComputed, null, null), (result.State, result.Low, result.High));
        Assert.Null(CarHematotoxGrader.RiskOf(result));
        Assert.Equal([$"{code} {(code is "platelets" or "ferritin" ? "0,1,2" : "0,1")}"], result.Missing.Select(Shown));
    }

    [Fact]
    public void Missing_items_together_reach_every_total_of_both()
    {
        var result = CarHematotoxGrader.Grade(Best with { Platelets = null, Ferritin = null, Crp = 50 });
        Assert.Equal(["platelets 1,2,3,4,5", "ferritin 1,2,3,4,5"], result.Missing.Select(Shown));
        Assert.Equal("CAR-HEMATOTOX not computed: platelets, ferritin not recorded.", result.Sentence.English);
        Assert.Equal("未计算 CAR-HEMATOTOX：未记录血小板、铁蛋白。", result.Sentence.In(Sentence.Chinese));
    }

    [Fact]
    public void Drivers_are_all_that_was_recorded_in_the_canonical_units() => Assert.Equal(
        ["platelets 180 10*9/L", "anc 1.5 10*9/L", "hgb 100 g/L", "crp <12 mg/L", "ferritin 400 ug/L"],
        CarHematotoxGrader.Grade(Best with { Crp = Measured("<12") }).Drivers.Select(driver => $"{driver.Code} {driver.Value} {driver.Unit}"));

    [Fact]
    public void Every_sentence_in_both_languages()
    {
        GradeResult[] results =
        [
            CarHematotoxGrader.NotAssessed, CarHematotoxGrader.Grade(Best), CarHematotoxGrader.Grade(Best with { Ferritin = 3000 }),
            CarHematotoxGrader.Grade(Best with { Platelets = Measured("<100") }),
        ];
        Assert.Equal(
            [
                "CAR-HEMATOTOX not assessed: nothing has been recorded.",
                "CAR-HEMATOTOX 0: low risk of haematotoxicity (not validated for CAR-NK).",
                "CAR-HEMATOTOX 2: high risk of haematotoxicity (not validated for CAR-NK).",
                "CAR-HEMATOTOX at least 1, cannot exclude 2: a value is only known as a limit (not validated for CAR-NK).",
            ],
            results.Select(result => result.Sentence.English));
        Assert.Equal(
            [
                "未评估 CAR-HEMATOTOX：尚无任何记录。",
                "CAR-HEMATOTOX 0 分：血液学毒性低风险（未在 CAR-NK 中验证）。",
                "CAR-HEMATOTOX 2 分：血液学毒性高风险（未在 CAR-NK 中验证）。",
                "CAR-HEMATOTOX 至少 1 分，不能排除 2 分：有数值仅知其上限或下限（未在 CAR-NK 中验证）。",
            ],
            results.Select(result => result.Sentence.In(Sentence.Chinese)));
    }

    static readonly Gen<Measured> Any = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3000], (kind, value) => new Measured(value / 2m, kind switch
    {
        0 => Comparator.Below,
        1 => Comparator.Above,
        _ => Comparator.Equal,
    }));

    static readonly Gen<CarHematotoxInputs> Inputs = Gen.Select(Any, Any, Any, Any, Any, Gen.Int[0, 31], (platelets, neutrophils, hemoglobin, crp, ferritin, missing) =>
        new CarHematotoxInputs
        {
            Platelets = Kept(platelets, missing, 1, 5), Neutrophils = Kept(neutrophils, missing, 2, 500), Hemoglobin = Kept(hemoglobin, missing, 4, 8),
            Crp = Kept(crp, missing, 8, 20), Ferritin = Kept(ferritin, missing, 16, 0.5m),
        });

    [Fact, Rule("LAW-9.2-bounds", "crs-icans-mas 9; gvhd-cytopenia-observations 0.4")]
    public void A_bound_leaves_the_total_of_every_number_within_it() => Inputs.Where(inputs => inputs.IsComplete()).Sample(inputs =>
    {
        var (wide, exact) = (CarHematotoxGrader.Grade(inputs), CarHematotoxGrader.Grade(Narrowed(inputs)));
        Assert.True(wide.Low <= exact.Low && wide.High >= exact.High && exact.State == GradeState.Determined);
        Assert.Equal(wide.Low == wide.High, wide.State == GradeState.Determined);
    }, iter: Law.Tries);

    [Fact, Rule("LAW-9.1", "crs-icans-mas 9: worse never lowers")]
    public void Worse_values_never_lower_a_bound() => Inputs.Where(inputs => inputs.IsComplete()).Sample(inputs =>
    {
        var before = CarHematotoxGrader.Grade(inputs);
        foreach (var worse in new[]
        {
            inputs with { Platelets = Moved(inputs.Platelets, -40) }, inputs with { Neutrophils = Moved(inputs.Neutrophils, -0.4m) },
            inputs with { Hemoglobin = Moved(inputs.Hemoglobin, -10) }, inputs with { Crp = Moved(inputs.Crp, 10) }, inputs with { Ferritin = Moved(inputs.Ferritin, 700) },
        })
        {
            var after = CarHematotoxGrader.Grade(worse);
            Assert.True(after.Low >= before.Low && after.High >= before.High);
        }
    }, iter: Law.Tries);

    [Fact, Rule("CAR-HEMATOTOX-2.6-missing", Source)]
    public void What_is_missing_names_exactly_the_totals_that_hang_on_it() => Inputs.Where(inputs => !inputs.IsComplete()).Sample(inputs =>
    {
        var missing = CarHematotoxGrader.Grade(inputs).Missing;
        Assert.All(missing, gap => Assert.Equal(BruteForce(inputs), gap.CouldReach));
    }, iter: Law.OneOf(20));

    static SortedSet<int> BruteForce(CarHematotoxInputs inputs)
    {
        var totals = new SortedSet<int>();
        foreach (var platelets in inputs.Platelets is { } one ? [one] : Cells[0].Select(Plain))
        {
            foreach (var neutrophils in inputs.Neutrophils is { } two ? [two] : Cells[1].Select(Plain))
            {
                foreach (var hemoglobin in inputs.Hemoglobin is { } three ? [three] : Cells[2].Select(Plain))
                {
                    foreach (var (crp, ferritin) in from crp in inputs.Crp is { } four ? [four] : Cells[3].Select(Plain)
                                                    from ferritin in inputs.Ferritin is { } five ? [five] : Cells[4].Select(Plain)
                                                    select (crp, ferritin))
                    {
                        var result = CarHematotoxGrader.Grade(new() { Platelets = platelets, Neutrophils = neutrophils, Hemoglobin = hemoglobin, Crp = crp, Ferritin = ferritin });
                        totals.UnionWith([result.Low!.Value, result.High!.Value]);
                    }
                }
            }
        }

        return totals;
    }

    static Measured Plain(decimal value) => value;

    static string Combinations(string line)
    {
        var text = new StringBuilder();
        foreach (var (platelets, neutrophils, hemoglobin) in from a in Cells[0] from b in Cells[1] from c in Cells[2] select (a, b, c))
        {
            foreach (var (crp, ferritin) in from d in Cells[3] from e in Cells[4] select (d, e))
            {
                var result = CarHematotoxGrader.Grade(new() { Platelets = platelets, Neutrophils = neutrophils, Hemoglobin = hemoglobin, Crp = crp, Ferritin = ferritin });
                text.AppendFormat(CultureInfo.InvariantCulture, line, platelets, neutrophils, hemoglobin, crp, ferritin, result.Low, CarHematotoxGrader.RiskOf(result));
            }
        }

        return text.ToString();
    }

    static CarHematotoxInputs Without(string code) => code switch
    {
        "platelets" => Best with { Platelets = null },
        "anc" => Best with { Neutrophils = null },
        "hgb" => Best with { Hemoglobin = null },
        "crp" => Best with { Crp = null },
        _ => Best with { Ferritin = null },
    };

    static CarHematotoxInputs Narrowed(CarHematotoxInputs inputs) => inputs with
    {
        Platelets = Inside(inputs.Platelets), Neutrophils = Inside(inputs.Neutrophils), Hemoglobin = Inside(inputs.Hemoglobin), Crp = Inside(inputs.Crp),
        Ferritin = Inside(inputs.Ferritin),
    };

    static Measured? Inside(Measured? value) => value!.Value.Comparator switch
    {
        Comparator.Below => value.Value.Value * 0.7m - 0.01m,
        Comparator.Above => value.Value.Value * 1.4m + 0.01m,
        Comparator.Equal => value,
    };

    static Measured? Moved(Measured? value, decimal by) => value!.Value with { Value = value.Value.Value + by };

    static Measured? Kept(Measured value, int missing, int bit, decimal scale) => (missing & bit) != 0 && missing % 3 == 0 ? null : value with { Value = value.Value / scale };

    static string Total(CarHematotoxInputs inputs)
    {
        var result = CarHematotoxGrader.Grade(inputs);
        return result.Low == result.High ? $"{result.Low}" : $"{result.Low}-{result.High}";
    }

    static string Shown(MissingInput missing) => $"{missing.Code} {string.Join(",", missing.CouldReach)}";

    static Measured Measured(string text) => text[0] switch
    {
        '<' => new Measured(decimal.Parse(text[1..], CultureInfo.InvariantCulture), Comparator.Below),
        '>' => new Measured(decimal.Parse(text[1..], CultureInfo.InvariantCulture), Comparator.Above),
        _ => decimal.Parse(text, CultureInfo.InvariantCulture),
    };
}

static class Completeness
{
    public static bool IsComplete(this CarHematotoxInputs inputs) =>
        inputs is { Platelets: not null, Neutrophils: not null, Hemoglobin: not null, Crp: not null, Ferritin: not null };
}
