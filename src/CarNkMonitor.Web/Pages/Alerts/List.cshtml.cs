using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Alerts;

/// <summary>The alerts of the person's scope, the worst first.</summary>
[Authorize(Policy = Policies.CanReadAlerts)]
public sealed class ListModel(AlertList alerts, CurrentStaff staff) : PageModel
{
    public AlertsNow Alerts { get; private set; } = null!;
    public WallClock Clock { get; private set; } = null!;

    public bool ShowsGrades => staff.Person.May(Permission.ReadGrades);

    public async Task OnGet(CancellationToken cancel)
    {
        Alerts = await alerts.For(staff.Person, cancel);
        Clock = new WallClock(staff.Person.Site?.Zone ?? "UTC", Alerts.Now);
    }
}
