using System.Globalization;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Gvhd;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Gvhd;

/// <summary>Both sides of every limit, and what a missing or bounded value leaves open.</summary>
public sealed class MagicFindingsTests
{
    const string Table = "gvhd-cytopenia-observations 1.1; Harris 2016 Table 1";
    const string Rules = "gvhd-cytopenia-observations 1.1, operational rules";
    const string Confidence = "gvhd-cytopenia-observations 1.3; Harris 2016 Table 2";

    /// <summary>Everything was looked at and nothing was found.</summary>
    internal static readonly MagicInputs Clear = new()
    {
        Age = new(50, false), WeightKg = 70, RashPct = 0, Bilirubin = 0.8m, NauseaDays = 0, VomitingEpisodes = 0, VomitingDays = 0,
        AnorexiaWithWeightLoss = false, StoolVolume = 0, UnmeasuredStools = 0,
    };

    static readonly MagicInputs Child = Clear with { Age = new(6, false), WeightKg = 20 };

    [Theory, Rule("MAGIC-1.1-skin", Table)]
    [InlineData("0", "0")]
    [InlineData("0.1", "1")]
    [InlineData("24.9", "1")]
    [InlineData("25", "2")]
    [InlineData("50", "2")]
    [InlineData("50.1", "3")]
    [InlineData("100", "3")]
    [InlineData("<25", "0-1")]
    [InlineData(">50", "3")]
    [InlineData("<30", "0-2")]
    [InlineData(">10", "1-3")]
    [InlineData("", "0-4")]
    public void Skin_by_the_share_of_the_body_surface(string rash, string stage) => Assert.Equal(stage, Shown(MagicGrader.SkinStage(Clear with { RashPct = Measured(rash) })));

    [Theory, Rule("MAGIC-1.1-skin4", Rules)]
    [InlineData("50.1", true, true, "5.1", "4")]
    [InlineData("50.1", true, true, "5", "3")]
    [InlineData("50.1", true, true, "", "3")]
    [InlineData("50.1", true, false, "6", "3")]
    [InlineData("50.1", false, true, "6", "3")]
    [InlineData("50", true, true, "6", "2")]
    [InlineData("60", true, true, ">4", "3-4")]
    [InlineData(">40", true, true, "6", "2-4")]
    [InlineData("", false, false, "", "0-4")]
    public void Skin_4_needs_erythroderma_and_bullae_and_desquamation(string rash, bool erythroderma, bool bullae, string desquamation, string stage) =>
        Assert.Equal(stage, Shown(MagicGrader.SkinStage(Clear with
        {
            RashPct = Measured(rash), Erythroderma = erythroderma, Bullae = bullae, DesquamationPct = Measured(desquamation),
        })));

    [Theory, Rule("MAGIC-1.1-liver", Table)]
    [InlineData("1.99", "0")]
    [InlineData("2", "1")]
    [InlineData("3", "1")]
    [InlineData("3.04", "2")]
    [InlineData("3.1", "2")]
    [InlineData("6", "2")]
    [InlineData("6.01", "3")]
    [InlineData("15", "3")]
    [InlineData("15.01", "4")]
    [InlineData("<2", "0")]
    [InlineData("<3", "0-1")]
    [InlineData(">3", "2-4")]
    [InlineData("", "0-4")]
    public void Liver_by_total_bilirubin(string bilirubin, string stage) => Assert.Equal(stage, Shown(MagicGrader.LiverStage(Clear with { Bilirubin = Measured(bilirubin) })));

    [Theory, Rule("MAGIC-1.1-ugi", Rules)]
    [InlineData("2", "0", "0", false, "0")]
    [InlineData("3", "0", "0", false, "1")]
    [InlineData("0", "2", "1", false, "0")]
    [InlineData("0", "1", "2", false, "0")]
    [InlineData("0", "2", "2", false, "1")]
    [InlineData("0", "0", "0", true, "1")]
    [InlineData("3", "", "", null, "1")]
    [InlineData("", "2", "2", null, "1")]
    [InlineData("", "", "", true, "1")]
    [InlineData("0", "", "", false, "0-1")]
    [InlineData("0", "1", "", false, "0")]
    [InlineData("0", "", "1", false, "0")]
    [InlineData("0", "0", "0", null, "0-1")]
    [InlineData("", "0", "0", false, "0-1")]
    [InlineData("", "", "", null, "0-1")]
    public void Upper_gi_1_by_any_one_sign_and_0_only_when_all_are_known(string nausea, string episodes, string days, bool? anorexia, string stage) =>
        Assert.Equal(stage, Shown(MagicGrader.UpperGiStage(Clear with
        {
            NauseaDays = Measured(nausea), VomitingEpisodes = Measured(episodes), VomitingDays = Measured(days), AnorexiaWithWeightLoss = anorexia,
        })));

    [Theory, Rule("MAGIC-1.1-lgi-adult", Table)]
    [InlineData("499.9", "0", "0")]
    [InlineData("500", "0", "1")]
    [InlineData("999.9", "0", "1")]
    [InlineData("1000", "0", "2")]
    [InlineData("1500", "0", "2")]
    [InlineData("1500.1", "0", "3")]
    [InlineData("0", "2", "0")]
    [InlineData("0", "3", "1")]
    [InlineData("0", "4", "1")]
    [InlineData("0", "5", "2")]
    [InlineData("0", "7", "2")]
    [InlineData("0", "8", "3")]
    [InlineData("300", "1", "1")]
    [InlineData("900", "", "1")]
    [InlineData("", "6", "2")]
    [InlineData("", "", "0-4")]
    [InlineData("<500", "0", "0")]
    [InlineData("<500", "3", "1-2")]
    [InlineData(">400", "0", "0-3")]
    [InlineData(">1500", "0", "3")]
    [InlineData("0", ">7", "2-3")]
    [InlineData("<600", ">2", "0-3")]
    public void Lower_gi_of_an_adult_by_one_number_of_volume_and_unmeasured_stools(string volume, string stools, string stage) =>
        Assert.Equal(stage, Shown(MagicGrader.LowerGiStage(Clear with { StoolVolume = Measured(volume), UnmeasuredStools = Measured(stools) })));

    [Theory, Rule("MAGIC-1.1-lgi-child", Table)]
    [InlineData("199.9", "0", "0")]
    [InlineData("200", "0", "1")]
    [InlineData("399.9", "0", "1")]
    [InlineData("400", "0", "2")]
    [InlineData("600", "0", "2")]
    [InlineData("600.1", "0", "3")]
    [InlineData("0", "3", "0")]
    [InlineData("0", "4", "1")]
    [InlineData("0", "6", "1")]
    [InlineData("0", "7", "2")]
    [InlineData("0", "10", "2")]
    [InlineData("0", "11", "3")]
    [InlineData("80", "2", "1")]
    [InlineData("", "", "0-4")]
    public void Lower_gi_of_a_child_of_20_kg(string volume, string stools, string stage) =>
        Assert.Equal(stage, Shown(MagicGrader.LowerGiStage(Child with { StoolVolume = Measured(volume), UnmeasuredStools = Measured(stools) })));

    [Theory, Rule("MAGIC-1.1-column", Rules)]
    [InlineData(17, "49.9", "1")]
    [InlineData(17, "50", "2")]
    [InlineData(18, "49.9", "2")]
    [InlineData(18, "", "2")]
    [InlineData(17, "", "1")]
    [InlineData(null, "49.9", "1-2")]
    [InlineData(null, "50", "2")]
    [InlineData(null, "", "1-2")]
    public void The_column_of_the_child_below_18_years_and_below_50_kg(int? years, string kg, string stage) =>
        Assert.Equal(stage, Shown(MagicGrader.LowerGiStage(Clear with
        {
            // Five unmeasured stools are 15 mL/kg for a child and 1000 mL for an adult.
            Age = years is { } age ? new SubjectAge(age, false) : null, WeightKg = Measured(kg)?.Value, UnmeasuredStools = 5,
        })));

    [Theory, Rule("MAGIC-1.1-column", Rules)]
    [InlineData("0", "4", "1")]
    [InlineData("5", "0", "0")]
    [InlineData("15", "0", "0-1")]
    [InlineData("400", "0", "0-3")]
    [InlineData("499", "0", "0-3")]
    [InlineData("500", "0", "1-3")]
    [InlineData("1000", "0", "2-3")]
    [InlineData("1500", "0", "3")]
    [InlineData("499", "1", "1-3")]
    public void A_volume_in_a_child_of_unknown_weight_leaves_every_stage_of_the_weights_below_50_kg(string volume, string stools, string stage) =>
        Assert.Equal(stage, Shown(MagicGrader.LowerGiStage(Child with { WeightKg = null, StoolVolume = Measured(volume), UnmeasuredStools = Measured(stools) })));

    [Fact, Rule("MAGIC-1.1-lgi4", Table)]
    public void Severe_pain_or_blood_is_stage_4_whatever_the_volume()
    {
        Assert.Equal("4", Shown(MagicGrader.LowerGiStage(Clear with { SevereAbdominalPain = true })));
        Assert.Equal("4", Shown(MagicGrader.LowerGiStage(Clear with { GrossBlood = true, StoolVolume = null, UnmeasuredStools = null })));
        Assert.Equal("4", Shown(MagicGrader.LowerGiStage(Clear with { SevereAbdominalPain = true, StoolVolume = null, UnmeasuredStools = null })));
        Assert.Equal("4", Shown(MagicGrader.LowerGiStage(Clear with { SevereAbdominalPain = true, Ileus = true })));
    }

    [Theory, Rule("MAGIC-1.1-ileus", Rules)]
    [InlineData(false, false, "ILEUS_REVIEW", 0)]
    [InlineData(true, false, "", 4)]
    [InlineData(false, true, "", 4)]
    public void Ileus_alone_is_not_stage_4_but_asks_for_review(bool pain, bool blood, string flag, int grade)
    {
        var result = MagicGrader.Grade(Clear with { Ileus = true, SevereAbdominalPain = pain, GrossBlood = blood });
        Assert.Equal((flag, grade, grade), (string.Join(" ", result.Flags), result.Low, result.High));
    }

    [Theory, Rule("MAGIC-1.1-baseline", Rules)]
    [InlineData("1.99", "")]
    [InlineData("2", "BASELINE_BILIRUBIN")]
    [InlineData(">1", "")]
    [InlineData("", "")]
    public void A_raised_baseline_is_flagged_and_takes_no_stage_off(string baseline, string flag)
    {
        var result = MagicGrader.Grade(Clear with { Bilirubin = 4, BaselineBilirubin = Measured(baseline) });
        Assert.Equal((flag, 3), (string.Join(" ", result.Flags), result.Low));
    }

    [Fact, Rule("MAGIC-1.3-chronic", "gvhd-cytopenia-observations 1.3; Jagasia 2015")]
    public void A_sign_of_chronic_gvhd_is_flagged_and_never_staged()
    {
        var result = MagicGrader.Grade(Clear with { ChronicFeature = true });
        Assert.Equal(("CHRONIC_FEATURE_REVIEW", 0, 0), (string.Join(" ", result.Flags), result.Low, result.High));
    }

    [Theory, Rule("MAGIC-1.3", Confidence)]
    [InlineData(GvhdConfidence.Negative, "0", "0")]
    [InlineData(GvhdConfidence.Possible, "3", "0")]
    [InlineData(GvhdConfidence.Probable, "3", "3")]
    [InlineData(GvhdConfidence.Confirmed, "3", "3")]
    public void The_signal_counts_all_but_negative_organs_and_the_report_only_probable_and_confirmed_ones(GvhdConfidence confidence, string signal, string reported)
    {
        var liver = Clear with { Bilirubin = 4, LiverConfidence = confidence };
        var lowerGi = Clear with { StoolVolume = 1200, LowerGiConfidence = confidence };
        Assert.Equal((signal, reported), (Grade(MagicGrader.Grade(liver)), Grade(MagicGrader.Reported(liver))));
        Assert.Equal((signal, reported), (Grade(MagicGrader.Grade(lowerGi)), Grade(MagicGrader.Reported(lowerGi))));
        var other = signal == "3" ? "2" : signal;
        var otherReported = reported == "3" ? "2" : reported;
        var skin = Clear with { RashPct = 60, SkinConfidence = confidence };
        var upperGi = Clear with { NauseaDays = 3, UpperGiConfidence = confidence };
        Assert.Equal((other, otherReported), (Grade(MagicGrader.Grade(skin)), Grade(MagicGrader.Reported(skin))));
        Assert.Equal((other, otherReported), (Grade(MagicGrader.Grade(upperGi)), Grade(MagicGrader.Reported(upperGi))));
    }

    [Theory, Rule("MAGIC-1.3-missing", "gvhd-cytopenia-observations 1.3: missing organs")]
    [InlineData("skin", "0-4")]
    [InlineData("liver", "0-4")]
    [InlineData("lgi", "0-4")]
    [InlineData("ugi", "0-2")]
    public void A_missing_organ_keeps_the_upper_bound_up_unless_it_is_negative(string organ, string range)
    {
        var missing = Without(organ, Clear);
        Assert.Equal(range, Grade(MagicGrader.Grade(missing)));
        Assert.Equal("0", Grade(MagicGrader.Grade(Negative(organ, missing))));
    }

    [Fact, Rule("MAGIC-1.3-missing", "gvhd-cytopenia-observations 1.3: missing organs")]
    public void A_missing_upper_gi_tract_changes_nothing_from_grade_II_on()
    {
        var result = MagicGrader.Grade(Without("ugi", Clear with { RashPct = 60 }));
        Assert.Equal(("2", GradeState.Determined), (Grade(result), result.State));
    }

    [Fact]
    public void A_report_hangs_on_a_missing_organ_only_when_a_clinician_judged_it()
    {
        Assert.Equal("0", Grade(MagicGrader.Reported(Clear with { Bilirubin = null })));
        Assert.Equal("0-4", Grade(MagicGrader.Reported(Clear with { Bilirubin = null, LiverConfidence = GvhdConfidence.Probable })));
    }

    [Fact]
    public void A_result_says_why_what_is_missing_and_what_hangs_on_it()
    {
        var result = MagicGrader.Grade(Clear with { RashPct = 10, Bilirubin = null, SkinConfidence = GvhdConfidence.Probable });
        Assert.Equal("Acute GvHD at least grade I, cannot exclude IV: total bilirubin not recorded.", result.Sentence.English);
        Assert.Equal("急性 GvHD 至少 I 级，不能排除 IV 级：未记录总胆红素。", result.Sentence.In(Sentence.Chinese));
        Assert.Equal(["bilirubin_total 1,2,3,4"], result.Missing.Select(Shown));
        Assert.Equal(["rash_bsa_pct 10 %", "gvhd_confidence_skin probable "], result.Drivers.Select(Shown));
        Assert.Equal("MAGIC-2016", result.Criteria);
    }

    [Fact]
    public void The_drivers_are_those_of_the_organs_that_make_the_grade()
    {
        var child = Child with { Bilirubin = 2.5m, RashPct = 80, StoolVolume = 100, UnmeasuredStools = 3, SkinConfidence = GvhdConfidence.Negative };
        Assert.Equal(
            ["gvhd_confidence_skin negative ", "bilirubin_total 2.5 mg/dL", "stool_volume 100 mL/(24.h)", "stool_unquantified_episodes 3 {#}/d", "weight 20 kg"],
            MagicGrader.Grade(child).Drivers.Select(Shown));
        Assert.Contains("anorexia_with_weight_loss true ", MagicGrader.Grade(Clear with { AnorexiaWithWeightLoss = true }).Drivers.Select(Shown));
        Assert.Contains("anorexia_with_weight_loss false ", MagicGrader.Grade(Clear with { NauseaDays = 4, AnorexiaWithWeightLoss = false }).Drivers.Select(Shown));
        Assert.Equal(["gross_blood_stool true "], MagicGrader.Grade(Clear with { GrossBlood = true, Bilirubin = 5 }).Drivers.Select(Shown));
        Assert.Equal(
            ["rash_bsa_pct 90 %", "erythroderma true ", "bullae true ", "desquamation_bsa_pct 10 %"],
            MagicGrader.Grade(Clear with { RashPct = 90, Erythroderma = true, Bullae = true, DesquamationPct = 10 }).Drivers.Select(Shown));
        Assert.Equal(
            ["nausea_days 4 d", "vomiting_episodes 0 {#}/d", "vomiting_days 0 d", "anorexia_with_weight_loss false "],
            MagicGrader.Grade(Clear with { NauseaDays = 4 }).Drivers.Select(Shown));
    }

    [Fact]
    public void Every_sentence_in_both_languages()
    {
        var blood = Clear with { GrossBlood = true, RashPct = 30 };
        Assert.Equal(
            [
                "Acute GvHD not assessed: nothing has been recorded since the infusion.",
                "No acute GvHD by the MAGIC criteria now.",
                "Acute GvHD grade IV (organ stages: skin 2, liver 0, upper GI 0, lower GI 4).",
                "Acute GvHD grade IV (organ stages: skin –, liver 0, upper GI ?, lower GI 4; – is judged not to be GvHD).",
                "Acute GvHD at least grade 0, cannot exclude IV: liquid stool volume, liquid stools without a volume not recorded.",
                "Acute GvHD at least grade 0, cannot exclude II: a value is only known as a limit.",
                "No acute GvHD to report: only organs with probable or confirmed GvHD count.",
                "Acute GvHD to report: grade IV (only organs with probable or confirmed GvHD count).",
                "Acute GvHD to report: at least grade 0, cannot exclude IV: rash (% of body surface) not recorded.",
                "Acute GvHD to report: at least grade 0, cannot exclude I: a value is only known as a limit.",
            ],
            Results().Select(result => result.Sentence.English));
        Assert.Equal(
            [
                "未评估急性 GvHD：输注后尚无任何记录。",
                "目前不符合 MAGIC 急性 GvHD 标准。",
                "急性 GvHD IV 级（器官分期：皮肤 2，肝脏 0，上消化道 0，下消化道 4）。",
                "急性 GvHD IV 级（器官分期：皮肤 –，肝脏 0，上消化道 ?，下消化道 4；“–”表示经判断非 GvHD）。",
                "急性 GvHD 至少 0 级，不能排除 IV 级：未记录稀便量、未计量的稀便次数。",
                "急性 GvHD 至少 0 级，不能排除 II 级：有数值仅知其上限或下限。",
                "无需上报的急性 GvHD：仅计入很可能或确诊为 GvHD 的器官。",
                "上报的急性 GvHD：IV 级（仅计入很可能或确诊为 GvHD 的器官）。",
                "上报的急性 GvHD：至少 0 级，不能排除 IV 级：未记录皮疹面积（占体表%）。",
                "上报的急性 GvHD：至少 0 级，不能排除 I 级：有数值仅知其上限或下限。",
            ],
            Results().Select(result => result.Sentence.In(Sentence.Chinese)));

        IEnumerable<GradeResult> Results() =>
        [
            MagicGrader.NotAssessed,
            MagicGrader.Grade(Clear),
            MagicGrader.Grade(blood),
            MagicGrader.Grade(Without("ugi", blood) with { SkinConfidence = GvhdConfidence.Negative }),
            MagicGrader.Grade(Without("lgi", Clear)),
            MagicGrader.Grade(Clear with { Bilirubin = new Measured(3, Comparator.Below) }),
            MagicGrader.Reported(blood),
            MagicGrader.Reported(blood with { LowerGiConfidence = GvhdConfidence.Confirmed }),
            MagicGrader.Reported(Clear with { RashPct = null, SkinConfidence = GvhdConfidence.Probable }),
            MagicGrader.Reported(Clear with { RashPct = new Measured(25, Comparator.Below), SkinConfidence = GvhdConfidence.Probable }),
        ];
    }

    [Fact]
    public void An_unknown_confidence_is_an_error_that_names_what_is_allowed()
    {
        Assert.Equal(GvhdConfidence.Probable, MagicCodes.ConfidenceNamed("probable"));
        Assert.Contains("confirmed", Assert.Throws<ArgumentException>(() => MagicCodes.ConfidenceNamed("likely")).Message, StringComparison.Ordinal);
    }

    [Fact, Rule("MAGIC-1.1w", "gvhd-cytopenia-observations 1.1: which column")]
    public void The_birth_date_is_missing_where_it_chooses_the_column_and_not_where_only_a_bound_of_the_weight_does()
    {
        static string[] Missing(MagicInputs inputs) => [.. MagicGrader.Grade(inputs).Missing.Select(input => input.Code)];
        Assert.Contains("birth_date", Missing(Clear with { Age = null, WeightKg = null, UnmeasuredStools = 5 }));
        Assert.Contains("birth_date", Missing(Clear with { Age = null, WeightKg = 30, UnmeasuredStools = 5 }));
        Assert.DoesNotContain("birth_date", Missing(Clear with { Age = null, WeightKg = 70, UnmeasuredStools = 5 }));
        Assert.DoesNotContain("birth_date", Missing(Child with { WeightKg = new Measured(40, Comparator.Above), UnmeasuredStools = 5 }));
    }

    internal static MagicInputs Without(string organ, MagicInputs inputs) => organ switch
    {
        "skin" => inputs with { RashPct = null },
        "liver" => inputs with { Bilirubin = null },
        "ugi" => inputs with { NauseaDays = null, VomitingEpisodes = null, VomitingDays = null, AnorexiaWithWeightLoss = null },
        "lgi" => inputs with { StoolVolume = null, UnmeasuredStools = null },
        _ => throw new ArgumentException(organ),
    };

    static MagicInputs Negative(string organ, MagicInputs inputs) => organ switch
    {
        "skin" => inputs with { SkinConfidence = GvhdConfidence.Negative },
        "liver" => inputs with { LiverConfidence = GvhdConfidence.Negative },
        "ugi" => inputs with { UpperGiConfidence = GvhdConfidence.Negative },
        "lgi" => inputs with { LowerGiConfidence = GvhdConfidence.Negative },
        _ => throw new ArgumentException(organ),
    };

    static Measured? Measured(string text) => text.Length == 0 ? null : text[0] switch
    {
        '<' => new Measured(decimal.Parse(text[1..], CultureInfo.InvariantCulture), Comparator.Below),
        '>' => new Measured(decimal.Parse(text[1..], CultureInfo.InvariantCulture), Comparator.Above),
        _ => decimal.Parse(text, CultureInfo.InvariantCulture),
    };

    static string Grade(GradeResult result) => result.Low == result.High ? $"{result.Low}" : $"{result.Low}-{result.High}";

    static string Shown<T>(Possible<T> stages) where T : struct, Enum =>
        stages.Lowest.Equals(stages.Highest) ? $"{stages.Lowest:D}" : $"{stages.Lowest:D}-{stages.Highest:D}";

    static string Shown(MissingInput input) => $"{input.Code} {string.Join(",", input.CouldReach)}";

    static string Shown(Driver driver) => $"{driver.Code} {driver.Value} {driver.Unit}";
}
