namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Who must have a second factor: everybody who decides about treatment or about people.</summary>
public static class SecondFactor
{
    public static bool NeedsSecondFactor(this StaffRole role) => role switch
    {
        StaffRole.Physician or StaffRole.Investigator or StaffRole.Administrator => true,
        StaffRole.Nurse or StaffRole.Coordinator or StaffRole.HomeOncologist or StaffRole.Monitor => false,
    };
}
