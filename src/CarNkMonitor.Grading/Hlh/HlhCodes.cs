namespace CarNkMonitor.Grading.Hlh;

/// <summary>Observation codes and canonical units that the HLH and MAS tables read.</summary>
static class HlhCodes
{
    public const string BirthDate = "birth_date";
    public const string Temperature = "temperature";
    public const string Splenomegaly = "splenomegaly";
    public const string Hepatomegaly = "hepatomegaly";
    public const string Hemoglobin = "hgb";
    public const string Leukocytes = "wbc";
    public const string Neutrophils = "anc";
    public const string Platelets = "platelets";
    public const string Triglycerides = "triglycerides";
    public const string Fasting = "fasting_sample";
    public const string Fibrinogen = "fibrinogen";
    public const string Ferritin = "ferritin";
    public const string SolubleCd25 = "sil2r_units";
    public const string Ast = "ast";
    public const string Alt = "alt";
    public const string Bilirubin = "bilirubin_total";
    public const string Creatinine = "creatinine";
    public const string Hemophagocytosis = "hemophagocytosis";
    public const string NkActivity = "nk_activity";
    public const string MolecularDiagnosis = "molecular_hlh_diagnosis";
    public const string Immunosuppression = "immunosuppression_known";
    public const string Oliguria = "oliguria_ctcae_grade";
    public const string PulmonaryEdema = "pulmonary_edema_ctcae_grade";
    public const string KnownOrSuspectedSjia = "known_or_suspected_sjia";

    /// <summary>The coded value of <see cref="Hemophagocytosis"/> when it was seen.</summary>
    public const string Present = "present";

    public const string Celsius = "Cel";
    public const string GramsPerLitre = "g/L";
    public const string Cells = "10*9/L";
    public const string MicrogramsPerLitre = "ug/L";
    public const string EnzymeUnits = "U/L";
    public const string Points = "{score}";
}
