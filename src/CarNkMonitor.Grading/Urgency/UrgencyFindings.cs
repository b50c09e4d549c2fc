namespace CarNkMonitor.Grading.Urgency;

/// <summary>The lowest and the highest grade that the record allows; both ends inclusive, on the table's own scale.</summary>
/// <param name="Low">At least this grade.</param>
/// <param name="High">This grade cannot be excluded; equal to <paramref name="Low"/> when nothing is missing.</param>
public readonly record struct GradeBounds(int Low, int High)
{
    /// <summary>Nothing found, nothing missing.</summary>
    public static readonly GradeBounds None = new(0, 0);

    /// <summary>A missing value leaves more than one grade possible.</summary>
    public bool HasGap => High > Low;
}

/// <summary>Level of the MAS signal CNK-MAS-1 (specification 4.6); ordered, a higher one is worse.</summary>
public enum MasLevel
{
    /// <summary>No signal.</summary>
    None,

    /// <summary>Repeat ferritin.</summary>
    Watch,

    /// <summary>Amber signal.</summary>
    Amber,

    /// <summary>Red signal.</summary>
    Red,
}

/// <summary>What urgency is decided from: one row of the worked cases. What was not assessed is left at its default and asks for nobody.</summary>
public sealed record UrgencyFindings
{
    /// <summary>CRS by ASTCT-CRS-2019, 0 to 5.</summary>
    public GradeBounds Crs { get; init; } = GradeBounds.None;

    /// <summary>
    /// CRS is at least 1 and above the grade that a physician last reviewed in this episode, or nobody has reviewed it. Only grade 1 asks.
    /// </summary>
    public bool CrsIsNewOrWorse { get; init; }

    /// <summary>ICANS by ASTCT-ICANS-2019, 0 to 5.</summary>
    public GradeBounds Icans { get; init; } = GradeBounds.None;

    /// <summary>IEC-HS grade, 1 to 5; null unless the class is MET.</summary>
    public int? IecHs { get; init; }

    /// <summary>The MAS level for sure.</summary>
    public MasLevel MasLow { get; init; }

    /// <summary>The MAS level that cannot be excluded.</summary>
    public MasLevel MasHigh { get; init; }

    /// <summary>CRS or ICANS is now at least 2 above its lowest grading of the last 24 h: (t - 24 h, t].</summary>
    public bool RoseByTwoGradesIn24H { get; init; }
}
