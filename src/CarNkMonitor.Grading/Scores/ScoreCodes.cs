namespace CarNkMonitor.Grading.Scores;

/// <summary>The catalogue codes that these scores read.</summary>
static class ScoreCodes
{
    public const string Platelets = "platelets";
    public const string Neutrophils = "anc";
    public const string Hemoglobin = "hgb";
    public const string Crp = "crp";
    public const string Ferritin = "ferritin";
    public const string Ldh = "ldh";
    public const string Creatinine = "creatinine";
}
