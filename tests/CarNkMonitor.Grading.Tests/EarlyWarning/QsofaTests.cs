using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.EarlyWarning;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Approval;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.EarlyWarning;

public sealed class QsofaTests
{
    const string Source = "gvhd-cytopenia-observations 4.2; Singer 2016 Box 4; Seymour 2016";

    static readonly QsofaInputs Normal = new() { RespiratoryRate = 16, Systolic = 120, GlasgowComaScore = 15 };

    [Theory, Rule("QSOFA-4.2", Source)]
    [InlineData("21", "0")]
    [InlineData("22", "1")]
    [InlineData(">20", "0-1")]
    [InlineData("", "0-1")]
    public void Respiratory_rate_from_22(string rate, string total) => Assert.Equal(total, Total(Normal with { RespiratoryRate = News2Tests.Measured(rate) }));

    [Theory, Rule("QSOFA-4.2", Source)]
    [InlineData("101", "0")]
    [InlineData("100.01", "0")]
    [InlineData("100", "1")]
    [InlineData("<100", "1")]
    [InlineData("", "0-1")]
    public void Systolic_pressure_up_to_100(string pressure, string total) => Assert.Equal(total, Total(Normal with { Systolic = News2Tests.Measured(pressure) }));

    [Theory, Rule("QSOFA-4.2", Source)]
    [InlineData("15", "0")]
    [InlineData("14", "1")]
    [InlineData("3", "1")]
    [InlineData("", "0-1")]
    public void Coma_score_below_15(string score, string total) => Assert.Equal(total, Total(Normal with { GlasgowComaScore = News2Tests.Measured(score) }));

    [Fact, Rule("QSOFA-4.2", Source)]
    public void All_27_combinations_of_no_yes_and_missing_are_the_approved_ones() => Approved.File("scores/qsofa.txt", Combinations("{0,7} {1,7} {2,7} {3,-4} {4}\n"));

    [Fact, Rule("QSOFA-4.2", Source)]
    public void The_limits_are_the_approved_ones()
    {
        var text = new System.Text.StringBuilder();
        void Around(string what, decimal limit, decimal step, Func<decimal, QsofaInputs> inputs) => text.Append(CultureInfo.InvariantCulture,
            $"{what,-26} {string.Join("  ", new[] { limit - step, limit, limit + step }.Select(value => FormattableString.Invariant($"{value}: {Total(inputs(value))}")))}\n");

        Around("respiratory rate, /min", 22, 1, value => Normal with { RespiratoryRate = value });
        Around("systolic pressure, mm[Hg]", 100, 1, value => Normal with { Systolic = value });
        Around("Glasgow coma score", 14, 1, value => Normal with { GlasgowComaScore = value });
        Approved.File("scores/qsofa_limits.txt", text.ToString());
        Approved.Block("criteria/scores.md", "qsofa_limits", $"```text\n{text}```\n");
    }

    [Fact]
    public void The_page_shows_the_same_combinations() => Approved.Block(
        "criteria/scores.md", "qsofa", "| respiratory rate | systolic pressure | coma score | total | qSOFA |\n| --- | --- | --- | --- | --- |\n" + Combinations("| {0} | {1} | {2} | {3} | {4} |\n"));

    [Fact]
    public void A_missing_item_names_the_totals_that_hang_on_it()
    {
        var result = QsofaGrader.Grade(new QsofaInputs { RespiratoryRate = 24 });
        Assert.Equal(["sbp 1,2,3", "gcs_total 1,2,3"], result.Missing.Select(missing => $"{missing.Code} {string.Join(",", missing.CouldReach)}"));
        Assert.Equal(["resp_rate 24 /min"], result.Drivers.Select(driver => $"{driver.Code} {driver.Value} {driver.Unit}"));
        Assert.Equal("QSOFA-2016", result.Criteria);
    }

    [Fact]
    public void Every_sentence_in_both_languages()
    {
        GradeResult[] results =
        [
            QsofaGrader.NotAssessed, QsofaGrader.Grade(Normal), QsofaGrader.Grade(Normal with { RespiratoryRate = 22, Systolic = 100 }),
            QsofaGrader.Grade(Normal with { GlasgowComaScore = null }), QsofaGrader.Grade(Normal with { RespiratoryRate = new Measured(20, Comparator.Above) }),
        ];
        Assert.Equal(
            [
                "qSOFA not assessed: nothing has been recorded.", "qSOFA 0: negative, which does not exclude sepsis.", "qSOFA 2: positive.",
                "qSOFA at least 0, cannot exclude 1: Glasgow coma score not recorded.", "qSOFA at least 0, cannot exclude 1: a value is only known as a limit.",
            ],
            results.Select(result => result.Sentence.English));
        Assert.Equal(
            [
                "未评估 qSOFA：尚无任何记录。", "qSOFA 0 分：阴性，但不能排除脓毒症。", "qSOFA 2 分：阳性。",
                "qSOFA 至少 0 分，不能排除 1 分：未记录格拉斯哥昏迷评分。", "qSOFA 至少 0 分，不能排除 1 分：有数值仅知其上限或下限。",
            ],
            results.Select(result => result.Sentence.In(Sentence.Chinese)));
    }

    [Fact, Rule("LAW-9.2", "crs-icans-mas 9; gvhd-cytopenia-observations 0.4")]
    public void Forgetting_only_widens_and_worse_never_lowers() => Gen.Select(Gen.Int[5, 40], Gen.Int[60, 160], Gen.Int[3, 15]).Sample((rate, pressure, score) =>
    {
        var inputs = new QsofaInputs { RespiratoryRate = rate, Systolic = pressure, GlasgowComaScore = score };
        var known = QsofaGrader.Grade(inputs);
        Assert.Equal((rate > 21 ? 1 : 0) + (pressure < 101 ? 1 : 0) + (score < 15 ? 1 : 0), known.Low);
        foreach (var forgotten in new[] { inputs with { RespiratoryRate = null }, inputs with { Systolic = null }, inputs with { GlasgowComaScore = null } })
        {
            var less = QsofaGrader.Grade(forgotten);
            Assert.True(less.Low <= known.Low && less.High >= known.High);
            Assert.True(QsofaGrader.IsPositive(less) is null || QsofaGrader.IsPositive(less) == QsofaGrader.IsPositive(known));
        }

        var worse = QsofaGrader.Grade(inputs with { RespiratoryRate = rate + 3, Systolic = pressure - 10, GlasgowComaScore = score - 1 });
        Assert.True(worse.Low >= known.Low);
    }, iter: Law.Tries);

    static string Combinations(string line)
    {
        bool?[] answers = [false, true, null];
        var text = new StringBuilder();
        foreach (var (rate, pressure, score) in from rate in answers from pressure in answers from score in answers select (rate, pressure, score))
        {
            var inputs = new QsofaInputs { RespiratoryRate = Value(rate, 21, 22), Systolic = Value(pressure, 101, 100), GlasgowComaScore = Value(score, 15, 14) };
            var positive = QsofaGrader.IsPositive(QsofaGrader.Grade(inputs));
            text.AppendFormat(CultureInfo.InvariantCulture, line, Word(rate, "< 22", ">= 22"), Word(pressure, "> 100", "<= 100"), Word(score, "15", "< 15"),
                Total(inputs), Word(positive, "negative", "positive", "open"));
        }

        return text.ToString();
    }

    static Measured? Value(bool? answer, decimal no, decimal yes) => answer is { } known ? known ? yes : no : null;

    static string Word(bool? answer, string no, string yes, string unknown = "missing") => answer is { } known ? known ? yes : no : unknown;

    static string Total(QsofaInputs inputs)
    {
        var result = QsofaGrader.Grade(inputs);
        return result.Low == result.High ? $"{result.Low}" : $"{result.Low}-{result.High}";
    }
}
