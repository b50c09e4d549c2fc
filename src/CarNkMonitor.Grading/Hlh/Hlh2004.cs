namespace CarNkMonitor.Grading.Hlh;

/// <summary>
/// HLH-2004 diagnostic criteria: Henter JI, Horne A, Arico M, et al. 2007, Pediatr Blood Cancer 48:124-131, doi:10.1002/pbc.21039.
/// Met by a molecular diagnosis consistent with HLH, or by at least 5 of 8 criteria. Made for trial entry and familial HLH; not a screen.
/// </summary>
public static class Hlh2004
{
    /// <summary>Criteria id of this table and edition.</summary>
    public const string Criteria = "HLH-2004";

    /// <summary>How many criteria there are.</summary>
    public const int Items = 8;

    /// <summary>How many of them are needed (inclusive).</summary>
    public const int Needed = 5;

    /// <summary>
    /// 1: fever is at least this, °C (inclusive). The protocol prints no number;
    /// 38.5 is the convention (Jordan 2011, doi:10.1182/blood-2011-03-278127).
    /// </summary>
    public const decimal FeverFrom = 38.5m;

    /// <summary>3: haemoglobin below this, g/L (exclusive) …</summary>
    public const decimal HemoglobinBelow = 90m;

    /// <summary>3: … or below this, g/L (exclusive), in infants younger than <see cref="InfantBelowWeeks"/>.</summary>
    public const decimal InfantHemoglobinBelow = 100m;

    /// <summary>3: weeks of age below which the infant limit holds (exclusive).</summary>
    public const decimal InfantBelowWeeks = 4m;

    /// <summary>3: platelets below this, 10*9/L (exclusive).</summary>
    public const decimal PlateletsBelow = 100m;

    /// <summary>3: neutrophils below this, 10*9/L (exclusive).</summary>
    public const decimal NeutrophilsBelow = 1.0m;

    /// <summary>3: at least this many of the three lineages.</summary>
    public const int Lineages = 2;

    /// <summary>4: fasting triglycerides of at least this, mmol/L (inclusive), where reported so …</summary>
    public const decimal TriglyceridesFromMmolPerL = 3.0m;

    /// <summary>4: … or of at least this, mg/dL (inclusive), where reported so.</summary>
    public const decimal TriglyceridesFromMgPerDL = 265m;

    /// <summary>4: fibrinogen of at most this, g/L (inclusive). Triglycerides and fibrinogen are one criterion.</summary>
    public const decimal FibrinogenUpTo = 1.5m;

    /// <summary>7: ferritin of at least this, ug/L (inclusive).</summary>
    public const decimal FerritinFrom = 500m;

    /// <summary>8: soluble CD25 of at least this, U/mL (inclusive).</summary>
    public const decimal SolubleCd25From = 2400m;

    /// <summary>The printed rule.</summary>
    /// <param name="criteria">How many of the eight are present, 0 to 8.</param>
    /// <param name="molecularDiagnosis">A molecular diagnosis consistent with HLH exists; then the count is not needed.</param>
    public static bool IsMet(int criteria, bool molecularDiagnosis) => molecularDiagnosis || criteria >= Needed;
}
