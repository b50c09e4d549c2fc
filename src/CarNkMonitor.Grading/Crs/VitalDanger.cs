namespace CarNkMonitor.Grading.Crs;

/// <summary>Vital signs that are a danger in themselves: an exclusion by attribution lowers the grade, never this.</summary>
[Flags]
public enum VitalDanger
{
    /// <summary>None recorded; missing values are not a danger but a gap.</summary>
    None = 0,

    /// <summary>A vasopressor runs (inotropes alone do not count).</summary>
    Vasopressor = 1,

    /// <summary>Systolic pressure below the limit of the age.</summary>
    LowPressure = 2,

    /// <summary>SpO2 below 90 %.</summary>
    LowSaturation = 4,
}

/// <summary>Reads the danger of one moment.</summary>
static class VitalDangers
{
    public static VitalDanger Of(CrsInputs inputs) => Where(inputs, present => present == true);

    /// <summary>A missing value excludes nothing.</summary>
    public static VitalDanger PossibleOf(CrsInputs inputs) => Where(inputs, present => present != false);

    static VitalDanger Where(CrsInputs inputs, Func<bool?, bool> holds) =>
        (holds(inputs.Vasopressors is { } agents ? HypotensionFinding.OnAgents(agents) is not null : null) ? VitalDanger.Vasopressor : VitalDanger.None)
        | (holds(HypotensionFinding.IsLow(inputs)) ? VitalDanger.LowPressure : VitalDanger.None)
        | (holds(inputs.SaturationMin?.IsBelow(OxygenFinding.UnmetBelow)) ? VitalDanger.LowSaturation : VitalDanger.None);
}
