using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Infection;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Infection;

/// <summary>Both definitions on both sides of and at every limit: temperature, duration, gap, count, window, fall.</summary>
public sealed class FebrileNeutropeniaTests
{
    const string Source = "gvhd-cytopenia-observations 3.1; Freifeld 2011, doi:10.1093/cid/cir073; CTCAE v5.0, NCI 2017";

    [Theory, Rule("FEB-3.1a", Source)]
    [InlineData("0:38.29", "no 0"), InlineData("0:38.3", "yes 0"), InlineData("0:38.31", "yes 3"), InlineData("0:41", "yes 3"), InlineData("0:37", "no 0")]
    public void One_high_temperature(string temperatures, string answers) => Assert.Equal(answers, FebrileNeutropeniaCase.Answers(temperatures, "-6:0.3"));

    [Theory, Rule("FEB-3.1b", Source)]
    [InlineData("0:38.0 59:38.0", "no 0"), InlineData("0:38.0 60:38.0", "yes 0"), InlineData("0:38.0 61:38.0", "yes 3"), InlineData("0:37.99 61:38.0", "no 0")]
    [InlineData("0:38.0 60.5:38.0", "yes 3"), InlineData("10:38.0 40:38.2 71:38.0", "yes 3")]
    [InlineData("0:38.0 30:37.9 61:38.0", "no 0"), InlineData("0:38.0 30:37.9 31:38.0 92:38.0", "yes 3")]
    [InlineData("0:38.0 240:38.0", "yes 3"), InlineData("0:38.0 241:38.0", "no 0"), InlineData("0:38.0 30:38.0 271:38.0", "no 0"), InlineData("0:38.0 241:38.0 302:38.0", "yes 3")]
    public void Sustained_temperature(string temperatures, string answers) => Assert.Equal(answers, FebrileNeutropeniaCase.Answers(temperatures, "-6:0.3"));

    [Theory, Rule("FEB-3.1b", Source)]
    [InlineData("0:38.1 61:38.1 61:37.5", "yes 3"), InlineData("0:38.1 30:37.5 30:38.2 61:38.1", "no 0"), InlineData("0:38.1 30:37.5 30:38.2 95:38.1", "yes 3")]
    [InlineData("0:37.2 0:38.1 61:38.1", "yes 3")]
    public void Of_readings_at_one_instant_a_low_one_is_not_bridged(string temperatures, string answers)
    {
        Assert.Equal(answers, FebrileNeutropeniaCase.Answers(temperatures, "-6:0.3"));
        Assert.Equal(answers, FebrileNeutropeniaCase.Answers(string.Join(' ', temperatures.Split(' ').Reverse()), "-6:0.3"));
    }

    [Theory, Rule("FEB-3.1c", Source)]
    [InlineData("-6:0.499", "yes 3"), InlineData("-6:0.5", "no 3"), InlineData("-6:0.999", "no 3"), InlineData("-6:1.0", "no 0"), InlineData("-6:0", "yes 3")]
    public void The_count(string counts, string answers) => Assert.Equal(answers, FebrileNeutropeniaCase.Answers("0:39", counts));

    [Theory, Rule("FEB-3.1d", Source)]
    [InlineData("-72:0.3", "yes 3"), InlineData("-72.1:0.3", "indeterminate -"), InlineData("0:0.3", "yes 3"), InlineData("24:0.3", "yes 3"), InlineData("24.1:0.3", "indeterminate -")]
    [InlineData("-1:2.0 1:0.1", "no 0"), InlineData("-30:0.1 -1:2.0", "no 0"), InlineData("-73:0.1 3:2.0", "no 0"), InlineData("3:0.3 5:2.0", "yes 3"), InlineData("", "indeterminate -")]
    [InlineData("-6:0.3 -6:2.0", "yes 3"), InlineData("-6:2.0 -6:0.3", "yes 3")]
    public void The_count_that_is_used(string counts, string answers) => Assert.Equal(answers, FebrileNeutropeniaCase.Answers("0:39", counts));

    [Theory, Rule("FEB-3.1e", Source)]
    // The line is 0.5 after 48 h: not below. A hair steeper is.
    [InlineData("-54:0.9 -6:0.7", "no 3"), InlineData("-54:0.901 -6:0.7", "yes 3")]
    [InlineData("-102:1.5 -6:0.8", "yes 3"), InlineData("-102.1:1.5 -6:0.8", "no 3")]
    [InlineData("-30:0.7 -6:0.8", "no 3"), InlineData("-30:0.8 -6:0.8", "no 3"), InlineData("-30:9 -6:1.0", "no 0"), InlineData("-30:9 -6:0.99", "yes 3")]
    [InlineData("-30:0.9 -20:0.7 -6:0.75", "no 3"), InlineData("-80:3 10:0.9", "yes 3"), InlineData("-87:3 10:0.9", "no 3")]
    public void A_count_that_is_expected_to_fall(string counts, string answers) => Assert.Equal(answers, FebrileNeutropeniaCase.Answers("0:39", counts));

    [Theory, Rule("FEB-3.1f", Source)]
    [InlineData("0:39", "-6:2.0", "yes 0"), InlineData("0:39", "", "yes -"), InlineData("0:38.1", "", "no 0"), InlineData("", "", "indeterminate -")]
    public void A_clinician_may_expect_the_fall(string temperatures, string counts, string answers) =>
        Assert.Equal(answers, FebrileNeutropeniaCase.Answers(temperatures, counts, expectedToFall: true));

    [Theory, Rule("FEB-3.1g", Source)]
    [InlineData("", "-6:0.3", "indeterminate -"), InlineData("", "-6:0.6", "no -"), InlineData("", "-6:2", "no 0"), InlineData("0:38.1", "", "no 0"), InlineData("", "", "indeterminate -")]
    public void What_is_missing_is_neither_no_nor_zero(string temperatures, string counts, string answers) =>
        Assert.Equal(answers, FebrileNeutropeniaCase.Answers(temperatures, counts));

    [Theory, Rule("FEB-3.1h", Source)]
    [InlineData("0:39", "-6:<0.5", "yes 3"), InlineData("0:39", "-6:<0.6", "indeterminate 3"), InlineData("0:39", "-6:<2", "indeterminate -"), InlineData("0:39", "-6:>1", "no 0")]
    [InlineData("0:39", "-30:>2 -6:0.8", "indeterminate 3"), InlineData("0:39", "-30:>2 -6:1.0", "no 0"), InlineData("0:>38.2", "-6:0.3", "indeterminate -"), InlineData("0:>38.3", "-6:0.3", "yes 3")]
    [InlineData("0:<38.3", "-6:0.3", "no 0"), InlineData("0:38 61:<38.2", "-6:0.3", "indeterminate -"), InlineData("0:38 61:>38", "-6:0.3", "yes 3")]
    public void A_bound_is_never_the_number(string temperatures, string counts, string answers) =>
        Assert.Equal(answers, FebrileNeutropeniaCase.Answers(temperatures, counts));

    [Fact, Rule("FEB-2.1", Source)]
    public void Life_threatening_is_grade_4_by_statement_and_no_alarm_by_itself()
    {
        var inputs = FebrileNeutropeniaCase.Inputs("0:37", "-6:3") with { IsLifeThreatening = true };
        Assert.Equal((4, 4), (CtcaeFebrileNeutropenia.Grade(inputs).Low, CtcaeFebrileNeutropenia.Grade(inputs).High));
        Assert.Equal(0, IdsaFebrileNeutropenia.Grade(inputs).High);
    }

    [Fact, Rule("FEB-3.1i", Source)]
    public void Flags_name_profound_neutropenia_and_an_expectation_that_decided()
    {
        Assert.Equal([FebrileNeutropeniaFlag.Profound], Flags("0:39", "-6:0.099"));
        Assert.Empty(Flags("0:39", "-6:0.1"));
        Assert.Equal([FebrileNeutropeniaFlag.ExpectedToFall], Flags("0:39", "-30:1.2 -6:0.8"));
        Assert.Empty(Flags("0:37", "-30:1.2 -6:0.8"));
        Assert.Equal([FebrileNeutropeniaFlag.Profound], CtcaeFebrileNeutropenia.Grade(FebrileNeutropeniaCase.Inputs("0:39", "-6:<0.1")).Flags);
    }

    [Theory, Rule("FEB-3.1j", Source)]
    [InlineData("0:38.5", "-6:0.3", "Febrile neutropenia (IDSA): yes, fever with neutrophils below 0.5 × 10⁹/L.", "中性粒细胞减少伴发热（IDSA）：是，发热且中性粒细胞低于 0.5 × 10⁹/L。")]
    [InlineData("0:38.5", "-30:1.2 -6:0.8", "Febrile neutropenia (IDSA): yes, fever with neutrophils expected to fall below 0.5 × 10⁹/L within 48 h.", "中性粒细胞减少伴发热（IDSA）：是，发热且预计中性粒细胞将在 48 小时内降至 0.5 × 10⁹/L 以下。")]
    [InlineData("0:38.5", "-6:2", "Febrile neutropenia (IDSA): no.", "中性粒细胞减少伴发热（IDSA）：否。")]
    [InlineData("0:38.5", "", "Febrile neutropenia (IDSA) cannot be excluded: absolute neutrophil count not recorded.", "不能排除中性粒细胞减少伴发热（IDSA）：未记录中性粒细胞绝对计数。")]
    [InlineData("", "", "Febrile neutropenia (IDSA) cannot be excluded: temperature, absolute neutrophil count not recorded.", "不能排除中性粒细胞减少伴发热（IDSA）：未记录体温、中性粒细胞绝对计数。")]
    [InlineData("0:38.5", "-6:<0.6", "Febrile neutropenia (IDSA) cannot be excluded: a value is only known as a limit.", "不能排除中性粒细胞减少伴发热（IDSA）：有数值仅知其上限或下限。")]
    public void The_sentence_of_the_alarm(string temperatures, string counts, string english, string chinese) =>
        Says(english, chinese, IdsaFebrileNeutropenia.Grade(FebrileNeutropeniaCase.Inputs(temperatures, counts)));

    [Fact, Rule("FEB-3.1j", Source)]
    public void The_sentence_of_the_grade()
    {
        Says("Febrile neutropenia (CTCAE 5.0): grade 3.", "中性粒细胞减少伴发热（CTCAE 5.0）：3 级。", CtcaeFebrileNeutropenia.Grade(FebrileNeutropeniaCase.Inputs("0:39", "-6:0.3")));
        Says("Febrile neutropenia (CTCAE 5.0): criteria not met now (grade 0).", "中性粒细胞减少伴发热（CTCAE 5.0）：目前不符合标准（0 级）。",
            CtcaeFebrileNeutropenia.Grade(FebrileNeutropeniaCase.Inputs("0:38", "-6:0.3")));
        Says("Febrile neutropenia (CTCAE 5.0): grade 4, judged life-threatening by a clinician.", "中性粒细胞减少伴发热（CTCAE 5.0）：4 级，临床医师判断为危及生命。",
            CtcaeFebrileNeutropenia.Grade(new FebrileNeutropeniaInputs { IsLifeThreatening = true }));
        Says("Febrile neutropenia (CTCAE 5.0): at least 0, cannot exclude 3: absolute neutrophil count not recorded.", "中性粒细胞减少伴发热（CTCAE 5.0）：至少 0 级，不能排除 3 级：未记录中性粒细胞绝对计数。",
            CtcaeFebrileNeutropenia.Grade(FebrileNeutropeniaCase.Inputs("0:39", "")));
        Says("Febrile neutropenia (CTCAE 5.0): at least 0, cannot exclude 3: a value is only known as a limit.", "中性粒细胞减少伴发热（CTCAE 5.0）：至少 0 级，不能排除 3 级：有数值仅知其上限或下限。",
            CtcaeFebrileNeutropenia.Grade(FebrileNeutropeniaCase.Inputs("0:39", "-6:<2")));
    }

    [Theory, Rule("FEB-3.1k", Source)]
    [InlineData("", "-6:0.3", "temperature:0,1", "temperature:0,3"), InlineData("0:38.3", "", "anc:0,1", ""), InlineData("0:39", "-80:0.3", "anc:0,1", "anc:0,3")]
    [InlineData("", "", "temperature:0,1 anc:0,1", "temperature:0,3 anc:0,3"), InlineData("", "-6:2", "", ""), InlineData("0:37", "", "", "")]
    public void What_is_missing_names_the_levels_that_hang_on_it(string temperatures, string counts, string alarm, string grade)
    {
        var inputs = FebrileNeutropeniaCase.Inputs(temperatures, counts);
        Assert.Equal((alarm, grade), (Missing(IdsaFebrileNeutropenia.Grade(inputs)), Missing(CtcaeFebrileNeutropenia.Grade(inputs))));
    }

    [Fact, Rule("FEB-3.1l", Source)]
    public void Drivers_are_the_highest_temperature_the_count_used_and_the_statements()
    {
        var inputs = FebrileNeutropeniaCase.Inputs("0:38.1 60:38.6 90:38.2", "-80:0.2 -6:0.8") with { IsExpectedToFall = true, IsLifeThreatening = true };
        Assert.Equal("temperature=38.6 Cel anc=0.8 10*9/L anc_expected_to_fall=true", Drivers(IdsaFebrileNeutropenia.Grade(inputs)));
        Assert.Equal("life_threatening_judgement=febrile_neutropenia temperature=38.6 Cel anc=0.8 10*9/L", Drivers(CtcaeFebrileNeutropenia.Grade(inputs)));
        Assert.Empty(IdsaFebrileNeutropenia.Grade(new FebrileNeutropeniaInputs()).Drivers);
    }

    [Fact, Rule("FEB-3.1l", Source)]
    public void Of_a_number_and_a_bound_below_it_the_number_is_the_reason() =>
        Assert.Equal("temperature=37.5 Cel anc=0.8 10*9/L", Drivers(IdsaFebrileNeutropenia.Grade(FebrileNeutropeniaCase.Inputs("0:<37.5 10:37.5", "-6:0.8"))));

    [Theory, Rule("FEB-7", "gvhd-cytopenia-observations 7")]
    [InlineData("38.3", "", "temps_min_c"), InlineData("0:", "", "temps_min_c"), InlineData("0:38,3", "", "temps_min_c"), InlineData("0:29.9", "", "temps_min_c"), InlineData("0:45.1", "", "temps_min_c")]
    [InlineData("x:38.3", "", "temps_min_c"), InlineData("0:38.3:1", "", "temps_min_c"), InlineData("", "-6:-0.1", "anc_h_10e9"), InlineData("", "-6:200.1", "anc_h_10e9"), InlineData("", "-6:<", "anc_h_10e9")]
    [InlineData("-79228162514264337593543950335:38 79228162514264337593543950335:38", "", "temps_min_c"), InlineData("", "1000001:0.3", "anc_h_10e9")]
    public void A_series_that_cannot_be_read_is_refused_by_name(string temperatures, string counts, string column)
    {
        var refused = Assert.Throws<Grading.Cases.CaseInputException>(() => FebrileNeutropeniaCase.Answers(temperatures, counts));
        Assert.Equal(column, Assert.Single(refused.Problems).Column);
    }

    static IEnumerable<string> Flags(string temperatures, string counts) => IdsaFebrileNeutropenia.Grade(FebrileNeutropeniaCase.Inputs(temperatures, counts)).Flags;

    static void Says(string english, string chinese, GradeResult result) => Assert.Equal((english, chinese), (result.Sentence.English, result.Sentence.In(Sentence.Chinese)));

    static string Missing(GradeResult result) => string.Join(' ', result.Missing.Select(missing => $"{missing.Code}:{string.Join(',', missing.CouldReach)}"));

    static string Drivers(GradeResult result) => string.Join(' ', result.Drivers.Select(driver => $"{driver.Code}={driver.Value}{(driver.Unit is { } unit ? " " + unit : "")}"));
}
