namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Which codes of the catalogue a table of Grading reads; the others are recorded and shown, and change no grade.</summary>
public static class GradedInputs
{
    /// <summary>Kept by hand, and compared with what Grading names by a test.</summary>
    static readonly HashSet<string> RecordedOnly = new(StringComparer.Ordinal)
    {
        "dbp", "map", "fio2", "height", "body_surface_area", "urine_output", "norepinephrine_rate", "epinephrine_rate", "phenylephrine_rate",
        "dopamine_rate", "vasopressin_rate", "stool_episodes", "pain_nrs", "gvhd_biopsy", "gcs_eye", "gcs_verbal", "gcs_motor", "rass", "ecog",
        "monocytes", "eosinophils", "blasts_pct", "hct", "reticulocytes", "schistocytes", "haptoglobin", "dat", "pct", "il6", "sil2r_mass", "il8", "il10",
        "ifn_gamma", "tnf_alpha", "ggt", "egfr", "urea", "albumin", "sodium", "potassium", "chloride", "bicarbonate", "calcium_total",
        "calcium_ionised", "phosphate", "magnesium", "urate", "lactate", "glucose", "ck", "troponin_t_hs", "nt_probnp", "d_dimer", "igg", "cd19",
        "cd3", "cd8", "nk_cells", "cmv_dna_iu", "cmv_dna_copies", "ebv_dna_iu", "ebv_dna_copies", "car_transgene_copies", "car_nk_pct",
        "galactomannan", "tpo_ra_dose", "antimicrobial_start", "icu_transfer", "home_support_confirmed",
    };

    public static bool Contains(string code) => !RecordedOnly.Contains(code);
}
