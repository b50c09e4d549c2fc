using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>One recorded check: every value that holds, who recorded it and when; where a slip is corrected.</summary>
[Authorize(Policy = Policies.CanReadGrades)]
public sealed class ValuesModel(ReadCheckValues checks, CurrentStaff staff) : PageModel
{
    public CheckValues Shown { get; private set; } = null!;
    public WallClock Clock { get; private set; } = null!;

    public bool MayAmend => staff.Person.May(Permission.Record);

    public bool CanBeAmended(CheckValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return MayAmend && AmendedTogether.CanBeAmended(value.Row, [.. Shown.Values.Select(one => one.Row)]);
    }

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancel)
    {
        if (await checks.For(staff.Person, id, cancel) is not { } found)
        {
            return NotFound();
        }

        (Shown, Clock) = (found, new WallClock(found.Calendar.ZoneAt(found.Now).Id, found.Now));
        return Page();
    }
}
