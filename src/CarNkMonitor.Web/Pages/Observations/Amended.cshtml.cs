using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>The answer after an amendment: what stands now, which grades changed, whose alert was withdrawn and who is told.</summary>
[Authorize(Policy = Policies.CanRecord)]
public sealed class AmendedModel(ReadAmendment amendments, CurrentStaff staff) : PageModel
{
    public AmendmentAnswer Answer { get; private set; } = null!;
    public WallClock Clock { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancel)
    {
        if (await amendments.For(staff.Person, id, cancel) is not { } found)
        {
            return NotFound();
        }

        (Answer, Clock) = (found, new WallClock(found.Calendar.ZoneAt(found.Now).Id, found.Now));
        return Page();
    }
}
