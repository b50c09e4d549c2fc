namespace CarNkMonitor.Grading.Gvhd;

/// <summary>Facts to the stage of the skin (specification 1.1): active erythema only.</summary>
static class SkinFinding
{
    /// <summary>Stage 2 begins at this share of the body surface, inclusive.</summary>
    public const decimal Stage2From = 25m;

    /// <summary>Stage 2 ends at this share, inclusive; stage 3 is more.</summary>
    public const decimal Stage2UpTo = 50m;

    /// <summary>Stage 4 needs more desquamation than this share, exclusive.</summary>
    public const decimal DesquamationAbove = 5m;

    /// <summary>Skin at which nobody looked may be at any stage, whatever the empty descriptors say.</summary>
    public static Possible<OrganStage> Of(MagicInputs inputs) => inputs.RashPct is not { } rash
        ? Possible.Any<OrganStage>()
        : OrganStages.Reached(rash.IsAbove(0), rash.IsAtLeast(Stage2From), rash.IsAbove(Stage2UpTo), rash.IsAbove(Stage2UpTo) & HasAllOfStage4(inputs));

    /// <summary>A conjunction: erythroderma and bullae and desquamation above 5 %; what is not reported is not there.</summary>
    static bool? HasAllOfStage4(MagicInputs inputs) =>
        inputs.Erythroderma && inputs.Bullae && inputs.DesquamationPct is { } desquamation ? desquamation.IsAbove(DesquamationAbove) : false;
}
