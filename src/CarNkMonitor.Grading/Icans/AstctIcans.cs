using static CarNkMonitor.Grading.ToxicityGrade;

namespace CarNkMonitor.Grading.Icans;

/// <summary>
/// ICANS of adults by the ASTCT consensus: Lee et al. 2019, Biol Blood Marrow Transplant 25:625-638, doi:10.1016/j.bbmt.2018.12.758, Table 5.
/// The grade is the most severe row, counting only findings that are not attributable to another cause. Tremor, myoclonus, headache, agitation
/// and hallucinations have no row.
/// </summary>
public static class AstctIcans
{
    /// <summary>Criteria id of this edition, for adults and for children.</summary>
    public const string Criteria = "ASTCT-ICANS-2019";

    /// <summary>Lowest and highest grade that the possible cells allow; equal when every cell that matters is known.</summary>
    public static GradeRange Grade(
        Possible<Ice> ice, Possible<Consciousness> consciousness, Possible<Seizure> seizure, MotorWeakness motor, RaisedPressure pressure) => new(
        // Every row of the table rises to the right, so the bounds are reached in its outermost cells (a test walks all of them).
        Grade(ice.Lowest, consciousness.Lowest, seizure.Lowest, motor, pressure),
        Grade(ice.Highest, consciousness.Highest, seizure.Highest, motor, pressure));

    /// <summary>The printed table, for known cells. Grade 5 is a clinician's statement of the cause of death and is taken before it.</summary>
    public static ToxicityGrade Grade(Ice ice, Consciousness consciousness, Seizure seizure, MotorWeakness motor, RaisedPressure pressure) =>
        Worst(Row(ice), Others(consciousness, seizure, motor, pressure));

    /// <summary>The rows that the table of adults and the table of children share.</summary>
    internal static ToxicityGrade Others(Consciousness consciousness, Seizure seizure, MotorWeakness motor, RaisedPressure pressure) =>
        Worst(Worst(Row(consciousness), Row(seizure)), Worst(Row(motor), Row(pressure)));

    internal static ToxicityGrade Row(Ice ice) => ice switch
    {
        Ice.NotReduced => None,
        Ice.SevenToNine => Grade1,
        Ice.ThreeToSix => Grade2,
        Ice.ZeroToTwo => Grade3,
        Ice.Unarousable => Grade4,
    };

    internal static ToxicityGrade Row(Consciousness consciousness) => consciousness switch
    {
        Consciousness.Alert => None,
        Consciousness.Spontaneous => Grade1,
        Consciousness.Voice => Grade2,
        Consciousness.Tactile => Grade3,
        Consciousness.VigorousOrUnarousable => Grade4,
    };

    internal static ToxicityGrade Row(Seizure seizure) => seizure switch
    {
        Seizure.Absent => None,
        Seizure.Resolved => Grade3,
        Seizure.ProlongedOrRepetitive => Grade4,
    };

    internal static ToxicityGrade Row(MotorWeakness motor) => motor switch
    {
        MotorWeakness.None => None,
        MotorWeakness.MildOrGeneralized => None,
        MotorWeakness.DeepFocal => Grade4,
    };

    internal static ToxicityGrade Row(RaisedPressure pressure) => pressure switch
    {
        RaisedPressure.Absent => None,
        RaisedPressure.FocalEdema => Grade3,
        RaisedPressure.DiffuseEdemaOrSign => Grade4,
    };

    internal static ToxicityGrade Worst(ToxicityGrade one, ToxicityGrade other) => one > other ? one : other;
}

/// <summary>First row of the table of adults: the ICE score.</summary>
public enum Ice
{
    /// <summary>10, or not below the subject's own baseline.</summary>
    NotReduced,

    /// <summary>7 to 9, both included.</summary>
    SevenToNine,

    /// <summary>3 to 6, both included.</summary>
    ThreeToSix,

    /// <summary>0 to 2, both included, in a subject who is awake: global aphasia, for example.</summary>
    ZeroToTwo,

    /// <summary>0 because the subject is unarousable and unable to perform.</summary>
    Unarousable,
}

/// <summary>
/// Second row: a <em>depressed</em> level of consciousness that no other cause, such as sedation, explains. To be alert is not "awakens
/// spontaneously": a grade 0 exists only because of the difference (specification 2.4).
/// </summary>
public enum Consciousness
{
    /// <summary>Awake, not drowsy.</summary>
    Alert,

    /// <summary>Drowsy, but awakens spontaneously.</summary>
    Spontaneous,

    /// <summary>Awakens to voice.</summary>
    Voice,

    /// <summary>Awakens only to touch.</summary>
    Tactile,

    /// <summary>Unarousable, or needs vigorous or repeated tactile stimuli; stupor or coma.</summary>
    VigorousOrUnarousable,
}

/// <summary>Third row.</summary>
public enum Seizure
{
    /// <summary>None.</summary>
    Absent,

    /// <summary>Clinical, focal or generalised, that resolves rapidly (up to 5 min, inclusive); or on EEG only, and resolves with intervention.</summary>
    Resolved,

    /// <summary>Longer than 5 min; or repetitive without return to baseline between.</summary>
    ProlongedOrRepetitive,
}

/// <summary>Fourth row, and what is recorded for it.</summary>
public enum MotorWeakness
{
    /// <summary>None.</summary>
    None,

    /// <summary>Has no cell: never changes the grade.</summary>
    MildOrGeneralized,

    /// <summary>Deep focal weakness such as hemiparesis or paraparesis.</summary>
    DeepFocal,
}

/// <summary>Fifth row: raised intracranial pressure or cerebral oedema; never the measured pressure.</summary>
public enum RaisedPressure
{
    /// <summary>None.</summary>
    Absent,

    /// <summary>Focal or local oedema on imaging.</summary>
    FocalEdema,

    /// <summary>Diffuse oedema on imaging, decerebrate or decorticate posturing, palsy of cranial nerve VI, papilloedema or Cushing's triad.</summary>
    DiffuseEdemaOrSign,
}
