namespace CarNkMonitor.Grading.Scores;

/// <summary>
/// s-EASIX, the simplified index: Pennisi M, Sanchez-Escamilla M, Flynn JR, et al. 2021, Blood Adv 5(17):3397-3406,
/// doi:10.1182/bloodadvances.2020003885. LDH (U/L) / platelets (10*9/L). No cut-off is used here.
/// </summary>
public static class SimplifiedEasix
{
    /// <summary>Criteria id of this index and edition.</summary>
    public const string Criteria = "S-EASIX-2021";

    /// <summary>The index, unrounded; null when there are no platelets to divide by.</summary>
    /// <param name="ldh">Lactate dehydrogenase, U/L.</param>
    /// <param name="platelets">Platelets, 10*9/L.</param>
    public static decimal? Index(decimal ldh, decimal platelets) => Easix.ByPlatelets(ldh, platelets);
}
