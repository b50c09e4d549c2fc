using System.Globalization;
using CarNkMonitor.Grading.EarlyWarning;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using Xunit;

namespace CarNkMonitor.Grading.Tests.EarlyWarning;

/// <summary>The chart, band by band in printed order, and what a missing or bounded value leaves open.</summary>
public sealed class News2Tests
{
    const string Chart = "gvhd-cytopenia-observations 4.1; RCP 2017 chart 1";
    const string Triggers = "gvhd-cytopenia-observations 4.1; RCP 2017 chart 2";

    internal static readonly News2Inputs Normal = new()
    {
        Age = new(50, false), RespiratoryRate = 16, Saturation = 98, IsOnOxygen = false, Temperature = 37, Systolic = 120, Pulse = 72,
        Consciousness = Consciousness.Alert,
    };

    [Theory, Rule("NEWS2-4.1-resp", Chart)]
    [InlineData("2", "3")]
    [InlineData("8", "3")]
    [InlineData("9", "1")]
    [InlineData("11", "1")]
    [InlineData("12", "0")]
    [InlineData("20", "0")]
    [InlineData("21", "2")]
    [InlineData("24", "2")]
    [InlineData("25", "3")]
    [InlineData("90", "3")]
    [InlineData("<9", "1-3")]
    [InlineData("<8", "3")]
    [InlineData("<12", "0-3")]
    [InlineData(">20", "2-3")]
    [InlineData(">24", "3")]
    [InlineData(">23", "2-3")]
    [InlineData("", "0-3")]
    public void Respiratory_rate(string rate, string points) => Assert.Equal(points, Total(Normal with { RespiratoryRate = Measured(rate) }));

    [Theory, Rule("NEWS2-4.1-spo2-scale1", Chart)]
    [InlineData("91", "3")]
    [InlineData("92", "2")]
    [InlineData("93", "2")]
    [InlineData("94", "1")]
    [InlineData("95", "1")]
    [InlineData("96", "0")]
    [InlineData("100", "0")]
    [InlineData("<96", "0-3")]
    [InlineData("<95", "1-3")]
    [InlineData(">95", "0")]
    [InlineData("", "0-3")]
    public void Saturation_on_scale_1(string saturation, string points) => Assert.Equal(points, Total(Normal with { Saturation = Measured(saturation) }));

    [Theory, Rule("NEWS2-4.1-spo2-scale2", Chart)]
    [InlineData("83", "3")]
    [InlineData("84", "2")]
    [InlineData("85", "2")]
    [InlineData("86", "1")]
    [InlineData("87", "1")]
    [InlineData("88", "0")]
    [InlineData("92", "0")]
    [InlineData("93", "0")]
    [InlineData("94", "0")]
    [InlineData("95", "0")]
    [InlineData("96", "0")]
    [InlineData("97", "0")]
    [InlineData("100", "0")]
    [InlineData("", "0-3")]
    public void Saturation_on_scale_2_breathing_air(string saturation, string points) =>
        Assert.Equal(points, Total(Normal with { UsesScale2 = true, Saturation = Measured(saturation) }));

    [Theory, Rule("NEWS2-4.1-spo2-scale2", Chart)]
    [InlineData("83", "5")]
    [InlineData("84", "4")]
    [InlineData("85", "4")]
    [InlineData("86", "3")]
    [InlineData("87", "3")]
    [InlineData("88", "2")]
    [InlineData("92", "2")]
    [InlineData("93", "3")]
    [InlineData("94", "3")]
    [InlineData("95", "4")]
    [InlineData("96", "4")]
    [InlineData("97", "5")]
    [InlineData("100", "5")]
    [InlineData(">92", "3-5")]
    [InlineData("", "2-5")]
    public void Saturation_on_scale_2_on_oxygen_with_its_own_2_points(string saturation, string points) =>
        Assert.Equal(points, Total(Normal with { UsesScale2 = true, IsOnOxygen = true, Saturation = Measured(saturation) }));

    [Theory, Rule("NEWS2-4.1-spo2-unknown-oxygen", "gvhd-cytopenia-observations 4.1: scale 2 with SpO2 >= 93 and unknown oxygen")]
    [InlineData("85", "2-4")]
    [InlineData("92", "0-2")]
    [InlineData("93", "0-3")]
    [InlineData("97", "0-5")]
    [InlineData("", "0-5")]
    public void Saturation_on_scale_2_without_a_word_about_oxygen(string saturation, string points) =>
        Assert.Equal(points, Total(Normal with { UsesScale2 = true, IsOnOxygen = null, Saturation = Measured(saturation) }));

    [Theory, Rule("NEWS2-4.1-oxygen", Chart)]
    [InlineData(false, "0")]
    [InlineData(true, "2")]
    [InlineData(null, "0-2")]
    public void Air_or_oxygen(bool? isOnOxygen, string points) => Assert.Equal(points, Total(Normal with { IsOnOxygen = isOnOxygen }));

    [Theory, Rule("NEWS2-4.1-sbp", Chart)]
    [InlineData("30", "3")]
    [InlineData("90", "3")]
    [InlineData("90.007401924", "2")]
    [InlineData("91", "2")]
    [InlineData("100", "2")]
    [InlineData("101", "1")]
    [InlineData("110", "1")]
    [InlineData("111", "0")]
    [InlineData("219", "0")]
    [InlineData("219.5", "3")]
    [InlineData("220", "3")]
    [InlineData("<100", "2-3")]
    [InlineData(">200", "0-3")]
    [InlineData("", "0-3")]
    public void Systolic_pressure(string pressure, string points) => Assert.Equal(points, Total(Normal with { Systolic = Measured(pressure) }));

    [Theory, Rule("NEWS2-4.1-pulse", Chart)]
    [InlineData("40", "3")]
    [InlineData("41", "1")]
    [InlineData("50", "1")]
    [InlineData("51", "0")]
    [InlineData("90", "0")]
    [InlineData("91", "1")]
    [InlineData("110", "1")]
    [InlineData("111", "2")]
    [InlineData("130", "2")]
    [InlineData("131", "3")]
    [InlineData("", "0-3")]
    public void Pulse(string rate, string points) => Assert.Equal(points, Total(Normal with { Pulse = Measured(rate) }));

    [Theory, Rule("NEWS2-4.1-consciousness", Chart)]
    [InlineData("A", "0")]
    [InlineData("C", "3")]
    [InlineData("V", "3")]
    [InlineData("P", "3")]
    [InlineData("U", "3")]
    [InlineData("", "0-3")]
    public void Consciousness_is_0_or_3(string letter, string points) =>
        Assert.Equal(points, Total(Normal with { Consciousness = letter.Length == 0 ? null : News2Codes.LevelOf(letter) }));

    [Theory, Rule("NEWS2-4.1-temperature", Chart)]
    [InlineData("35", "3")]
    [InlineData("35.04", "1")]
    [InlineData("35.1", "1")]
    [InlineData("36", "1")]
    [InlineData("36.1", "0")]
    [InlineData("38", "0")]
    [InlineData("38.04", "1")]
    [InlineData("38.1", "1")]
    [InlineData("39", "1")]
    [InlineData("39.01", "2")]
    [InlineData("39.1", "2")]
    [InlineData("<36", "1-3")]
    [InlineData(">38", "1-2")]
    [InlineData("", "0-3")]
    public void Temperature_is_not_rounded(string celsius, string points) => Assert.Equal(points, Total(Normal with { Temperature = Measured(celsius) }));

    [Theory, Rule("NEWS2-4.1-response", Triggers)]
    [InlineData(0, false, News2Risk.Low, News2Frequency.TwelveHourly)]
    [InlineData(1, false, News2Risk.Low, News2Frequency.FourToSixHourly)]
    [InlineData(4, false, News2Risk.Low, News2Frequency.FourToSixHourly)]
    [InlineData(3, true, News2Risk.LowMedium, News2Frequency.Hourly)]
    [InlineData(4, true, News2Risk.LowMedium, News2Frequency.Hourly)]
    [InlineData(5, false, News2Risk.Medium, News2Frequency.Hourly)]
    [InlineData(5, true, News2Risk.Medium, News2Frequency.Hourly)]
    [InlineData(6, false, News2Risk.Medium, News2Frequency.Hourly)]
    [InlineData(7, false, News2Risk.High, News2Frequency.Continuous)]
    [InlineData(20, true, News2Risk.High, News2Frequency.Continuous)]
    public void Risk_and_frequency(int total, bool anyThree, News2Risk risk, News2Frequency frequency) =>
        Assert.Equal((risk, frequency), (News2.Risk(total, anyThree), News2.Frequency(total, anyThree)));

    [Fact, Rule("NEWS2-4.1", Chart)]
    public void The_highest_total_is_20()
    {
        var worst = Normal with
        {
            RespiratoryRate = 30, Saturation = 80, IsOnOxygen = true, Temperature = 34, Systolic = 80, Pulse = 140, Consciousness = Consciousness.Unresponsive,
        };
        Assert.Equal("20", Total(worst));
        Assert.Equal("0-20", Total(new News2Inputs()));
        Assert.Equal("20", Total(worst with { UsesScale2 = true }));
    }

    [Theory, Rule("NEWS2-4.1-applies", "gvhd-cytopenia-observations 4.1: age >= 16 and not pregnant")]
    [InlineData("15.99", false, GradeState.NotApplicable, "NEWS2 does not apply below 16 years; use the local chart for children.")]
    [InlineData("16", false, GradeState.Determined, "NEWS2 0: low clinical risk.")]
    [InlineData("16", true, GradeState.NotApplicable, "NEWS2 does not apply in pregnancy.")]
    [InlineData("", false, GradeState.Determined, "NEWS2 0: low clinical risk.")]
    public void Applies_from_16_years_on_and_not_in_pregnancy(string years, bool isPregnant, GradeState state, string sentence)
    {
        var inputs = Normal with { Age = Measured(years) is { } age ? SubjectAge.FromYears(age.Value) : null, IsPregnant = isPregnant };
        var result = News2Grader.Grade(inputs);
        Assert.Equal((state, sentence), (result.State, result.Sentence.English));
        Assert.Equal(state == GradeState.NotApplicable, News2Grader.Respond(inputs) is null);
        Assert.Equal(state == GradeState.NotApplicable, result.Low is null && result.High is null && result.Drivers.Count == 0 && result.Flags.Count == 0);
    }

    [Fact, Rule("NEWS2-4.1-missing", "gvhd-cytopenia-observations 4.1: missing parameter")]
    public void What_is_known_gives_the_least_that_follows()
    {
        var inputs = Normal with { Consciousness = Consciousness.NewConfusion, Pulse = 112, Temperature = null };
        Assert.Equal("5-8", Total(inputs));
        Assert.Equal(new News2Response(true, News2Risk.Medium, News2Frequency.Hourly), News2Grader.Respond(inputs));
        Assert.Equal(["ANY_THREE"], News2Grader.Grade(inputs).Flags);
        Assert.Empty(News2Grader.Grade(Normal with { Saturation = 97, UsesScale2 = true, IsOnOxygen = null }).Flags);
    }

    [Theory, Rule("NEWS2-4.1-any-three", Triggers)]
    [InlineData("resp_rate")]
    [InlineData("spo2")]
    [InlineData("sbp")]
    [InlineData("heart_rate")]
    [InlineData("acvpu")]
    [InlineData("temperature")]
    public void Three_in_any_one_parameter_is_a_flag(string parameter)
    {
        var red = parameter switch
        {
            "resp_rate" => Normal with { RespiratoryRate = 25 },
            "spo2" => Normal with { Saturation = 91 },
            "sbp" => Normal with { Systolic = 90 },
            "heart_rate" => Normal with { Pulse = 131 },
            "acvpu" => Normal with { Consciousness = Consciousness.Pain },
            _ => Normal with { Temperature = 35 },
        };
        Assert.Equal(["ANY_THREE"], News2Grader.Grade(red).Flags);
        Assert.Equal(new News2Response(true, News2Risk.LowMedium, News2Frequency.Hourly), News2Grader.Respond(red));
    }

    [Fact]
    public void A_result_says_why_what_is_missing_and_what_hangs_on_it()
    {
        var result = News2Grader.Grade(Normal with { UsesScale2 = true, Saturation = 95, IsOnOxygen = null, Consciousness = null });
        Assert.Equal("NEWS2 at least 0, cannot exclude 7: oxygen device, consciousness (ACVPU) not recorded.", result.Sentence.English);
        Assert.Equal(["oxygen_device 0,3,4,7", "acvpu 0,3,4,7"], result.Missing.Select(missing => $"{missing.Code} {string.Join(",", missing.CouldReach)}"));
        Assert.Equal(
            ["resp_rate 16 /min", "spo2 95 %", "news2_spo2_scale 2 ", "sbp 120 mm[Hg]", "heart_rate 72 /min", "temperature 37 Cel"],
            result.Drivers.Select(Shown));
        Assert.Equal(["oxygen_device on_oxygen ", "acvpu V "], News2Grader.Grade(Normal with { IsOnOxygen = true, Consciousness = Consciousness.Voice })
            .Drivers.Where(driver => driver.Unit is null).Select(Shown));
        Assert.Equal("NEWS2-2017", result.Criteria);
    }

    [Fact]
    public void Every_sentence_in_both_languages()
    {
        Assert.Equal(
            [
                "NEWS2 not assessed: nothing has been recorded since the infusion.",
                "NEWS2 2: low clinical risk.",
                "NEWS2 3 with 3 points in one parameter: low-medium clinical risk, review by the medical team.",
                "NEWS2 5: medium clinical risk, urgent response.",
                "NEWS2 8: high clinical risk, emergency response.",
                "NEWS2 at least 2, cannot exclude 5: temperature not recorded.",
                "NEWS2 at least 3 with 3 points in one parameter, cannot exclude 6: temperature not recorded.",
                "NEWS2 at least 1, cannot exclude 2: a value is only known as a limit.",
                "NEWS2 at least 4 with 3 points in one parameter, cannot exclude 5: a value is only known as a limit.",
            ],
            Results().Select(result => result.Sentence.English));
        Assert.Equal(
            [
                "未评估 NEWS2：输注后尚无任何记录。",
                "NEWS2 2 分：低临床风险。",
                "NEWS2 3 分，其中单项 3 分：中低临床风险，需由医疗团队评估。",
                "NEWS2 5 分：中等临床风险，需紧急应对。",
                "NEWS2 8 分：高临床风险，需立即启动急救应对。",
                "NEWS2 至少 2 分，不能排除 5 分：未记录体温。",
                "NEWS2 至少 3 分（其中单项 3 分），不能排除 6 分：未记录体温。",
                "NEWS2 至少 1 分，不能排除 2 分：有数值仅知其上限或下限。",
                "NEWS2 至少 4 分（其中单项 3 分），不能排除 5 分：有数值仅知其上限或下限。",
            ],
            Results().Select(result => result.Sentence.In(Sentence.Chinese)));

        static IEnumerable<GradeResult> Results()
        {
            var red = Normal with { Pulse = 131 };
            return
            [
                News2Grader.NotAssessed,
                News2Grader.Grade(Normal with { IsOnOxygen = true }),
                News2Grader.Grade(red),
                News2Grader.Grade(red with { IsOnOxygen = true }),
                News2Grader.Grade(red with { IsOnOxygen = true, Consciousness = Consciousness.Pain }),
                News2Grader.Grade(Normal with { IsOnOxygen = true, Temperature = null }),
                News2Grader.Grade(red with { Temperature = null }),
                News2Grader.Grade(Normal with { Temperature = new Measured(38, Comparator.Above) }),
                News2Grader.Grade(red with { Temperature = new Measured(38, Comparator.Above) }),
            ];
        }
    }

    [Fact]
    public void An_unknown_letter_is_an_error_that_names_what_is_allowed() =>
        Assert.Contains("A, C, V, P, U", Assert.Throws<ArgumentException>(() => News2Codes.LevelOf("X")).Message, StringComparison.Ordinal);

    internal static Measured? Measured(string text) => text.Length == 0 ? null : text[0] switch
    {
        '<' => new Measured(decimal.Parse(text[1..], CultureInfo.InvariantCulture), Comparator.Below),
        '>' => new Measured(decimal.Parse(text[1..], CultureInfo.InvariantCulture), Comparator.Above),
        _ => decimal.Parse(text, CultureInfo.InvariantCulture),
    };

    static string Total(News2Inputs inputs)
    {
        var result = News2Grader.Grade(inputs);
        return result.Low == result.High ? $"{result.Low}" : $"{result.Low}-{result.High}";
    }

    static string Shown(Driver driver) => $"{driver.Code} {driver.Value} {driver.Unit}";
}
