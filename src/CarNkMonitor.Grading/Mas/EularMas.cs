namespace CarNkMonitor.Grading.Mas;

/// <summary>
/// 2016 EULAR/ACR/PRINTO classification criteria for macrophage activation syndrome in systemic juvenile idiopathic arthritis: Ravelli A, Minoia F,
/// Davi S, et al. 2016, Arthritis Rheumatol 68:566-576, doi:10.1002/art.39332. A febrile patient with known or suspected sJIA, ferritin above
/// 684 ug/L and any 2 of 4. For nobody else.
/// </summary>
public static class EularMas
{
    /// <summary>Criteria id of this table and edition.</summary>
    public const string Criteria = "EULAR-MAS-2016";

    /// <summary>How many items there are beside ferritin.</summary>
    public const int Items = 4;

    /// <summary>How many of them are needed (inclusive).</summary>
    public const int Needed = 2;

    /// <summary>Ferritin is above this, ug/L (exclusive).</summary>
    public const decimal FerritinAbove = 684m;

    /// <summary>Platelets of at most this, 10*9/L (inclusive).</summary>
    public const decimal PlateletsUpTo = 181m;

    /// <summary>AST above this, U/L (exclusive).</summary>
    public const decimal AstAbove = 48m;

    /// <summary>Triglycerides above this, mg/dL (exclusive), where reported so …</summary>
    public const decimal TriglyceridesAboveMgPerDL = 156m;

    /// <summary>… or above this, mmol/L (exclusive), where reported so. Fasting is not asked for.</summary>
    public const decimal TriglyceridesAboveMmolPerL = 1.76m;

    /// <summary>Fibrinogen of at most this, g/L (inclusive); 360 mg/dL, which is the same amount.</summary>
    public const decimal FibrinogenUpTo = 3.6m;

    /// <summary>The rule, for a patient to whom the criteria apply.</summary>
    /// <param name="ferritin">Ferritin is above the limit.</param>
    /// <param name="items">How many of the four items are present, 0 to 4.</param>
    public static bool IsMet(bool ferritin, int items) => ferritin && items >= Needed;
}
