namespace CarNkMonitor.Grading.Infection;

/// <summary>Flags of febrile neutropenia (specification 3.1).</summary>
public static class FebrileNeutropeniaFlag
{
    /// <summary>The count used is below 0.1 × 10*9/L (exclusive).</summary>
    public const string Profound = "PROFOUND_NEUTROPENIA";

    /// <summary>The count is not below 0.5, but is expected to be within 48 h.</summary>
    public const string ExpectedToFall = "EXPECTED_TO_FALL";
}
