namespace CarNkMonitor.Grading.Hlh;

/// <summary>
/// HScore for reactive haemophagocytic syndrome in adults: Fardet L, Galicier L, Lambotte O, et al. 2014, Arthritis Rheumatol 66:2613-2620,
/// doi:10.1002/art.38690, table of points. Nine items, 0 to 337 points. Not calibrated after lymphodepletion: a supportive score.
/// </summary>
public static class HScore
{
    /// <summary>Criteria id of this table and edition.</summary>
    public const string Criteria = "HSCORE-2014";

    /// <summary>All items at their highest.</summary>
    public const int Highest = 337;

    /// <summary>The best cut-off of the original series (inclusive): sensitivity 93 %, specificity 86 %. Not a probability.</summary>
    public const int CutOff = 169;

    /// <summary>Known underlying immunosuppression: HIV or long-term immunosuppressants; lymphodepletion alone is not scored.</summary>
    public const int Immunosuppression = 18;

    /// <summary>Fibrinogen of at most <see cref="FibrinogenUpTo"/>.</summary>
    public const int Fibrinogen = 30;

    /// <summary>AST of at least <see cref="AstFrom"/>.</summary>
    public const int Ast = 19;

    /// <summary>Haemophagocytosis on a marrow aspirate.</summary>
    public const int Hemophagocytosis = 35;

    /// <summary>Temperature, °C: the middle band begins here (inclusive) …</summary>
    public const decimal TemperatureFrom = 38.4m;

    /// <summary>… and ends here (inclusive).</summary>
    public const decimal TemperatureUpTo = 39.4m;

    /// <summary>Haemoglobin of at most this, g/L (inclusive), is a lineage.</summary>
    public const decimal HemoglobinUpTo = 92m;

    /// <summary>Leukocytes of at most this, 10*9/L (inclusive), are a lineage.</summary>
    public const decimal LeukocytesUpTo = 5.0m;

    /// <summary>Platelets of at most this, 10*9/L (inclusive), are a lineage.</summary>
    public const decimal PlateletsUpTo = 110m;

    /// <summary>Ferritin, ug/L: the middle band begins here (inclusive) …</summary>
    public const decimal FerritinFrom = 2000m;

    /// <summary>… and ends here (inclusive).</summary>
    public const decimal FerritinUpTo = 6000m;

    /// <summary>Triglycerides, mmol/L: the middle band begins here (inclusive) …</summary>
    public const decimal TriglyceridesFromMmolPerL = 1.5m;

    /// <summary>… and ends here (inclusive).</summary>
    public const decimal TriglyceridesUpToMmolPerL = 4.0m;

    /// <summary>Triglycerides reported in mg/dL: the middle band begins here (inclusive) …</summary>
    public const decimal TriglyceridesFromMgPerDL = 132.7m;

    /// <summary>… and ends here (inclusive).</summary>
    public const decimal TriglyceridesUpToMgPerDL = 354m;

    /// <summary>Fibrinogen of at most this, g/L (inclusive).</summary>
    public const decimal FibrinogenUpTo = 2.5m;

    /// <summary>AST of at least this, U/L (inclusive).</summary>
    public const decimal AstFrom = 30m;

    /// <summary>Points of the temperature.</summary>
    public static int Temperature(HScoreBand band) => band switch
    {
        HScoreBand.Low => 0,
        HScoreBand.Middle => 33,
        HScoreBand.High => 49,
    };

    /// <summary>Points of organomegaly: liver, spleen, or both.</summary>
    /// <param name="organs">How many of liver and spleen are enlarged, 0 to 2.</param>
    public static int Organomegaly(int organs) => organs switch { 0 => 0, 1 => 23, _ => 38 };

    /// <summary>Points of cytopenia; one lineage scores nothing.</summary>
    /// <param name="lineages">How many of haemoglobin, leukocytes and platelets are at or below their limit, 0 to 3.</param>
    public static int Cytopenia(int lineages) => lineages switch { <= 1 => 0, 2 => 24, _ => 34 };

    /// <summary>Points of ferritin.</summary>
    public static int Ferritin(HScoreBand band) => band switch
    {
        HScoreBand.Low => 0,
        HScoreBand.Middle => 35,
        HScoreBand.High => 50,
    };

    /// <summary>Points of triglycerides; the score does not ask for a fasting sample.</summary>
    public static int Triglycerides(HScoreBand band) => band switch
    {
        HScoreBand.Low => 0,
        HScoreBand.Middle => 44,
        HScoreBand.High => 64,
    };
}

/// <summary>The three columns of the table of points.</summary>
public enum HScoreBand
{
    /// <summary>Below the middle band.</summary>
    Low,

    /// <summary>The middle band, both ends included.</summary>
    Middle,

    /// <summary>Above the middle band.</summary>
    High,
}
