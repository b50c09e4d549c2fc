using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;

namespace CarNkMonitor.Web.Pages.Shared;

/// <summary>Where a person can go: one line for each page that the navigation shows, with the policy that guards it.</summary>
public sealed class Navigation(IConfiguration configuration)
{
    public const string Alerts = "/alerts";
    public const string Decisions = "/decisions";
    public const string People = "/people";

    static readonly (string Policy, Place Place)[] All =
    [
        (Policies.CanReadSubjects, new Place("Worklist", "/")),
        (Policies.CanReadAlerts, new Place("Alerts", Alerts)),
        (Policies.CanConfirmGrade, new Place("Decisions", Decisions)),
        (Policies.CanManageRota, new Place("On call", "/on-call")),
        (Policies.CanReadSettings, new Place("Settings", "/settings")),
        (Policies.CanReadAudit, new Place("Audit", "/audit")),
        (Policies.CanManagePeople, new Place("People", People)),
        (Policies.CanManageSites, new Place("Sites", "/sites")),
        (Policies.CanWatchJobs, new Place("Jobs", "/jobs")),
    ];

    /// <summary>Set by the verb <c>demo</c>.</summary>
    public bool IsDemo { get; } = configuration.GetValue("Demo:IsOn", false);

    public IReadOnlyList<Place> For(StaffMember person) => [.. All.Where(entry => Policies.Allows(entry.Policy, person)).Select(entry => entry.Place)];
}
