using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>The columns that the sheets of adults and of children share (specification 8.2).</summary>
static class IcansColumns
{
    static readonly Column<int> Day = Columns.Integer(
        "days_since_infusion__d", null, null, meaning: "Optional: days since the most recent infusion, negative before it; onset after day 28 is flagged for review.");
    static readonly Column<decimal> Age = Columns.Exact("age__a", 0, 120, meaning: "Decimal years; decides the instrument.");
    static readonly Column<bool> Delay = Columns.Flag("dev_delay", "Developmental delay before treatment; empty counts as false.");
    static readonly Column<Consciousness> Level = Columns.Word(
        "loc", "Level of consciousness: the most severe of the window; empty when not recorded.", IcansCodes.ConsciousnessWords);
    static readonly Column<bool> LevelCause = Columns.OtherCause("loc_attribution");
    static readonly Column<SeizureReport> Seizure = Columns.Word("seizure", "The most severe of the window; empty when none was reported.", IcansCodes.SeizureWords);
    static readonly Column<Measured> Duration = Columns.Number("seizure_duration__min", 0, 1440, meaning: "Timed duration of that seizure; wins over the word.");
    static readonly Column<bool> SeizureCause = Columns.OtherCause("seizure_attribution");
    static readonly Column<MotorWeakness> Motor = Columns.Word("motor", "Motor weakness; empty when none was reported.", IcansCodes.MotorWords);
    static readonly Column<bool> MotorCause = Columns.OtherCause("motor_attribution");
    static readonly Column<IReadOnlyList<PressureSigns>> Pressure = Columns.List(
        "icp", "Cerebral oedema on imaging and signs of raised intracranial pressure, never the measured pressure; empty when none was reported.",
        IcansCodes.PressureWords);
    static readonly Column<bool> PressureCause = Columns.OtherCause("icp_attribution");
    static readonly Column<bool> Hemorrhage = Columns.Flag("intracranial_hemorrhage", "Intracranial haemorrhage: oedema is then not ICANS.");
    static readonly Column<bool> Died = Columns.Flag("died", "A death is recorded.");
    static readonly Column<IcansDeathCause> Cause = Columns.Word(
        "death_principal_cause", "Principal cause in the judgement of a clinician.", IcansCodes.DeathWords);

    public static readonly IReadOnlyList<Column> Subject = [Day, Age, Delay];

    public static readonly IReadOnlyList<Column> Findings =
        [Level, LevelCause, Seizure, Duration, SeizureCause, Motor, MotorCause, Pressure, PressureCause, Hemorrhage];

    public static readonly IReadOnlyList<Column> Death = [Died, Cause];

    /// <summary>Everything but the score.</summary>
    public static IcansInputs InputsOf(CaseRow row) => new()
    {
        Day = row.Value(Day),
        AgeYears = row.Value(Age),
        HasDevelopmentalDelay = row.Reported(Delay),
        Consciousness = row.Value(Level),
        ConsciousnessHasOtherCause = row.Reported(LevelCause),
        Seizure = row.Value(Seizure),
        SeizureMinutes = row.Value(Duration),
        SeizureHasOtherCause = row.Reported(SeizureCause),
        Motor = row.Value(Motor),
        MotorHasOtherCause = row.Reported(MotorCause),
        Pressure = row.Entry(Pressure)?.Aggregate(PressureSigns.None, (all, sign) => all | sign),
        PressureHasOtherCause = row.Reported(PressureCause),
        IntracranialHemorrhage = row.Reported(Hemorrhage),
        Death = row.Reported(Died) ? row.Value(Cause) ?? IcansDeathCause.Unknown : null,
    };

    /// <summary>The answers of a sheet: the right instrument, the score as far as it is recorded, and the grade.</summary>
    public static CaseResult Answer(IcansInputs inputs, ScoreRange? score)
    {
        var result = IcansGrader.Grade(inputs);
        return new CaseResult([result],
        [
            InstrumentWord(IcansInstrument.Of(inputs)), CaseText.Of(score?.Low), CaseText.Of(score?.High), CaseText.Low(result), CaseText.High(result),
            CaseText.Of(result.State),
        ]);
    }

    static string InstrumentWord(Instrument? instrument) => instrument switch { Instrument.Ice => "ICE", Instrument.Capd => "CAPD", null => "" };
}
