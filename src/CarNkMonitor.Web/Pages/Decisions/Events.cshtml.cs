using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Decisions;

/// <summary>The adverse events of a participant, by episodes.</summary>
[Authorize(Policies.CanReadGrades)]
public sealed class EventsModel(ReadAdverseEvents events, CurrentStaff staff) : PageModel
{
    public SubjectEvents Shown { get; private set; } = null!;
    public WallClock Clock { get; private set; } = null!;

    public bool MaySign => staff.Person.May(Permission.ConfirmGrade);

    /// <summary>Day after the latest infusion at that moment.</summary>
    public string Day(DateTime at) => Shown.Calendar.CycleDay(at) is { } day ? $"day {day}" : "before infusion";

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancel)
    {
        if (await events.For(staff.Person, id, cancel) is not { } found)
        {
            return NotFound();
        }

        (Shown, Clock) = (found, new WallClock(found.Calendar.ZoneAt(found.Now).Id, found.Now));
        return Page();
    }
}
