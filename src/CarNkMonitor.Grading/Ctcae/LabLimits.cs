namespace CarNkMonitor.Grading.Ctcae;

/// <summary>Which limits of the reporting laboratory a row reads.</summary>
[Flags]
enum LabLimits
{
    None = 0,

    /// <summary>Lower limit of normal.</summary>
    Lln = 1,

    /// <summary>Upper limit of normal.</summary>
    Uln = 2,

    /// <summary>Whether the baseline was above its own upper limit.</summary>
    BaselineIsHigh = 4,

    /// <summary>Whether the baseline was below its own lower limit.</summary>
    BaselineIsLow = 8,
}
