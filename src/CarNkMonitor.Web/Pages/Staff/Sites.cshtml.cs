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

namespace CarNkMonitor.Web.Pages.Staff;

/// <summary>Studies and sites; the first thing that a new installation needs.</summary>
[Authorize(Policies.CanManageSites)]
public sealed class SitesModel(MonitorContext db, CurrentStaff staff) : PageModel
{
    IReadOnlyList<Site> _sites = [];

    /// <summary>The forms' fields; their names are those of the use cases.</summary>
    public NewStudy? Study { get; private set; }
    public NewSite? Site { get; private set; }
    public IReadOnlyList<Study> Studies { get; private set; } = [];

    public IReadOnlyList<Site> SitesOf(Study study) => [.. _sites.Where(site => site.StudyId == study.Id)];

    public IEnumerable<SelectListItem> StudyChoices => Studies.Select(study => new SelectListItem($"{study.Code}, {study.Title}", study.Id.ToString()));

    public async Task OnGet(CancellationToken cancel)
    {
        Studies = await db.Studies.AsNoTracking().OrderBy(study => study.Code).ToListAsync(cancel);
        _sites = await db.Sites.AsNoTracking().OrderBy(site => site.Code).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostStudy([Bind(Prefix = "Study")] NewStudy study, [FromServices] OpenStudy open, CancellationToken cancel) =>
        await Answer(nameof(Study), await open.Open(staff.Person, Study = study, cancel), cancel);

    public async Task<IActionResult> OnPostSite([Bind(Prefix = "Site")] NewSite site, [FromServices] OpenSite open, CancellationToken cancel) =>
        await Answer(nameof(Site), await open.Open(staff.Person, Site = site, cancel), cancel);

    async Task<IActionResult> Answer(string form, SetupAnswer answer, CancellationToken cancel)
    {
        if (answer.IsDone)
        {
            return RedirectToPage();
        }

        await OnGet(cancel);
        return this.Again(form, answer.Problems);
    }
}
