using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Icans;
using Xunit;
using static CarNkMonitor.Grading.Tests.Icans.SomeIcans;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>What a result says of itself: sentence in two languages, flags, drivers, and what hangs on what is missing.</summary>
public sealed class IcansExplanationTests
{
    public static TheoryData<IcansInputs, string, string> Sentences => new()
    {
        { Adult, "No ICANS by the criteria now.", "目前不符合 ICANS 标准。" },
        { (Adult with { IceBaseline = 8 }).WithIce(8), "No ICANS by the criteria now: ICE is not below the baseline before the infusion.", "目前不符合 ICANS 标准：ICE 评分不低于输注前基线。" },
        { (Child with { CapdBaseline = 8 }).WithCapd(8), "No ICANS by the criteria now: CAPD is not above the baseline before the infusion.", "目前不符合 ICANS 标准：CAPD 评分不高于输注前基线。" },
        { Adult.WithIce(4), "ICANS grade 2, decided by: ICE.", "ICANS 2 级，依据：ICE 评分。" },
        { Adult.WithIce(2) with { Seizure = SeizureReport.BriefResolved, Consciousness = Consciousness.Tactile }, "ICANS grade 3, decided by: ICE, level of consciousness, seizure.", "ICANS 3 级，依据：ICE 评分、意识水平、癫痫发作。" },
        { Adult with { Pressure = PressureSigns.DiffuseEdema | PressureSigns.CushingTriad, Motor = MotorWeakness.DeepFocal }, "ICANS grade 4, decided by: motor weakness, cerebral oedema on imaging, sign of raised intracranial pressure.", "ICANS 4 级，依据：肢体无力、影像学脑水肿、颅内压增高体征。" },
        { Child.WithCapd(5), "ICANS grade 1 by CAPD alone: CAPD is a screen, to be confirmed.", "ICANS 1 级，仅依据 CAPD 评分：CAPD 为筛查工具，需临床确认。" },
        { Child.WithCapd(5) with { Consciousness = Consciousness.Spontaneous }, "ICANS grade 1, decided by: CAPD, level of consciousness.", "ICANS 1 级，依据：CAPD 评分、意识水平。" },
        { Child.WithCapd(12), "ICANS grade 3, decided by: CAPD.", "ICANS 3 级，依据：CAPD 评分。" },
        { Adult with { Ice = default }, "ICANS at least 0, cannot exclude 3: ICE not recorded.", "ICANS 至少 0 级，不能排除 3 级：未记录ICE 评分。" },
        { Adult with { Ice = default, Consciousness = null }, "ICANS at least 0, cannot exclude 4: ICE, level of consciousness not recorded.", "ICANS 至少 0 级，不能排除 4 级：未记录ICE 评分、意识水平。" },
        { Adult with { Ice = FullIce with { Writing = null } }, "ICANS at least 0, cannot exclude 1: ICE writing not recorded.", "ICANS 至少 0 级，不能排除 1 级：未记录ICE 书写。" },
        { Child with { Capd = CapdScoreTests.Same(1) with { SlowToRespond = null } }, "ICANS at least 1, cannot exclude 3: CAPD item 8 (slow response) not recorded.", "ICANS 至少 1 级，不能排除 3 级：未记录CAPD 第 8 项（反应迟缓）。" },
        { Child with { Capd = default }, "ICANS at least 0, cannot exclude 3: CAPD not recorded.", "ICANS 至少 0 级，不能排除 3 级：未记录CAPD 评分。" },
        { Sedated, "ICANS at least 0, cannot exclude 4: ICE not recorded, and the depressed consciousness has another cause.", "ICANS 至少 0 级，不能排除 4 级：未记录ICE 评分，且意识水平下降归因于其他原因。" },
        { Child with { Capd = default, Consciousness = Consciousness.VigorousOrUnarousable, ConsciousnessHasOtherCause = true }, "ICANS at least 0, cannot exclude 4: CAPD not recorded, and the depressed consciousness has another cause.", "ICANS 至少 0 级，不能排除 4 级：未记录CAPD 评分，且意识水平下降归因于其他原因。" },
        { Adult with { Seizure = SeizureReport.Unspecified }, "ICANS at least 3, cannot exclude 4: seizure duration not recorded.", "ICANS 至少 3 级，不能排除 4 级：未记录癫痫发作持续时间。" },
        { Adult with { Seizure = SeizureReport.Unspecified, SeizureMinutes = new Measured(3m, Comparator.Above) }, "ICANS at least 3, cannot exclude 4: a value is only known as a limit.", "ICANS 至少 3 级，不能排除 4 级：有数值仅知其上限或下限。" },
        { Adult with { AgeYears = null }, "ICANS at least 0, cannot exclude 3: age not recorded.", "ICANS 至少 0 级，不能排除 3 级：未记录年龄。" },
        { Adult with { Used = Instrument.Capd }, "ICANS not graded: CAPD was used, but ICE is the instrument for this age and development.", "未进行 ICANS 分级：使用了 CAPD，但按年龄和发育情况应使用 ICE。" },
        { Child with { Used = Instrument.Ice }, "ICANS not graded: ICE was used, but CAPD is the instrument for this age and development.", "未进行 ICANS 分级：使用了 ICE，但按年龄和发育情况应使用 CAPD。" },
        { Adult with { Death = IcansDeathCause.Icans }, "ICANS grade 5: death with ICANS as the principal cause.", "ICANS 5 级：死亡，主要死因为 ICANS。" },
        { Adult with { Death = IcansDeathCause.Unknown }, "ICANS at least 0, cannot exclude 5: cause of death not recorded.", "ICANS 至少 0 级，不能排除 5 级：未记录死因。" },
        { Adult with { Day = -3 }, "ICANS is not graded before the infusion.", "输注前不进行 ICANS 分级。" },
    };

    static IcansInputs Sedated => Adult with
    {
        Ice = default, IceNotDone = NotDoneReason.Sedated, Consciousness = Consciousness.VigorousOrUnarousable, ConsciousnessHasOtherCause = true,
    };

    [Theory, MemberData(nameof(Sentences))]
    public void One_sentence_says_it_in_English_and_Chinese(IcansInputs inputs, string english, string chinese)
    {
        var sentence = IcansGrader.Grade(inputs).Sentence;
        Assert.Equal(english, sentence.English);
        Assert.Equal(chinese, sentence.In(Sentence.Chinese));
    }

    [Fact, Rule("ICANS-0.3d", "crs-icans-mas 0.3 item 7")]
    public void Nothing_recorded_is_not_assessed()
    {
        var result = IcansGrader.NotAssessed;
        Assert.Equal((GradeState.NotAssessed, null, null), (result.State, result.Low, result.High));
        Assert.Equal("ICANS not assessed: nothing has been recorded since the infusion.", result.Sentence.English);
        Assert.Equal("未评估 ICANS：输注后尚无任何记录。", result.Sentence.In(Sentence.Chinese));
        Assert.Empty(result.Flags);
    }

    [Theory, Rule("ICANS-2.8b", "crs-icans-mas 2.8: onset after day 28 is flagged")]
    [InlineData(28, false, 8, false)]
    [InlineData(29, false, 8, true)]
    [InlineData(29, true, 8, false)]
    [InlineData(29, false, 10, false)]
    [InlineData(null, false, 8, false)]
    public void A_first_finding_after_day_28_is_flagged_for_review(int? day, bool established, int ice, bool flagged) =>
        Assert.Equal(flagged, IcansGrader.Grade(Adult.WithIce(ice) with { Day = day, IsEstablished = established }).Flags.Contains(IcansFlag.LateOnsetReview));

    public static TheoryData<IcansInputs, string> FlagCases => new()
    {
        { Adult, "INSTRUMENT_ICE" },
        { Child, "INSTRUMENT_CAPD" },
        { Adult with { AgeYears = null }, "" },
        { Adult with { Day = -1 }, "" },
        { Adult with { Used = Instrument.Capd }, "INSTRUMENT_ICE" },
        { (Adult with { IceBaseline = null }).WithIce(9), "BASELINE_MISSING INSTRUMENT_ICE" },
        { Adult with { IceBaseline = null }, "INSTRUMENT_ICE" },
        { Adult with { IceBaseline = null, Ice = FullIce with { Writing = null } }, "BASELINE_MISSING INSTRUMENT_ICE" },
        { Adult with { IceBaseline = 9, Ice = FullIce with { Writing = null } }, "AT_BASELINE INSTRUMENT_ICE" },
        { Child with { CapdBaseline = null, Capd = CapdScoreTests.Same(0) with { Aware = null } }, "BASELINE_MISSING INSTRUMENT_CAPD" },
        { Child with { CapdBaseline = 4, Capd = CapdScoreTests.Same(0) with { Aware = null } }, "AT_BASELINE INSTRUMENT_CAPD" },
        { (Adult with { IceBaseline = 9 }).WithIce(9), "AT_BASELINE INSTRUMENT_ICE" },
        { (Child with { CapdBaseline = null }).WithCapd(9), "BASELINE_MISSING INSTRUMENT_CAPD" },
        { Child with { CapdBaseline = null }, "INSTRUMENT_CAPD" },
        { (Child with { CapdBaseline = 1 }).WithCapd(1), "AT_BASELINE INSTRUMENT_CAPD" },
        { Child.WithCapd(1), "INSTRUMENT_CAPD SCREEN_CONFIRM" },
        { Child.WithCapd(1) with { Consciousness = Consciousness.Voice }, "INSTRUMENT_CAPD" },
        { Adult with { Consciousness = Consciousness.Voice, ConsciousnessHasOtherCause = true }, "INSTRUMENT_ICE OTHER_CAUSE_EXCLUDED" },
        { Adult with { ConsciousnessHasOtherCause = true, SeizureHasOtherCause = true, MotorHasOtherCause = true, PressureHasOtherCause = true }, "INSTRUMENT_ICE" },
        { Adult with { Seizure = SeizureReport.Unspecified, SeizureHasOtherCause = true }, "INSTRUMENT_ICE OTHER_CAUSE_EXCLUDED" },
        { Adult with { Motor = MotorWeakness.DeepFocal, MotorHasOtherCause = true }, "INSTRUMENT_ICE OTHER_CAUSE_EXCLUDED" },
        { Adult with { Pressure = PressureSigns.Posturing, PressureHasOtherCause = true }, "INSTRUMENT_ICE OTHER_CAUSE_EXCLUDED" },
        { Adult with { Pressure = PressureSigns.FocalEdema, IntracranialHemorrhage = true }, "HEMORRHAGE_EXCLUDED INSTRUMENT_ICE" },
        { Adult with { Pressure = PressureSigns.Posturing, IntracranialHemorrhage = true }, "INSTRUMENT_ICE" },
    };

    [Theory, MemberData(nameof(FlagCases))]
    public void Flags_say_what_a_physician_must_know_beside_the_grade(IcansInputs inputs, string flags) => Assert.Equal(flags, Flags(inputs));

    public static TheoryData<IcansInputs, string> DriverCases => new()
    {
        { Adult.WithIce(4) with { Seizure = null }, "ice_total 4 {score}" },
        { Adult with { Ice = new IceScore { Orientation = 1, Naming = 1, Writing = 0 }, IceNotDone = NotDoneReason.Refused }, "ice_orientation 1 {score}, ice_naming 1 {score}, ice_writing 0 {score}, ice_not_done_reason refused" },
        { Adult with { Ice = FullIce with { Orientation = null }, Consciousness = Consciousness.Spontaneous }, "ice_naming 3 {score}, ice_commands 1 {score}, ice_writing 1 {score}, ice_attention 1 {score}, consciousness spontaneous" },
        { Adult with { Seizure = SeizureReport.Prolonged, SeizureMinutes = new Measured(8m) }, "seizure prolonged, seizure_duration 8 min" },
        { Adult with { Pressure = PressureSigns.DiffuseEdema | PressureSigns.Papilledema }, "cerebral_oedema_imaging diffuse, icp_sign papilledema" },
        { Adult.WithIce(8) with { Pressure = PressureSigns.FocalEdema, IntracranialHemorrhage = true }, "ice_total 8 {score}, cerebral_oedema_imaging focal, intracranial_hemorrhage true" },
        { Adult.WithIce(8) with { Consciousness = Consciousness.Tactile, ConsciousnessHasOtherCause = true }, "ice_total 8 {score}, consciousness tactile, consciousness_attribution other_cause" },
        { Adult with { Motor = MotorWeakness.DeepFocal, MotorHasOtherCause = true, Seizure = SeizureReport.BriefResolved, Death = IcansDeathCause.Unknown }, "seizure brief_resolved, motor_weakness deep_focal_weakness, motor_attribution other_cause, death unknown" },
        { Child.WithCapd(9) with { HasDevelopmentalDelay = true }, "developmental_delay true, capd_1 4 {score}, capd_2 4 {score}, capd_3 1 {score}, capd_4 0 {score}, capd_5 0 {score}, capd_6 0 {score}, capd_7 0 {score}, capd_8 0 {score}" },
        { Child with { Capd = default, CapdNotDone = NotDoneReason.Unarousable }, "capd_not_done_reason unarousable" },
        { Child with { Used = Instrument.Ice, Seizure = SeizureReport.BriefResolved, Consciousness = Consciousness.Voice }, "consciousness voice, seizure brief_resolved" },
        { Adult with { Day = -1 }, "" },
    };

    [Theory, MemberData(nameof(DriverCases)), Rule("ICANS-0.4", "crs-icans-mas 0.4: what was excluded is still shown")]
    public void Drivers_are_the_inputs_of_the_deciding_rows_and_what_was_excluded(IcansInputs inputs, string drivers) =>
        Assert.Equal(drivers, string.Join(", ", IcansGrader.Grade(inputs).Drivers.Select(driver => $"{driver.Code} {driver.Value} {driver.Unit}".TrimEnd())));

    public static TheoryData<IcansInputs, string> MissingCases => new()
    {
        { Adult, "" },
        { Adult with { Ice = FullIce with { Writing = null } }, "ice_writing 0,1" },
        { Adult with { Ice = FullIce with { Writing = null, Naming = null } }, "ice_naming 0,1,2; ice_writing 0,1,2" },
        { Adult with { Ice = default }, "ice_orientation 0,1,2,3; ice_naming 0,1,2,3; ice_commands 0,1,2,3; ice_writing 0,1,2,3; ice_attention 0,1,2,3" },
        { Adult with { Consciousness = null }, "consciousness 0,1,2,3,4" },
        { Adult.WithIce(5) with { Consciousness = null }, "consciousness 2,3,4" },
        { Adult with { Seizure = SeizureReport.Unspecified }, "seizure_duration 3,4" },
        { Child with { Capd = CapdScoreTests.Same(1) with { Aware = null } }, "capd_3 1,3" },
        { Child with { Capd = CapdScoreTests.Same(0) with { Aware = null } }, "capd_3 0,1" },
        { Child with { CapdBaseline = 8, Capd = CapdScoreTests.Same(1) with { Aware = null } }, "capd_3 0,3" },
        { Adult with { AgeYears = null }, "birth_date 0,3" },
        { Adult with { AgeYears = null, Ice = default }, NeitherScore },
        { (Adult with { IceNotDone = NotDoneReason.Unarousable, Ice = default, Death = IcansDeathCause.Unknown }), "death 4,5" },
        { Sedated, "ice_orientation 0,1,2,3,4; ice_naming 0,1,2,3,4; ice_commands 0,1,2,3,4; ice_writing 0,1,2,3,4; ice_attention 0,1,2,3,4" },
        { Adult with { Used = Instrument.Capd, Consciousness = null }, "" },
    };

    static string NeitherScore => string.Join("; ", IcansItems.Ice.Select(item => $"{item.Code} 0,1,2,3").Concat(IcansItems.Capd.Select(item => $"{item.Code} 0,1,3"))) + "; birth_date 0,1,2,3";

    [Theory, MemberData(nameof(MissingCases)), Rule("ICANS-0.3e", "crs-icans-mas 0.3 item 4: the missing input is named")]
    public void Each_missing_input_names_the_grades_that_hang_on_it(IcansInputs inputs, string missing) =>
        Assert.Equal(missing, string.Join("; ", IcansGrader.Grade(inputs).Missing.Select(input => $"{input.Code} {string.Join(",", input.CouldReach)}")));
}
