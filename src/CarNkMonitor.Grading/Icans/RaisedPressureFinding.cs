namespace CarNkMonitor.Grading.Icans;

/// <summary>Facts to the fifth row of the table (specification 2.3).</summary>
static class RaisedPressureFinding
{
    public static RaisedPressure Of(IcansInputs inputs) => Of(Counted(inputs));

    /// <summary>The signs that are left when attribution and haemorrhage have taken out theirs.</summary>
    public static PressureSigns Counted(IcansInputs inputs) =>
        inputs.PressureHasOtherCause ? PressureSigns.None
        : inputs.IntracranialHemorrhage ? Reported(inputs) & ~PressureSigns.Edema
        : Reported(inputs);

    /// <summary>True when attribution took a sign out of the grade.</summary>
    public static bool IsExcluded(IcansInputs inputs) => inputs.PressureHasOtherCause && Reported(inputs) != PressureSigns.None;

    /// <summary>True when the haemorrhage took the oedema out of the grade: with or without oedema it is not ICANS.</summary>
    public static bool IsOfHemorrhage(IcansInputs inputs) => inputs.IntracranialHemorrhage && (Reported(inputs) & PressureSigns.Edema) != 0;

    static PressureSigns Reported(IcansInputs inputs) => inputs.Pressure ?? PressureSigns.None;

    static RaisedPressure Of(PressureSigns signs) =>
        (signs & PressureSigns.Grave) != 0 ? RaisedPressure.DiffuseEdemaOrSign
        : (signs & PressureSigns.FocalEdema) != 0 ? RaisedPressure.FocalEdema
        : RaisedPressure.Absent;
}
