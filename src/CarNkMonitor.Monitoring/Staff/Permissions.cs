namespace CarNkMonitor.Monitoring.Staff;

/// <summary>What each role may do (records-and-access: the role table), as data: the doors and the use cases ask the same table.</summary>
public static class Permissions
{
    static readonly Dictionary<StaffRole, HashSet<Permission>> Table = new()
    {
        [StaffRole.Nurse] = [Permission.ReadSubjects, Permission.ReadGrades, Permission.Record, Permission.ProposeAttribution, Permission.AcknowledgeRoutine],
        [StaffRole.Physician] = Physician,
        [StaffRole.Investigator] = [.. Physician, Permission.ApprovePolicy, Permission.ManageRota],
        [StaffRole.Coordinator] = [Permission.ReadSubjects, Permission.ManageSubjects, Permission.ManageRota],
        [StaffRole.HomeOncologist] = [Permission.ReadLinkedSubjects, Permission.ReadGrades],
        [StaffRole.Monitor] = [Permission.ReadSubjects, Permission.ReadGrades, Permission.ReadAudit],
        [StaffRole.Administrator] = [Permission.ManagePeople, Permission.ManageSites],
    };

    static HashSet<Permission> Physician =>
    [
        Permission.ReadSubjects, Permission.ReadGrades, Permission.Record, Permission.ProposeAttribution, Permission.AcknowledgeRoutine,
        Permission.Acknowledge, Permission.ConfirmGrade, Permission.CloseAlert,
    ];

    public static bool May(this StaffRole role, Permission permission) => Table[role].Contains(permission);

    public static bool May(this StaffMember person, Permission permission) => !person.IsDisabled && person.Role.May(permission);

    /// <summary>The doors ask first; a use case asks again, because a door may be forgotten.</summary>
    /// <exception cref="UnauthorizedAccessException">The person may not do this.</exception>
    public static void Demand(this StaffMember person, Permission permission)
    {
        if (!person.May(permission))
        {
            throw new UnauthorizedAccessException($"A {person.Role} may not do this: {permission}.");
        }
    }
}

public enum Permission
{
    ReadSubjects, ReadLinkedSubjects, ReadGrades, Record, ProposeAttribution, AcknowledgeRoutine, Acknowledge, ConfirmGrade, CloseAlert,
    ManageSubjects, ManageRota, ApprovePolicy, ReadAudit, ManagePeople, ManageSites,
}
