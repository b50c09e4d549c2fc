namespace CarNkMonitor.Grading.Icans;

/// <summary>Flags of the ICANS grader. The specification names the day-28 review, the screen of CAPD and the instrument; the names are ours.</summary>
public static class IcansFlag
{
    /// <summary>By age and development, ICE is the instrument.</summary>
    public const string Ice = "INSTRUMENT_ICE";

    /// <summary>By age and development, CAPD is the instrument.</summary>
    public const string Capd = "INSTRUMENT_CAPD";

    /// <summary>Onset after day 28 (day 28 itself is inside): look for another cause.</summary>
    public const string LateOnsetReview = "LATE_ONSET_REVIEW";

    /// <summary>A finding that was present was removed by attribution to another cause.</summary>
    public const string OtherCauseExcluded = "OTHER_CAUSE_EXCLUDED";

    /// <summary>Oedema was removed because of an intracranial haemorrhage.</summary>
    public const string HemorrhageExcluded = "HEMORRHAGE_EXCLUDED";

    /// <summary>The score alone would count, but is not worse than the subject's own baseline.</summary>
    public const string AtBaseline = "AT_BASELINE";

    /// <summary>A score counts that has no baseline to compare with: the raw score is graded.</summary>
    public const string BaselineMissing = "BASELINE_MISSING";

    /// <summary>Grade 1 rests on a CAPD of 1 to 8 alone: a screen, to be confirmed.</summary>
    public const string ScreenConfirm = "SCREEN_CONFIRM";
}
