using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>The answer after Save: the grade, why, what is missing, who is being called, and the next check.</summary>
[Authorize(Policy = Policies.CanReadSubjects)]
public sealed class AnswerModel(ReadCheckAnswer answers, CurrentStaff staff) : PageModel
{
    public CheckAnswer Answer { get; private set; } = null!;
    public WallClock Clock { get; private set; } = null!;

    public bool ShowsGrades => staff.Person.May(Permission.ReadGrades);

    /// <summary>So many of the typed values stood already and were not stored again.</summary>
    [BindProperty(SupportsGet = true)]
    public int Repeated { get; set; }

    /// <summary>Nothing of the form was new.</summary>
    [BindProperty(SupportsGet = true, Name = "before")]
    public bool WasStoredBefore { get; set; }

    public bool IsOfAnother => Answer.Check.RecordedById != staff.Person.Id;

    public bool MayRecord => staff.Person.May(Permission.Record);

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancel)
    {
        if (await answers.For(staff.Person, id, cancel) is not { } found)
        {
            return NotFound();
        }

        (Answer, Clock) = (found, new WallClock(found.Calendar.ZoneAt(found.Now).Id, found.Now));
        return Page();
    }
}
