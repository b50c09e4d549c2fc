using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>
/// What ICANS grading needs to know at one moment; the columns of the worked cases. Null is "not recorded" for measured fields (scores, level of
/// consciousness); event fields (seizure, weakness, signs of raised pressure, haemorrhage, death) that are not reported count as none.
/// </summary>
public sealed record IcansInputs
{
    /// <summary>CycleDay: calendar days since the most recent infusion; negative before it (not applicable); null when not given.</summary>
    public int? Day { get; init; }

    /// <summary>ICANS was already found earlier in the same, still open episode: its onset lies behind.</summary>
    public bool IsEstablished { get; init; }

    /// <summary>Age in decimal years; decides the instrument.</summary>
    public decimal? AgeYears { get; init; }

    /// <summary>A developmental delay before treatment.</summary>
    public bool HasDevelopmentalDelay { get; init; }

    /// <summary>The instrument of the form or sheet; null = the one whose scores are charted.</summary>
    public Instrument? Used { get; init; }

    /// <summary>The latest ICE.</summary>
    public IceScore Ice { get; init; }

    /// <summary>The last ICE total before the first infusion, 0 to 10; null = the raw score is graded.</summary>
    public int? IceBaseline { get; init => field = IceScore.Checked(value, IceScore.Most); }

    /// <summary>Why ICE was not done.</summary>
    public NotDoneReason? IceNotDone { get; init; }

    /// <summary>The latest CAPD.</summary>
    public CapdScore Capd { get; init; }

    /// <summary>The last CAPD total before the first infusion, 0 to 32; null counts as 0.</summary>
    public int? CapdBaseline { get; init => field = IceScore.Checked(value, CapdScore.Most); }

    /// <summary>Why CAPD was not done.</summary>
    public NotDoneReason? CapdNotDone { get; init; }

    /// <summary>The most severe level of consciousness of the window.</summary>
    public Consciousness? Consciousness { get; init; }

    /// <summary>A clinician judged the depressed consciousness to have another cause, sedation for example.</summary>
    public bool ConsciousnessHasOtherCause { get; init; }

    /// <summary>The most severe seizure of the window; null = none was reported.</summary>
    public SeizureReport? Seizure { get; init; }

    /// <summary>How long that seizure lasted, minutes; a timed duration wins over the word.</summary>
    public Measured? SeizureMinutes { get; init; }

    /// <summary>A clinician judged the seizure to have another cause.</summary>
    public bool SeizureHasOtherCause { get; init; }

    /// <summary>Motor weakness; null = none was reported.</summary>
    public MotorWeakness? Motor { get; init; }

    /// <summary>A clinician judged the weakness to have another cause.</summary>
    public bool MotorHasOtherCause { get; init; }

    /// <summary>Cerebral oedema and signs of raised pressure; null = none was reported. Never the measured pressure.</summary>
    public PressureSigns? Pressure { get; init; }

    /// <summary>A clinician judged the raised pressure or oedema to have another cause.</summary>
    public bool PressureHasOtherCause { get; init; }

    /// <summary>Intracranial haemorrhage: the oedema is then not ICANS.</summary>
    public bool IntracranialHemorrhage { get; init; }

    /// <summary>The principal cause, when a death is recorded; null when the subject is alive.</summary>
    public IcansDeathCause? Death { get; init; }

    /// <summary>The stored observations behind the values by observation code, for the drivers; null when graded from a case table.</summary>
    internal IReadOnlyList<Fact?> Sources { get; init; } = [];
}
