using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages;

/// <summary>The start is the worklist; who sees no participants is led to the first place of the own navigation.</summary>
public sealed class IndexModel(Worklist worklist, CurrentStaff staff, TimeProvider time, Navigation navigation) : PageModel
{
    public IReadOnlyList<WorklistRow> Rows { get; private set; } = [];
    public DateTime Now { get; private set; }

    public StaffMember Person => staff.Person;

    public bool ShowsGrades => Person.May(Permission.ReadGrades);

    public bool OpensAlerts => Policies.Allows(Policies.CanReadAlerts, Person);

    public bool Enrolls => Policies.Allows(Policies.CanManageSubjects, Person);

    /// <summary>Read aloud when it changes.</summary>
    public string Announcement => $"{Rows.Count(row => row.Part == WorklistPart.InDanger)} in danger, "
        + $"{Rows.Count(row => row.Due is PlannedState.Due)} due, {Rows.Count(row => row.Due is PlannedState.Overdue)} overdue";

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!Policies.Allows(Policies.CanReadSubjects, Person))
        {
            return navigation.For(Person) is [var first, ..] ? LocalRedirect(first.Path) : NotFound();
        }

        (Rows, Now) = (await worklist.For(Person, cancel), time.GetUtcNow().UtcDateTime);
        return Page();
    }

    /// <summary>Every time is on the clock where the participant is.</summary>
    public static WallClock ClockOf(WorklistRow row) => new(row.Calendar.ZoneAt(row.Now).Id, row.Now);
}
