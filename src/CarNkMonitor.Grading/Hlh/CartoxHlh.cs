namespace CarNkMonitor.Grading.Hlh;

/// <summary>
/// CAR-T-cell-related HLH/MAS by the CARTOX group: Neelapu SS, Tummala S, Kebriaei P, et al. 2018, Nat Rev Clin Oncol 15:47-62,
/// doi:10.1038/nrclinonc.2017.148. Peak ferritin above 10 000 ug/L in the CRS phase and any 2 of 4 items; organ limits are CTCAE v4.03 grade 3.
/// </summary>
public static class CartoxHlh
{
    /// <summary>Criteria id of this table and edition.</summary>
    public const string Criteria = "CARTOX-HLH-2018";

    /// <summary>How many items there are beside ferritin: liver, kidney, lung, histology.</summary>
    public const int Items = 4;

    /// <summary>How many of them are needed (inclusive).</summary>
    public const int Needed = 2;

    /// <summary>Peak ferritin is above this, ug/L (exclusive).</summary>
    public const decimal FerritinAbove = 10_000m;

    /// <summary>Liver: bilirubin above this multiple of its upper limit of normal (exclusive) …</summary>
    public const decimal BilirubinAbove = 3m;

    /// <summary>… or AST or ALT above this multiple of its own (exclusive). Liver is one item.</summary>
    public const decimal TransaminaseAbove = 5m;

    /// <summary>
    /// Kidney: creatinine above this multiple of its baseline (exclusive), or oliguria of at least <see cref="OrganGradeFrom"/>. Kidney is one item.
    /// </summary>
    public const decimal CreatinineAbove = 3.0m;

    /// <summary>CTCAE v4.03 grade of oliguria, and of pulmonary oedema, from which the item is present (inclusive).</summary>
    public const int OrganGradeFrom = 3;

    /// <summary>The rule.</summary>
    /// <param name="ferritin">Peak ferritin is above the limit.</param>
    /// <param name="items">How many of the four items are present, 0 to 4.</param>
    public static bool IsMet(bool ferritin, int items) => ferritin && items >= Needed;
}
