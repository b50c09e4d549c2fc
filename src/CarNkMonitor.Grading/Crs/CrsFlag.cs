namespace CarNkMonitor.Grading.Crs;

/// <summary>Flags of the CRS grader (specification 1.8).</summary>
public static class CrsFlag
{
    /// <summary>Fever is no longer required, because CRS was treated since its onset.</summary>
    public const string FeverWaived = "FEVER_WAIVED";

    /// <summary>A masking drug, or an unknown drug chart, may hide a first fever.</summary>
    public const string FeverMasked = "FEVER_MASKED";

    /// <summary>The fever of an open episode has gone without treatment.</summary>
    public const string EpisodeOpenAfebrile = "EPISODE_OPEN_AFEBRILE";

    /// <summary>Only vasopressin class agents run.</summary>
    public const string VasopressinOnly = "VASOPRESSIN_ONLY";

    /// <summary>Room air with SpO2 below 90 %.</summary>
    public const string UnmetOxygenNeed = "UNMET_O2_NEED";

    /// <summary>A finding that was present was removed by attribution to another cause.</summary>
    public const string OtherCauseExcluded = "OTHER_CAUSE_EXCLUDED";

    /// <summary>Onset after day 14 (day 14 itself is inside): look for another cause.</summary>
    public const string LateOnsetReview = "LATE_ONSET_REVIEW";
}
