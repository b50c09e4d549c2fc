namespace CarNkMonitor.Grading.Ctcae;

/// <summary>Codes of what the laboratory terms read beside the value itself: observation codes of the catalogue, and the columns of the case files.</summary>
static class CtcaeCodes
{
    public const string Lln = "lln";
    public const string Uln = "uln";
    public const string Baseline = "baseline";
    public const string BaselineIsHigh = "baseline_high";
    public const string BaselineIsLow = "baseline_low";
    public const string Unit = "unit";
    public const string Anticoagulant = "anticoagulant";
    public const string TransfusionIndicated = "transfusion_indicated";
    public const string LifeThreatening = "life_threatening_judgement";
    public const string Bleeding = "bleeding";
}
