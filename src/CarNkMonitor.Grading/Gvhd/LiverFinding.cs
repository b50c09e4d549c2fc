namespace CarNkMonitor.Grading.Gvhd;

/// <summary>
/// Facts to the stage of the liver (specification 1.1): total bilirubin in mg/dL, never less for another cause. The printed bands (2-3, 3.1-6,
/// 6.1-15) leave gaps; 3.04 is more than 3.
/// </summary>
static class LiverFinding
{
    /// <summary>Stage 1 begins here, inclusive. Also the limit of a raised baseline.</summary>
    public const decimal Stage1From = 2m;

    /// <summary>Stage 1 ends here, inclusive.</summary>
    public const decimal Stage1UpTo = 3m;

    /// <summary>Stage 2 ends here, inclusive.</summary>
    public const decimal Stage2UpTo = 6m;

    /// <summary>Stage 3 ends here, inclusive.</summary>
    public const decimal Stage3UpTo = 15m;

    public static Possible<OrganStage> Of(MagicInputs inputs) => inputs.Bilirubin is not { } bilirubin
        ? Possible.Any<OrganStage>()
        : OrganStages.Reached(
            bilirubin.IsAtLeast(Stage1From), bilirubin.IsAbove(Stage1UpTo), bilirubin.IsAbove(Stage2UpTo), bilirubin.IsAbove(Stage3UpTo));
}
