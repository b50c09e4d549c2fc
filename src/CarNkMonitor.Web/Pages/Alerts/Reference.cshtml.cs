using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Alerts;

/// <summary>The short address in a text: leads to the alert after sign-in, and says nothing to anybody else.</summary>
[Authorize(Policy = Policies.CanReadAlerts)]
public sealed class ReferenceModel(ReadAlert alerts, CurrentStaff staff) : PageModel
{
    public async Task<IActionResult> OnGet(string reference, CancellationToken cancel) =>
        await alerts.Find(staff.Person, reference, cancel) is { } id ? RedirectToPage("/Alerts/Alert", new { id }) : NotFound();
}
