using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>
/// One set of observations: readings within 30 minutes of each other, temperature and consciousness at most 60 minutes old. Null is "not
/// recorded".
/// </summary>
public sealed record News2Inputs
{
    /// <summary>Age; below 16 years the score does not apply. An unknown age is scored: a low score is no reason to look away from a child.</summary>
    public SubjectAge? Age { get; init; }

    /// <summary>Pregnancy is recorded: the score does not apply.</summary>
    public bool IsPregnant { get; init; }

    /// <summary>Breaths a minute.</summary>
    public Measured? RespiratoryRate { get; init; }

    /// <summary>Oxygen saturation, %.</summary>
    public Measured? Saturation { get; init; }

    /// <summary>Scale 2 is prescribed for hypercapnic respiratory failure; otherwise scale 1.</summary>
    public bool UsesScale2 { get; init; }

    /// <summary>Any device other than room air.</summary>
    public bool? IsOnOxygen { get; init; }

    /// <summary>Temperature, °C, unrounded.</summary>
    public Measured? Temperature { get; init; }

    /// <summary>Systolic pressure, mm[Hg]; a converted value may be a fraction.</summary>
    public Measured? Systolic { get; init; }

    /// <summary>Pulse, beats a minute.</summary>
    public Measured? Pulse { get; init; }

    /// <summary>ACVPU.</summary>
    public Consciousness? Consciousness { get; init; }
}
