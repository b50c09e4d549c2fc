namespace CarNkMonitor.Grading.Scores;

/// <summary>
/// EASIX, the endothelial activation and stress index: Luft T, Benner A, Jodele S, et al. 2017, Lancet Haematol 4(9):e414-e423,
/// doi:10.1016/S2352-3026(17)30108-4. LDH (U/L) x creatinine (mg/dL) / platelets (10*9/L). No cut-off is used here.
/// </summary>
public static class Easix
{
    /// <summary>Criteria id of this index and edition.</summary>
    public const string Criteria = "EASIX-2017";

    /// <summary>The index, unrounded; null when there are no platelets to divide by.</summary>
    /// <param name="ldh">Lactate dehydrogenase, U/L.</param>
    /// <param name="creatinine">Creatinine, mg/dL.</param>
    /// <param name="platelets">Platelets, 10*9/L.</param>
    public static decimal? Index(decimal ldh, decimal creatinine, decimal platelets) => ByPlatelets(ldh * creatinine, platelets);

    /// <summary>Divided once, last. Below one platelet in a litre there is nothing to divide by.</summary>
    internal static decimal? ByPlatelets(decimal product, decimal platelets) => platelets < 0.000_000_001m ? null : product / platelets;
}
