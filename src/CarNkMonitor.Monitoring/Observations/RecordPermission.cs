using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Who may record what (records-and-access: the role table).</summary>
static class RecordPermission
{
    /// <summary>The coordinator's own facts; nurses and physicians may record them too.</summary>
    static readonly HashSet<string> OfTrial = ["infusion", "conditioning_dose"];

    /// <summary>Null if the person may record all of it.</summary>
    public static string? Refusal(StaffMember person, CheckEntry entry) =>
        person.May(Permission.Record) ? null
        : person.May(Permission.ManageSubjects) && entry.Items.All(item => OfTrial.Contains(item.Code)) ? null
        : $"{person.Role} may not record this.";

    public static bool IsAttribution(string code) => code.EndsWith("_attribution", StringComparison.Ordinal);

    /// <summary>An attribution stands by itself only if a physician made it.</summary>
    public static bool IsProvisional(StaffMember person, string code) => IsAttribution(code) && !person.May(Permission.ConfirmGrade);
}
