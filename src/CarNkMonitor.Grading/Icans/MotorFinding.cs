namespace CarNkMonitor.Grading.Icans;

/// <summary>Facts to the fourth row of the table (specification 2.3).</summary>
static class MotorFinding
{
    public static MotorWeakness Of(IcansInputs inputs) => inputs.MotorHasOtherCause ? MotorWeakness.None : inputs.Motor ?? MotorWeakness.None;

    /// <summary>True when attribution took a deep weakness out of the grade.</summary>
    public static bool IsExcluded(IcansInputs inputs) => inputs.MotorHasOtherCause && inputs.Motor == MotorWeakness.DeepFocal;
}
