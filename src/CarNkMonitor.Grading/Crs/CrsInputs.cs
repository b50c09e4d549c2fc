using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>
/// What CRS grading needs to know at one moment; the columns of the worked cases. Null is "not recorded" for measured fields; event fields
/// (bolus, death) that are not reported are false.
/// </summary>
public sealed record CrsInputs
{
    /// <summary>CycleDay: calendar days since the most recent infusion; null or negative before the first infusion's start.</summary>
    public int? Day { get; init; }

    /// <summary>Age; decides the systolic limit.</summary>
    public SubjectAge? Age { get; init; }

    /// <summary>Highest temperature of the window, °C.</summary>
    public Measured? TemperatureMax { get; init; }

    /// <summary>A clinician judged the fever to have another cause.</summary>
    public bool FeverHasOtherCause { get; init; }

    /// <summary>A qualifying fever occurred earlier in the same, still open episode.</summary>
    public bool IsEstablished { get; init; }

    /// <summary>Masking drugs: in the look-back, or since onset in an established episode; null when neither a dose nor a review is recorded.</summary>
    public MaskingTherapy? Masking { get; init; }

    /// <summary>Lowest systolic pressure of the window, mm[Hg].</summary>
    public Measured? SystolicMin { get; init; }

    /// <summary>Hypotension in the judgement of the clinician.</summary>
    public bool? HypotensionSeen { get; init; }

    /// <summary>A fluid bolus was given for hypotension in the window.</summary>
    public bool FluidBolus { get; init; }

    /// <summary>The most intensive set of running agents in the window.</summary>
    public Vasopressors? Vasopressors { get; init; }

    /// <summary>A clinician judged the hypotension to have another cause.</summary>
    public bool HypotensionHasOtherCause { get; init; }

    /// <summary>The most intensive oxygen device of the window.</summary>
    public OxygenDevice? Device { get; init; }

    /// <summary>Flow of the same set as the device, L/min.</summary>
    public Measured? Flow { get; init; }

    /// <summary>Lowest SpO2 of the window, %.</summary>
    public Measured? SaturationMin { get; init; }

    /// <summary>A clinician judged the oxygen need to have another cause.</summary>
    public bool HypoxiaHasOtherCause { get; init; }

    /// <summary>The principal cause, when a death is recorded; null when the subject is alive.</summary>
    public DeathCause? Death { get; init; }

    /// <summary>The stored observations behind the values, for the drivers; null when graded from a case table.</summary>
    internal CrsSources? Sources { get; init; }

    /// <summary>All that the windows hold, where readings of another cause are left out above; null where nothing is.</summary>
    internal CrsInputs? Recorded { get; init; }
}

/// <summary>Which stored observation gave each value.</summary>
sealed record CrsSources(Fact? Temperature, Fact? Systolic, Fact? HypotensionSeen, Fact? FluidBolus, IReadOnlyList<Fact> Agents, Fact? Device, Fact? Flow,
    Fact? Saturation, Fact? Death, CrsJudgements Judgements)
{
    public static readonly CrsSources None = new(null, null, null, null, [], null, null, null, null, new(null, []));
}

/// <summary>The statements of another cause that hold, and the doses of masking drugs that count (or, without one, the review of the drug chart).</summary>
sealed record CrsJudgements(Fact? Fever, IReadOnlyList<Fact> Masking)
{
    public Fact? Hypotension { get; init; }

    public Fact? Hypoxia { get; init; }
}
