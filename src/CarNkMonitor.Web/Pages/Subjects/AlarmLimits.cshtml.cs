using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Settings;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Subjects;

/// <summary>What is asked about at entry for one participant: each change is a new version of the study's settings.</summary>
[Authorize(Policies.CanManageTrial)]
public sealed class AlarmLimitsModel(ReadAlarmLimits read, ChangeStudySettings change, CurrentStaff staff) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AlarmLimitForm Form { get; set; } = new();

    /// <summary>What the last button did.</summary>
    [TempData]
    public string? Said { get; set; }

    public SubjectAlarmLimits Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Find(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSet(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        var (limit, problems) = Form.Limit(Id);
        return problems.Count > 0 ? Again(problems) : await Change(limit.Code, limit, "is set", cancel);
    }

    /// <summary>The catalogue's limits hold again.</summary>
    public async Task<IActionResult> OnPostLift(CancellationToken cancel) =>
        await Find(cancel) ? await Change(Form.Code, null, "is lifted", cancel) : NotFound();

    async Task<IActionResult> Change(string? code, AlarmLimit? limit, string done, CancellationToken cancel)
    {
        var now = Shown.InForce.Settings;
        AlarmLimit[] limits = [.. now.AlarmLimits.Where(one => one.SubjectId != Id || one.Code != code), .. limit is null ? Array.Empty<AlarmLimit>() : [limit]];
        var answer = await change.Change(staff.Person, Shown.Subject.StudyId, now with { AlarmLimits = limits }, Form.BasedOn, Form.Reason, cancel);
        if (!answer.IsDone)
        {
            return Again(answer.Problems);
        }

        Said = $"The alarm limit of {RecordWords.Name(code!)} {done}.";
        return RedirectToPage(new { id = Id });
    }

    PageResult Again(IEnumerable<EntryProblem> problems)
    {
        Form.IsLifting = Request.Query["handler"] == "Lift";
        foreach (var problem in problems)
        {
            ModelState.AddModelError(AlarmLimitForm.Place(problem.Field) is { Length: > 0 } field ? $"Form.{field}" : "", problem.Reason);
        }

        Response.StatusCode = ModelState.TryGetValue("", out var whole) && whole.Errors.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    async Task<bool> Find(CancellationToken cancel)
    {
        if (await read.For(staff.Person, Id, cancel) is not { } found)
        {
            return false;
        }

        Shown = found;
        return true;
    }
}

/// <summary>What was typed.</summary>
public sealed class AlarmLimitForm
{
    public int BasedOn { get; set; }
    public string? Code { get; set; }
    public string? Below { get; set; }
    public string? Above { get; set; }
    public string? Reason { get; set; }

    /// <summary>The form beside a limit in force was sent, not the one for a new limit.</summary>
    public bool IsLifting { get; set; }

    public (AlarmLimit Limit, IReadOnlyList<EntryProblem> Problems) Limit(Guid subjectId)
    {
        List<EntryProblem> problems = string.IsNullOrWhiteSpace(Code) ? [new("code", "Choose what is measured.")] : [];
        return (new AlarmLimit(subjectId, Code ?? "", Number(Below, "below", problems), Number(Above, "above", problems), Reason?.Trim() ?? ""), problems);
    }

    /// <summary>The field that a problem of the settings belongs to: <c>alarmLimits[3].below</c> is this form's <c>below</c>; none for the whole.</summary>
    internal static string Place(string field) => field.Contains('.', StringComparison.Ordinal) ? field[(field.LastIndexOf('.') + 1)..]
        : field is "code" or "below" or "above" or "reason" ? field : "";

    static decimal? Number(string? text, string field, List<EntryProblem> problems) =>
        string.IsNullOrWhiteSpace(text) ? null : SettingsForm.Number(text, field, isWhole: false, problems);
}
