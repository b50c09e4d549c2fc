using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Settings;

/// <summary>The settings of a study that are in force, or an earlier version of them, and the story of all versions.</summary>
[Authorize(Policies.CanReadSettings)]
public sealed class ShowModel(ReadStudySettings read, CurrentStaff staff) : PageModel
{
    /// <summary>Number of an earlier version; null for the one in force.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary>What the last form did.</summary>
    [TempData]
    public string? Said { get; set; }

    public ShownSettings? Shown { get; private set; }
    public WallClock Clock { get; private set; } = null!;

    public bool MayChange => staff.Person.May(Permission.ApprovePolicy) && Shown is { IsInForce: true };

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Shown = await read.For(staff.Person, Version, cancel);
        Clock = new WallClock(staff.Person.Site?.Zone ?? "Etc/UTC", Shown?.Now ?? DateTime.UnixEpoch);
        return Shown is null ? NotFound() : Page();
    }
}
