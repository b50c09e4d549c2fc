namespace CarNkMonitor.Grading.Icans;

/// <summary>The catalogue codes that ICANS grading reads beside the items of its scores, and the words of its coded values.</summary>
static class IcansCodes
{
    public const string BirthDate = "birth_date";
    public const string DevelopmentalDelay = "developmental_delay";
    public const string IceTotal = "ice_total";
    public const string IceNotDone = "ice_not_done_reason";
    public const string CapdTotal = "capd_total";
    public const string CapdNotDone = "capd_not_done_reason";
    public const string Consciousness = "consciousness";
    public const string ConsciousnessAttribution = "consciousness_attribution";
    public const string Seizure = "seizure";
    public const string SeizureDuration = "seizure_duration";
    public const string SeizureAttribution = "seizure_attribution";
    public const string Motor = "motor_weakness";
    public const string MotorAttribution = "motor_attribution";
    public const string Edema = "cerebral_oedema_imaging";
    public const string PressureSign = "icp_sign";
    public const string Papilledema = "papilloedema";
    public const string PressureAttribution = "icp_attribution";
    public const string Hemorrhage = "intracranial_hemorrhage";
    public const string Death = "death";

    public static readonly (string Word, Consciousness Value)[] ConsciousnessWords =
    [
        ("alert", Icans.Consciousness.Alert), ("spontaneous", Icans.Consciousness.Spontaneous), ("voice", Icans.Consciousness.Voice),
        ("tactile", Icans.Consciousness.Tactile), ("vigorous_or_unarousable", Icans.Consciousness.VigorousOrUnarousable),
    ];

    public static readonly (string Word, SeizureReport Value)[] SeizureWords =
    [
        ("none", SeizureReport.None), ("brief_resolved", SeizureReport.BriefResolved),
        ("nonconvulsive_resolved", SeizureReport.NonconvulsiveResolved), ("prolonged", SeizureReport.Prolonged),
        ("repetitive_no_recovery", SeizureReport.RepetitiveNoRecovery), ("unspecified", SeizureReport.Unspecified),
    ];

    public static readonly (string Word, MotorWeakness Value)[] MotorWords =
    [
        ("none", MotorWeakness.None), ("mild_or_generalised", MotorWeakness.MildOrGeneralized), ("deep_focal_weakness", MotorWeakness.DeepFocal),
    ];

    /// <summary>The words of the case column.</summary>
    public static readonly (string Word, PressureSigns Value)[] PressureWords =
    [
        ("none", PressureSigns.None), ("focal_edema", PressureSigns.FocalEdema), ("diffuse_edema", PressureSigns.DiffuseEdema),
        ("posturing", PressureSigns.Posturing), ("cn6_palsy", PressureSigns.SixthNervePalsy), ("papilledema", PressureSigns.Papilledema),
        ("cushing_triad", PressureSigns.CushingTriad),
    ];

    /// <summary>The observation, code and coded value, that each sign comes from.</summary>
    public static readonly (PressureSigns Sign, string Code, string Word)[] PressureObservations =
    [
        (PressureSigns.FocalEdema, Edema, "focal"), (PressureSigns.DiffuseEdema, Edema, "diffuse"),
        (PressureSigns.Posturing, PressureSign, "posturing"), (PressureSigns.SixthNervePalsy, PressureSign, "cn6_palsy"),
        (PressureSigns.Papilledema, PressureSign, "papilledema"), (PressureSigns.CushingTriad, PressureSign, "cushing_triad"),
    ];

    public static readonly (string Word, IcansDeathCause Value)[] DeathWords =
        [("icans", IcansDeathCause.Icans), ("other", IcansDeathCause.Other), ("unknown", IcansDeathCause.Unknown)];

    public static readonly (string Word, NotDoneReason Value)[] ReasonWords =
    [
        ("unarousable", NotDoneReason.Unarousable), ("sedated", NotDoneReason.Sedated), ("intubated", NotDoneReason.Intubated),
        ("refused", NotDoneReason.Refused), ("language_barrier", NotDoneReason.LanguageBarrier), ("seizing", NotDoneReason.Seizing),
        ("other", NotDoneReason.Other),
    ];

    /// <summary>The catalogue has no "other" for ICE.</summary>
    public static readonly (string Word, NotDoneReason Value)[] IceReasonWords = [.. ReasonWords.Where(pair => pair.Value != NotDoneReason.Other)];

    /// <summary>The catalogue has no language barrier for CAPD, which asks the child nothing.</summary>
    public static readonly (string Word, NotDoneReason Value)[] CapdReasonWords = [.. ReasonWords.Where(pair => pair.Value != NotDoneReason.LanguageBarrier)];

    public static string WordOf<T>((string Word, T Value)[] words, T value) where T : struct, Enum =>
        words.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;
}

/// <summary>A seizure as it is reported.</summary>
public enum SeizureReport
{
    /// <summary>None.</summary>
    None,

    /// <summary>Clinical, resolved rapidly: grade 3 unless it was timed.</summary>
    BriefResolved,

    /// <summary>On EEG only, resolved with intervention: grade 3 unless it was timed.</summary>
    NonconvulsiveResolved,

    /// <summary>Prolonged: grade 4 unless it was timed.</summary>
    Prolonged,

    /// <summary>Repetitive without return to baseline between: grade 4, whatever the duration.</summary>
    RepetitiveNoRecovery,

    /// <summary>Duration and recovery unknown: grade 3 or 4 unless it was timed.</summary>
    Unspecified,
}

/// <summary>Cerebral oedema on imaging and signs of raised intracranial pressure, as a set.</summary>
[Flags]
public enum PressureSigns
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Focal or local oedema on imaging.</summary>
    FocalEdema = 1 << 0,
    /// <summary>Diffuse oedema on imaging.</summary>
    DiffuseEdema = 1 << 1,
    /// <summary>Decerebrate or decorticate posturing.</summary>
    Posturing = 1 << 2,
    /// <summary>Palsy of cranial nerve VI.</summary>
    SixthNervePalsy = 1 << 3,
    /// <summary>Papilloedema.</summary>
    Papilledema = 1 << 4,
    /// <summary>Cushing's triad.</summary>
    CushingTriad = 1 << 5,
    /// <summary>What an intracranial haemorrhage explains.</summary>
    Edema = FocalEdema | DiffuseEdema,
    /// <summary>What makes grade 4.</summary>
    Grave = DiffuseEdema | Posturing | SixthNervePalsy | Papilledema | CushingTriad,
}

/// <summary>Why ICE or CAPD was not done. Only <see cref="Unarousable"/> changes the grade.</summary>
public enum NotDoneReason
{
    /// <summary>Unarousable and unable to perform.</summary>
    Unarousable,

    /// <summary>Sedated.</summary>
    Sedated,

    /// <summary>Intubated.</summary>
    Intubated,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>No common language and no interpreter.</summary>
    LanguageBarrier,

    /// <summary>Seizing.</summary>
    Seizing,

    /// <summary>Another reason.</summary>
    Other,
}

/// <summary>A clinician's statement of the principal cause of death.</summary>
public enum IcansDeathCause
{
    /// <summary>ICANS: grade 5.</summary>
    Icans,

    /// <summary>Another cause: never grade 5.</summary>
    Other,

    /// <summary>Unknown or not stated: grade 5 cannot be excluded.</summary>
    Unknown,
}
