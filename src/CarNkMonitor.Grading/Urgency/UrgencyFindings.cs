using CarNkMonitor.Grading.Mas;

namespace CarNkMonitor.Grading.Urgency;

/// <summary>What urgency is decided from: one row of the worked cases. What was not assessed is left at its default and asks for nobody.</summary>
public sealed record UrgencyFindings
{
    /// <summary>CRS by ASTCT-CRS-2019, 0 to 5.</summary>
    public GradeRange Crs { get; init; }

    /// <summary>
    /// CRS is at least 1 and above the grade that a physician last reviewed in this episode, or nobody has reviewed it. Only grade 1 asks.
    /// </summary>
    public bool CrsIsNewOrWorse { get; init; }

    /// <summary>ICANS by ASTCT-ICANS-2019, 0 to 5.</summary>
    public GradeRange Icans { get; init; }

    /// <summary>IEC-HS grade; <see cref="ToxicityGrade.None"/> unless the class is MET.</summary>
    public ToxicityGrade IecHs { get; init; }

    /// <summary>The MAS level for sure.</summary>
    public MasLevel MasLow { get; init; }

    /// <summary>The MAS level that cannot be excluded.</summary>
    public MasLevel MasHigh { get; init; }

    /// <summary>CRS or ICANS is now at least 2 above its lowest grading of the last 24 h: (t - 24 h, t].</summary>
    public bool RoseByTwoGradesIn24H { get; init; }

    /// <summary>What the tables of GvHD, cytopenia, infection and early warning found.</summary>
    public SignalFindings Signals { get; init; } = SignalFindings.None;
}
