namespace CarNkMonitor.Grading.Scores;

/// <summary>
/// m-EASIX, the modified index: Pennisi M, Sanchez-Escamilla M, Flynn JR, et al. 2021, Blood Adv 5(17):3397-3406,
/// doi:10.1182/bloodadvances.2020003885. LDH (U/L) x CRP (mg/dL) / platelets (10*9/L). No cut-off is used here.
/// </summary>
public static class ModifiedEasix
{
    /// <summary>Criteria id of this index and edition.</summary>
    public const string Criteria = "M-EASIX-2021";

    /// <summary>The index, unrounded; null when there are no platelets to divide by.</summary>
    /// <param name="ldh">Lactate dehydrogenase, U/L.</param>
    /// <param name="crpMgPerL">C-reactive protein in mg/L, as laboratories report it; the formula prints mg/dL, a tenth of it.</param>
    /// <param name="platelets">Platelets, 10*9/L.</param>
    public static decimal? Index(decimal ldh, decimal crpMgPerL, decimal platelets) => Easix.ByPlatelets(ldh * crpMgPerL / 10, platelets);
}
