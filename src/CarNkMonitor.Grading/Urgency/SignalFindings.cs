using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Urgency;

/// <summary>What the febrile neutropenia alarm says (specification of cytopenia 3.1).</summary>
public enum FebrileNeutropenia
{
    /// <summary>Criteria not met.</summary>
    No,

    /// <summary>A fever without a count that could decide.</summary>
    Indeterminate,

    /// <summary>Criteria met.</summary>
    Yes,
}

/// <summary>
/// What the tables of the second specification found (its section 2.8), as plain levels. What was not assessed is left at its default and asks
/// for nobody.
/// </summary>
public sealed record SignalFindings
{
    /// <summary>Nothing found.</summary>
    public static readonly SignalFindings None = new();

    /// <summary>Lower bound of the acute GvHD signal, 0 to 4. The upper bound asks for nobody: a due check that is missing is the schedule's matter.</summary>
    public int GvhdSignal { get; init; }

    /// <summary>The signal is above the one that a physician last reviewed in this episode, or nobody has reviewed it.</summary>
    public bool GvhdIsNewOrWorse { get; init; }

    /// <summary>The cytopenia is <c>biphasic</c>, <c>prolonged</c> or <c>late_onset</c>, or <c>EXCEEDS_EXPECTED_DEPTH</c> is raised, in any lineage.</summary>
    public bool CytopeniaIsUnexpected { get; init; }

    /// <summary>Latest platelet count, 10*9/L.</summary>
    public Measured? Platelets { get; init; }

    /// <summary>Latest haemoglobin, g/L.</summary>
    public Measured? Hemoglobin { get; init; }

    /// <summary>Febrile neutropenia by FN-IDSA-2010.</summary>
    public FebrileNeutropenia FebrileNeutropenia { get; init; }

    /// <summary>RecoveryDay lies between the first conditioning dose (LD1) and 30, both included: neutrophils are expected to be low.</summary>
    public bool IsInConditioningNadir { get; init; }

    /// <summary>NEWS2 total, or the sum of the known parameters where one is missing; null when not computed at all.</summary>
    public int? News2 { get; init; }

    /// <summary>One NEWS2 parameter scores 3.</summary>
    public bool AnyNews2ParameterIsThree { get; init; }

    /// <summary>A blood culture is positive.</summary>
    public bool BloodCultureIsPositive { get; init; }
}
