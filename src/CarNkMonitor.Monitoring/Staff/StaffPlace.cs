namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Where a person works: at one site, for a whole study (no site), or for the installation (neither).</summary>
public sealed record StaffPlace(Guid? StudyId, Guid? SiteId)
{
    public static readonly StaffPlace Installation = new(null, null);

    /// <summary>Why a person of this role cannot work here, or null.</summary>
    public string? RefusalFor(StaffRole role) => role switch
    {
        StaffRole.Administrator => this == Installation ? null : "An administrator belongs to the installation, not to a study or site.",
        StaffRole.Nurse => SiteId is null ? "A nurse works at one site: choose it." : null,
        StaffRole.Physician or StaffRole.Investigator or StaffRole.Coordinator or StaffRole.HomeOncologist or StaffRole.Monitor =>
            StudyId is null ? "Choose the site or the study." : null,
    };
}
