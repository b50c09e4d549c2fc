namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>Flags of the cytopenia tables (specification 2.3 to 2.7).</summary>
public static class CytopeniaFlag
{
    /// <summary>The early window is still open: the grade is not final.</summary>
    public const string Interim = "INTERIM";

    /// <summary>At least two days support it: the limit of a late ICAHT grade, or a second dip.</summary>
    public const string Confirmed = "CONFIRMED";

    /// <summary>Days of a gap longer than 7 days were not filled and do not count as low.</summary>
    public const string GapNotFilled = "GAP_NOT_FILLED";

    /// <summary>The count that ends a neutropenic run may be the work of a growth factor: count again 3 to 5 days after the last dose.</summary>
    public const string GcsfSupported = "GCSF_SUPPORTED";

    /// <summary>Early ICAHT or T-ICAHT of grade 3 or more: deeper or longer than conditioning explains. A signal.</summary>
    public const string ExceedsExpectedDepth = "EXCEEDS_EXPECTED_DEPTH";

    /// <summary>Recovery was first seen after day 30 (day 30 itself is in time). No signal.</summary>
    public const string RecoveryFirstSeenLate = "RECOVERY_FIRST_SEEN_LATE";

    /// <summary>The lowest neutrophil count came after day 21 (day 21 itself is in time). No signal.</summary>
    public const string LateNadir = "LATE_NADIR";

    /// <summary>No count from before conditioning is recorded; it was taken as normal (specification 2.1).</summary>
    public const string BaselineAssumedNormal = "BASELINE_ASSUMED_NORMAL";
}
