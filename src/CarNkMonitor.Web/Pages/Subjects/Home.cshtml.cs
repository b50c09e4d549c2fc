using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Pages.Subjects;

/// <summary>Which home oncologists may read a participant, and the clock at home.</summary>
[Authorize(Policies.CanManageSubjects)]
public sealed class HomeModel(ReadSubject subjects, MonitorContext db, CurrentStaff staff) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The form's fields; their names are those of the use case.</summary>
    public HomeOncologistLink? Link { get; private set; }
    public SubjectOverview Overview { get; private set; } = null!;
    public WallClock Clock { get; private set; } = null!;
    public IReadOnlyList<(SubjectLink Link, string Name)> Links { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (await subjects.For(staff.Person, Id, cancel) is not { } found)
        {
            return NotFound();
        }

        (Overview, Clock) = (found, new WallClock(found.Subject.Site!.Zone, found.Now));
        var people = await db.Users.AsNoTracking()
            .Where(person => person.StudyId == found.Subject.StudyId && person.Role == StaffRole.HomeOncologist).OrderBy(person => person.DisplayName).ToListAsync(cancel);
        var links = await db.SubjectLinks.AsNoTracking().Where(link => link.SubjectId == Id && link.EndedAt == null).ToListAsync(cancel);
        Links = [.. links.Select(link => (link, people.Find(person => person.Id == link.StaffMemberId)?.DisplayName ?? "No home oncologist any more"))];
        Choices = [.. people.Where(person => !person.IsDisabled && links.TrueForAll(link => link.StaffMemberId != person.Id))
            .Select(person => new SelectListItem(person.DisplayName, person.Id.ToString()))];
        return Page();
    }

    public async Task<IActionResult> OnPostLink(
        [Bind(Prefix = "Link")] HomeForm link, [FromServices] LinkHomeOncologist use, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(link);
        Link = new HomeOncologistLink(Id, link.StaffMemberId, link.HomeZone);
        return await Answer(await use.Link(staff.Person, Link, cancel), cancel);
    }

    public async Task<IActionResult> OnPostEnd(Guid linkId, [FromServices] EndHomeOncologistLink end, CancellationToken cancel) =>
        await Answer(await end.End(staff.Person, linkId, cancel), cancel);

    async Task<IActionResult> Answer(SetupAnswer answer, CancellationToken cancel)
    {
        if (answer.IsDone)
        {
            return RedirectToPage(new { id = Id });
        }

        return await OnGet(cancel) is NotFoundResult missing ? missing : this.Again(nameof(Link), answer.Problems);
    }
}

/// <summary>What was typed.</summary>
public sealed record HomeForm(Guid? StaffMemberId, string? HomeZone);
