using System.Globalization;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Icans;
using Xunit;
using static CarNkMonitor.Grading.Tests.Icans.SomeIcans;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>Both sides of every limit, and what a missing or bounded value leaves open.</summary>
public sealed class IcansFindingsTests
{
    [Theory, Rule("ICANS-2.5a", "crs-icans-mas 2.5; Lee 2019 Table 5")]
    [InlineData(10, "0")]
    [InlineData(9, "1")]
    [InlineData(7, "1")]
    [InlineData(6, "2")]
    [InlineData(3, "2")]
    [InlineData(2, "3")]
    [InlineData(0, "3")]
    public void ICE_of_one_who_is_awake(int ice, string grade) => Assert.Equal(grade, Grade(Adult.WithIce(ice)));

    [Theory, Rule("ICANS-2.5b", "crs-icans-mas 2.5 baseline rule")]
    [InlineData(8, 9, "0")]
    [InlineData(8, 8, "0")]
    [InlineData(8, 7, "1")]
    [InlineData(8, 6, "2")]
    [InlineData(3, 3, "0")]
    [InlineData(3, 2, "3")]
    [InlineData(0, 0, "0")]
    [InlineData(null, 9, "1")]
    [InlineData(null, 10, "0")]
    public void ICE_not_below_the_baseline_does_not_count_and_below_it_the_raw_score_does(int? baseline, int ice, string grade) =>
        Assert.Equal(grade, Grade((Adult with { IceBaseline = baseline }).WithIce(ice)));

    [Fact, Rule("ICANS-2.5c", "crs-icans-mas 2.5: both ends of the interval are graded")]
    public void A_missing_item_leaves_the_grades_of_all_sums_open()
    {
        Assert.Equal("0-1", Grade(Adult with { Ice = FullIce with { Writing = null } }));
        Assert.Equal("0-2", Grade(Adult with { Ice = FullIce with { Orientation = null } }));
        Assert.Equal("0-3", Grade(Adult with { Ice = new IceScore { Commands = 1 } }));
        Assert.Equal("2-3", Grade(Adult with { Ice = new IceScore { Orientation = 0, Naming = 1, Commands = 1, Attention = 0 } }));
        Assert.Equal("0-2", Grade(Adult with { IceBaseline = 7, Ice = FullIce with { Orientation = null } }));
    }

    [Theory, Rule("ICANS-2.5d", "crs-icans-mas 2.5: nothing known"), Rule("ICANS-2.7e", "crs-icans-mas 2.7: no item")]
    [InlineData(null, Consciousness.Alert, false, "0-3")]
    [InlineData(null, Consciousness.Spontaneous, false, "1-3")]
    [InlineData(null, Consciousness.Voice, false, "2-3")]
    [InlineData(null, Consciousness.Tactile, false, "3")]
    [InlineData(null, Consciousness.VigorousOrUnarousable, false, "4")]
    [InlineData(null, null, false, "0-4")]
    [InlineData(null, null, true, "0-4")]
    [InlineData(null, Consciousness.Alert, true, "0-4")]
    [InlineData(NotDoneReason.Sedated, Consciousness.VigorousOrUnarousable, true, "0-4")]
    [InlineData(NotDoneReason.Intubated, Consciousness.Alert, false, "0-3")]
    [InlineData(NotDoneReason.Refused, Consciousness.Alert, false, "0-3")]
    [InlineData(NotDoneReason.Seizing, Consciousness.Tactile, false, "3")]
    [InlineData(NotDoneReason.Unarousable, null, false, "4")]
    [InlineData(NotDoneReason.Unarousable, Consciousness.Alert, false, "4")]
    [InlineData(NotDoneReason.Unarousable, Consciousness.VigorousOrUnarousable, true, "0-4")]
    [InlineData(NotDoneReason.Unarousable, null, true, "0-4")]
    public void Without_a_score_the_reason_and_the_consciousness_decide(NotDoneReason? reason, Consciousness? level, bool otherCause, string grade)
    {
        Assert.Equal(grade, Grade(Adult with { Ice = default, IceNotDone = reason, Consciousness = level, ConsciousnessHasOtherCause = otherCause }));
        Assert.Equal(grade, Grade(Child with { Capd = default, CapdNotDone = reason, Consciousness = level, ConsciousnessHasOtherCause = otherCause }));
    }

    [Fact, Rule("ICANS-2.3f", "crs-icans-mas 2.3: ICE 0 while awake is grade 3, because unarousable grade 4; Lee 2019 Table 5")]
    public void ICE_0_because_unarousable_is_grade_4()
    {
        var zero = Adult.WithIce(0);
        Assert.Equal("3", Grade(zero));
        Assert.Equal("4", Grade(zero with { IceNotDone = NotDoneReason.Unarousable }));
        Assert.Equal("4", Grade(zero with { IceNotDone = NotDoneReason.Unarousable, IceBaseline = 0 }));
        Assert.Equal("3", Grade(zero with { IceNotDone = NotDoneReason.Unarousable, ConsciousnessHasOtherCause = true }));
        Assert.Equal("3", Grade(zero with { IceNotDone = NotDoneReason.Seizing }));
        Assert.Equal("3", Grade(Adult.WithIce(1) with { IceNotDone = NotDoneReason.Unarousable }));
    }

    [Theory, Rule("ICANS-2.4a", "crs-icans-mas 2.4: other cause takes the row out"), Rule("ICANS-2.3g", "crs-icans-mas 2.3: sedation")]
    [InlineData(Consciousness.Spontaneous)]
    [InlineData(Consciousness.VigorousOrUnarousable)]
    public void Consciousness_with_another_cause_does_not_count(Consciousness level) =>
        Assert.Equal("0", Grade(Adult with { Consciousness = level, ConsciousnessHasOtherCause = true }));

    [Fact, Rule("ICANS-2.4b", "crs-icans-mas 2.4: not recorded")]
    public void Consciousness_that_is_not_recorded_leaves_every_grade_open() => Assert.Equal("0-4", Grade(Adult with { Consciousness = null }));

    [Theory, Rule("ICANS-2.3h", "crs-icans-mas 2.3, 8.2: seizure without a duration")]
    [InlineData(null, "0")]
    [InlineData(SeizureReport.None, "0")]
    [InlineData(SeizureReport.BriefResolved, "3")]
    [InlineData(SeizureReport.NonconvulsiveResolved, "3")]
    [InlineData(SeizureReport.Prolonged, "4")]
    [InlineData(SeizureReport.RepetitiveNoRecovery, "4")]
    [InlineData(SeizureReport.Unspecified, "3-4")]
    public void Seizure_by_its_word(SeizureReport? seizure, string grade) => Assert.Equal(grade, Grade(Adult with { Seizure = seizure }));

    [Theory, Rule("ICANS-2.3i", "crs-icans-mas 2.3: prolonged is strictly above 5 min, a timed duration wins over the word; Lee 2019 Table 5")]
    [InlineData(SeizureReport.BriefResolved, "4.9", "3")]
    [InlineData(SeizureReport.BriefResolved, "5", "3")]
    [InlineData(SeizureReport.BriefResolved, "5.1", "4")]
    [InlineData(SeizureReport.NonconvulsiveResolved, "5.1", "4")]
    [InlineData(SeizureReport.Prolonged, "5", "3")]
    [InlineData(SeizureReport.Prolonged, "5.1", "4")]
    [InlineData(SeizureReport.RepetitiveNoRecovery, "1", "4")]
    [InlineData(SeizureReport.Unspecified, "5", "3")]
    [InlineData(SeizureReport.Unspecified, "5.1", "4")]
    [InlineData(null, "2", "3")]
    [InlineData(SeizureReport.None, "7", "4")]
    [InlineData(SeizureReport.None, "0", "0")]
    [InlineData(null, "0.0", "0")]
    [InlineData(SeizureReport.BriefResolved, "0", "3")]
    public void Seizure_by_its_duration(SeizureReport? seizure, string minutes, string grade) =>
        Assert.Equal(grade, Grade(Adult with { Seizure = seizure, SeizureMinutes = decimal.Parse(minutes, CultureInfo.InvariantCulture) }));

    [Theory]
    [InlineData(Comparator.Below, 5, "3")]
    [InlineData(Comparator.Below, 6, "3-4")]
    [InlineData(Comparator.Above, 5, "4")]
    [InlineData(Comparator.Above, 4, "3-4")]
    public void A_duration_known_as_a_limit_is_never_the_number(Comparator comparator, int minutes, string grade) =>
        Assert.Equal(grade, Grade(Adult with { Seizure = SeizureReport.BriefResolved, SeizureMinutes = new Measured(minutes, comparator) }));

    [Theory, Rule("ICANS-2.3c", "crs-icans-mas 2.3; Lee 2019 Table 5, motor findings")]
    [InlineData(null, "0")]
    [InlineData(MotorWeakness.MildOrGeneralized, "0")]
    [InlineData(MotorWeakness.DeepFocal, "4")]
    public void Motor_weakness_that_is_not_reported_is_none(MotorWeakness? motor, string grade) => Assert.Equal(grade, Grade(Adult with { Motor = motor }));

    [Theory, Rule("ICANS-2.3d", "crs-icans-mas 2.3; Lee 2019 Table 5, raised ICP / cerebral oedema"), Rule("ICANS-2.3j", "crs-icans-mas 2.3: haemorrhage")]
    [InlineData(null, "0", "0")]
    [InlineData(PressureSigns.None, "0", "0")]
    [InlineData(PressureSigns.FocalEdema, "3", "0")]
    [InlineData(PressureSigns.DiffuseEdema, "4", "0")]
    [InlineData(PressureSigns.Posturing, "4", "4")]
    [InlineData(PressureSigns.SixthNervePalsy, "4", "4")]
    [InlineData(PressureSigns.Papilledema, "4", "4")]
    [InlineData(PressureSigns.CushingTriad, "4", "4")]
    [InlineData(PressureSigns.FocalEdema | PressureSigns.Papilledema, "4", "4")]
    [InlineData(PressureSigns.FocalEdema | PressureSigns.DiffuseEdema, "4", "0")]
    public void Signs_of_raised_pressure_and_what_is_left_of_them_with_a_haemorrhage(PressureSigns? signs, string grade, string withHemorrhage)
    {
        Assert.Equal(grade, Grade(Adult with { Pressure = signs }));
        Assert.Equal(withHemorrhage, Grade(Adult with { Pressure = signs, IntracranialHemorrhage = true }));
        Assert.Equal("0", Grade(Adult with { Pressure = signs, PressureHasOtherCause = true }));
    }

    [Fact, Rule("ICANS-0.3c", "crs-icans-mas 0.3 item 3: other_cause removes the finding")]
    public void Seizures_and_weakness_with_another_cause_do_not_count()
    {
        Assert.Equal("0", Grade(Adult with { Seizure = SeizureReport.RepetitiveNoRecovery, SeizureHasOtherCause = true }));
        Assert.Equal("0", Grade(Adult with { Motor = MotorWeakness.DeepFocal, MotorHasOtherCause = true }));
    }

    [Theory, Rule("ICANS-2.7f", "crs-icans-mas 2.7; Lee 2019 Table 7")]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(8, "1")]
    [InlineData(9, "3")]
    [InlineData(10, "3")]
    [InlineData(32, "3")]
    public void CAPD_of_a_child_who_is_alert(int capd, string grade) => Assert.Equal(grade, Grade(Child.WithCapd(capd)));

    [Theory, Rule("ICANS-2.7g", "crs-icans-mas 2.7: total not above the baseline; not recorded counts as 0")]
    [InlineData(10, 9, "0")]
    [InlineData(10, 10, "0")]
    [InlineData(10, 11, "3")]
    [InlineData(3, 4, "1")]
    [InlineData(null, 1, "1")]
    [InlineData(null, 0, "0")]
    public void CAPD_not_above_the_baseline_does_not_count(int? baseline, int capd, string grade) =>
        Assert.Equal(grade, Grade((Child with { CapdBaseline = baseline }).WithCapd(capd)));

    [Fact, Rule("ICANS-2.7d", "crs-icans-mas 2.7: both ends of the interval are graded")]
    public void A_missing_item_of_CAPD_has_0_to_4_points()
    {
        Assert.Equal("0-1", Grade(Child with { Capd = CapdScoreTests.Same(0) with { Restless = null } }));
        Assert.Equal("1-3", Grade(Child with { Capd = CapdScoreTests.Same(1) with { Restless = null } }));
        Assert.Equal("0-3", Grade(Child with { CapdBaseline = 7, Capd = CapdScoreTests.Same(1) with { Restless = null } }));
        Assert.Equal("0-3", Grade(Child with { Capd = new CapdScore { Aware = 0 } }));
    }

    [Theory, Rule("ICANS-2.8a", "crs-icans-mas 2.8, 1.7")]
    [InlineData(IcansDeathCause.Icans, "5")]
    [InlineData(IcansDeathCause.Other, "2")]
    [InlineData(IcansDeathCause.Unknown, "2-5")]
    public void Death_is_grade_5_only_by_statement(IcansDeathCause cause, string grade) => Assert.Equal(grade, Grade(Adult.WithIce(5) with { Death = cause }));

    [Fact, Rule("ICANS-1.2", "crs-icans-mas 1.2: before the infusion nothing is graded")]
    public void Before_the_infusion_nothing_is_graded()
    {
        var result = IcansGrader.Grade(Adult.WithIce(2) with { Day = -1 });
        Assert.Equal((GradeState.NotApplicable, 0, 0), (result.State, result.Low, result.High));
        Assert.Equal("3", Grade(Adult.WithIce(2) with { Day = 0 }));
    }
}
