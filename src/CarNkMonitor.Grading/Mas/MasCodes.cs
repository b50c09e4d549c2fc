namespace CarNkMonitor.Grading.Mas;

/// <summary>
/// Names of what the MAS signal and IEC-HS read beside the observation codes of <see cref="Hlh.HlhCodes"/>: a limit or an earlier value of a
/// measurement, and what the record derives. They appear where the measurement itself is there and only this is missing.
/// </summary>
static class MasCodes
{
    public const string MaskingReviewed = "masking_drugs_reviewed";
    public const string Infusion = "infusion";
    public const string SecondFall = "second_fall";
    public const string FerritinUln = "ferritin_uln";
    public const string FerritinBaseline = "ferritin_baseline";
    public const string FerritinPrevious = "ferritin_previous";
    public const string FerritinDoublingTime = "ferritin_doubling_time";
    public const string AstUln = "ast_uln";
    public const string AltUln = "alt_uln";
    public const string FibrinogenLln = "fibrinogen_lln";
}
