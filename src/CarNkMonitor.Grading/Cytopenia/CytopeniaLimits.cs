namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>
/// The thresholds of the expected window: data of a study, versioned and approved by its physician. The defaults are the proposal of
/// specification 2.7.
/// </summary>
public sealed record CytopeniaLimits
{
    /// <summary>The proposal.</summary>
    public static readonly CytopeniaLimits Proposed = new();

    /// <summary>Neutrophils below this (exclusive) are low, 10*9/L.</summary>
    public decimal Neutrophils { get; init; } = 1.0m;

    /// <summary>Platelets below this (exclusive) are low, 10*9/L.</summary>
    public decimal Platelets { get; init; } = 50;

    /// <summary>Haemoglobin below this (exclusive) is low, g/L.</summary>
    public decimal Hemoglobin { get; init; } = 80;

    /// <summary>The last RecoveryDay (included) on which a low count is expected.</summary>
    public int LastExpectedDay { get; init; } = 30;

    /// <summary>The second of two good counts comes at most so many days after the first (included).</summary>
    public int DaysBetweenGoodCounts { get; init; } = 10;

    /// <summary>A good count has no transfusion on its day and the days before it that make up this number.</summary>
    public int TransfusionFreeDays { get; init; } = 7;

    /// <summary>A lowest neutrophil count after this RecoveryDay (excluded) is a late nadir.</summary>
    public int LateNadirAfterDay { get; init; } = 21;

    /// <summary>Early ICAHT or T-ICAHT from this grade on (included) is deeper than expected.</summary>
    public int ExceedingGrade { get; init; } = 3;

    internal decimal LowBelow(BloodLineage lineage) => lineage switch
    {
        BloodLineage.Neutrophils => Neutrophils,
        BloodLineage.Platelets => Platelets,
        BloodLineage.Hemoglobin => Hemoglobin,
    };
}
