using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>What a record says at one moment: the values graded at time t of specification 2.8.</summary>
static class IcansWindows
{
    /// <summary>Least severe first, as the window of 24 h orders reports of seizures.</summary>
    static readonly SeizureReport[] SeizureOrder =
    [
        SeizureReport.None, SeizureReport.BriefResolved, SeizureReport.NonconvulsiveResolved, SeizureReport.Unspecified, SeizureReport.Prolonged,
        SeizureReport.RepetitiveNoRecovery,
    ];

    public static IcansInputs At(IcansRecord record, DateTime moment, bool isEstablished)
    {
        var (facts, date) = (record.Facts, record.Facts.Subject.LocalDate(moment));
        var (ice, capd) = (ScoreSets.At(record.Ice, moment), ScoreSets.At(record.Capd, moment));
        var (consciousness, isConsciousnessExcluded) = ConsciousnessAt(record, moment);
        var (seizure, isSeizureExcluded) = SeizureAt(record, moment);
        var duration = seizure is null ? null : facts.At(IcansCodes.SeizureDuration, seizure.ObservedAt);
        var motor = facts.SinceInfusion(IcansCodes.Motor, moment);
        var pressure = PressureFacts.At(facts, moment);
        var hemorrhage = facts.SinceInfusion(IcansCodes.Hemorrhage, moment);
        var (delay, death) = (facts.Standing(IcansCodes.DevelopmentalDelay, moment), facts.SinceInfusion(IcansCodes.Death, moment));
        return new IcansInputs
        {
            Day = facts.CycleDayAt(moment, date) ?? -1,
            IsEstablished = isEstablished,
            AgeYears = facts.Subject.YearsOn(date),
            HasDevelopmentalDelay = delay?.Flag == true,
            Ice = ice.Score,
            IceBaseline = record.IceBaseline,
            IceNotDone = ice.NotDone,
            Capd = capd.Score,
            CapdBaseline = record.CapdBaseline,
            CapdNotDone = capd.NotDone,
            Consciousness = Coded.Of(consciousness, IcansCodes.ConsciousnessWords),
            ConsciousnessHasOtherCause = isConsciousnessExcluded,
            Seizure = Coded.Of(seizure, IcansCodes.SeizureWords),
            SeizureMinutes = duration?.Measured,
            SeizureHasOtherCause = isSeizureExcluded,
            Motor = Coded.Of(motor, IcansCodes.MotorWords),
            MotorHasOtherCause = record.Motor.HasOtherCause(moment),
            Pressure = pressure.Count == 0 ? null : PressureFacts.SignsOf(pressure),
            PressureHasOtherCause = record.Pressure.HasOtherCause(moment),
            IntracranialHemorrhage = hemorrhage?.Flag == true,
            Death = death is null ? null : CauseOf(death),
            Sources = [.. ice.Facts, .. capd.Facts, consciousness, seizure, duration, motor, .. pressure, hemorrhage, delay, death],
        };
    }

    /// <summary>Most severe of (t - 4 h, t]; if there is none, the latest of (t - 18 h, t].</summary>
    static (Fact? Reading, bool HasOtherCause) ConsciousnessAt(IcansRecord record, DateTime moment)
    {
        var window = record.Facts.Window(IcansCodes.Consciousness, moment, CourseTimes.FourHours);
        window = window.Length > 0 ? window : record.Facts.Window(IcansCodes.Consciousness, moment, CourseTimes.NeurologicalSet) is [.., var latest] ? new([latest]) : [];
        return record.Consciousness.MostSevere(window, moment, static fact => (int)Coded.Of(fact, IcansCodes.ConsciousnessWords)!.Value);
    }

    /// <summary>Most severe of (t - 24 h, t].</summary>
    static (Fact? Reading, bool HasOtherCause) SeizureAt(IcansRecord record, DateTime moment) => record.Seizure.MostSevere(
        record.Facts.Window(IcansCodes.Seizure, moment, CourseTimes.Day), moment,
        static fact => Array.IndexOf(SeizureOrder, Coded.Of(fact, IcansCodes.SeizureWords)!.Value));

    static IcansDeathCause CauseOf(Fact death) => death.Coded switch
    {
        "icans" => IcansDeathCause.Icans,
        "other" or "crs" or "iechs" => IcansDeathCause.Other,
        "unknown" or null => IcansDeathCause.Unknown,
        _ => throw new ArgumentException($"'{death.Coded}' is not a known cause of {death.Code}; allowed: crs, icans, iechs, other, unknown."),
    };
}
