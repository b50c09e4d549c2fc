using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CarNkMonitor.Web.Pages.Settings;

/// <summary>Changes one part of a study's settings: a new version, with a reason.</summary>
[Authorize(Policies.CanManageTrial)]
public sealed class ChangeModel(ReadStudySettings read, CurrentStaff staff) : PageModel
{
    const int LinesMore = 5;

    [BindProperty(SupportsGet = true, Name = "part")]
    public SettingsPart Part { get; set; }

    [BindProperty]
    public SettingsForm Form { get; set; } = new();

    public ShownSettings Shown { get; private set; } = null!;

    public IEnumerable<SelectListItem> Sites => Shown.Sites.Select(site => new SelectListItem(site.Name, site.Id.ToString()));

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        Form = SettingsForm.Of(Shown.InForce);
        return Page();
    }

    /// <summary>More lines to fill in; nothing is stored.</summary>
    public async Task<IActionResult> OnPostMore(CancellationToken cancel)
    {
        Form.Added = [.. Form.Added, .. Enumerable.Range(0, LinesMore).Select(_ => new RangeRow())];
        return await Find(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost([FromServices] ChangeStudySettings change, CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        var (wanted, problems) = Form.Wanted(Part, Shown.InForce.Settings);
        if (problems.Count > 0)
        {
            return Again(problems);
        }

        var answer = await change.Change(staff.Person, Shown.Study.Id, wanted, Form.BasedOn, Form.Reason, cancel);
        if (!answer.IsDone)
        {
            return Again([.. Form.Placed(answer.Problems, Shown.InForce.Settings)]);
        }

        TempData[nameof(ShowModel.Said)] = $"Version {Form.BasedOn + 1} is in force.";
        return RedirectToPage("/Settings/Show");
    }

    /// <summary>Somebody else was faster: said alone, because the rest was judged against what is no longer in force.</summary>
    IActionResult Again(IReadOnlyList<EntryProblem> problems)
    {
        if (problems.FirstOrDefault(problem => problem.Field == "version") is { } faster)
        {
            ModelState.AddModelError("", faster.Reason);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return this.Again(nameof(Form), problems);
    }

    async Task<bool> Find(CancellationToken cancel)
    {
        if (!Enum.IsDefined(Part) || ModelState["part"] is { Errors.Count: > 0 } || await read.For(staff.Person, null, cancel) is not { } found)
        {
            return false;
        }

        Shown = found;
        return true;
    }
}
