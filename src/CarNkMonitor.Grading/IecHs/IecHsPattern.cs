namespace CarNkMonitor.Grading.IecHs;

/// <summary>
/// IEC-HS criteria: Hines MR, Knight TE, McNerney KO, et al. 2023, Transplant Cell Ther 29:438.e1-438.e16, doi:10.1016/j.jtct.2023.03.006. Ferritin is
/// required; the paper fixes no number of further items and leaves the diagnosis to the physician, so the three classes are our own proposal
/// (specification 3.3). MET calls the physician to decide; it is not a diagnosis.
/// </summary>
public static class IecHsPattern
{
    /// <summary>Criteria id of the pattern and of the grade.</summary>
    public const string Criteria = "IECHS-2023";

    /// <summary>Common criteria 2 to 5: transaminases, fibrinogen, haemophagocytosis, cytopenia.</summary>
    public const int CommonItems = 4;

    /// <summary>Other manifestations.</summary>
    public const int OtherItems = 9;

    /// <summary>Required: ferritin above this multiple of the larger of its upper limit of normal and its baseline at infusion (exclusive).</summary>
    public const decimal FerritinAbove = 2m;

    /// <summary>Common 2: AST or ALT above this multiple of the larger of its own upper limit of normal and its own baseline (exclusive).</summary>
    public const decimal TransaminaseAbove = 5m;

    /// <summary>Common 3: fibrinogen below this, g/L (exclusive), or below the lower limit of normal.</summary>
    public const decimal FibrinogenBelow = 1.5m;

    /// <summary>Common 5: neutrophils below this, 10*9/L (exclusive): CTCAE grade 4. Haemoglobin has no numeric grade 4 and is not used.</summary>
    public const decimal NeutrophilsBelow = 0.5m;

    /// <summary>Common 5: platelets below this, 10*9/L (exclusive): CTCAE grade 4.</summary>
    public const decimal PlateletsBelow = 25m;

    /// <summary>Other: fasting triglycerides above this, mg/dL (exclusive), where reported so …</summary>
    public const decimal TriglyceridesAboveMgPerDL = 265m;

    /// <summary>… or of at least this, mmol/L (inclusive), where reported so.</summary>
    public const decimal TriglyceridesFromMmolPerL = 3.0m;

    /// <summary>The class for known criteria.</summary>
    /// <param name="alternativeSoleCause">The picture is fully explained by something else.</param>
    /// <param name="ferritin">The required criterion.</param>
    /// <param name="timing">Common 1: onset with resolving or resolved CRS, or worsening after improvement.</param>
    /// <param name="common">How many of common 2 to 5 are present, 0 to 4.</param>
    /// <param name="other">How many other manifestations are present, 0 to 9.</param>
    public static IecHsClass Class(bool alternativeSoleCause, bool ferritin, bool timing, int common, int other) =>
        alternativeSoleCause || !ferritin ? IecHsClass.NotMet
        : timing && common >= 2 ? IecHsClass.Met
        : common >= 1 || other >= 2 ? IecHsClass.Possible
        : IecHsClass.NotMet;
}

/// <summary>How much of the IEC-HS pattern is there.</summary>
public enum IecHsClass
{
    /// <summary>Not present.</summary>
    NotMet,

    /// <summary>Part of it.</summary>
    Possible,

    /// <summary>The pattern is present: call the physician to decide.</summary>
    Met,
}
