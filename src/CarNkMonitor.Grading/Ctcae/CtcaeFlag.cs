namespace CarNkMonitor.Grading.Ctcae;

/// <summary>Flags of the laboratory terms (specification 2.1).</summary>
public static class CtcaeFlag
{
    /// <summary>Creatinine is graded by the baseline although the value lies within the reference range: the literal reading.</summary>
    public const string WithinReference = "WITHIN_REFERENCE";

    /// <summary>The unit is missing, or none of those that the catalogue lists for this value: it is not guessed.</summary>
    public const string UnknownUnit = "UNKNOWN_UNIT";
}
