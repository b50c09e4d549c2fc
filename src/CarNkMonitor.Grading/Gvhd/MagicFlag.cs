namespace CarNkMonitor.Grading.Gvhd;

/// <summary>Flags of the MAGIC grader (specification 1.1 and 1.3). None of them changes a stage, a confidence or a grade.</summary>
public static class MagicFlag
{
    /// <summary>Ileus without severe pain and without blood: not stage 4 by the table, but somebody has to look.</summary>
    public const string IleusReview = "ILEUS_REVIEW";

    /// <summary>Bilirubin was 2.0 mg/dL or more (inclusive) before the infusion: the liver stage may be old.</summary>
    public const string BaselineBilirubin = "BASELINE_BILIRUBIN";

    /// <summary>A diagnostic sign of chronic GvHD is reported; it is not staged here.</summary>
    public const string ChronicFeatureReview = "CHRONIC_FEATURE_REVIEW";
}
