namespace CarNkMonitor.Grading.Icans;

/// <summary>Facts to the second row of the table (specification 2.4).</summary>
static class ConsciousnessFinding
{
    public static Possible<Consciousness> Of(IcansInputs inputs) =>
        inputs.ConsciousnessHasOtherCause ? Consciousness.Alert
        : inputs.Consciousness ?? Possible.Any<Consciousness>();

    /// <summary>Somebody saw that the subject can be awakened, and no other cause clouds it: a test that was not done cannot have failed for unarousability.</summary>
    public static bool IsArousable(IcansInputs inputs) =>
        !inputs.ConsciousnessHasOtherCause && inputs.Consciousness is { } level && level != Consciousness.VigorousOrUnarousable;

    /// <summary>True when attribution took a depressed level out of the grade.</summary>
    public static bool IsExcluded(IcansInputs inputs) => inputs.ConsciousnessHasOtherCause && inputs.Consciousness > Consciousness.Alert;
}
