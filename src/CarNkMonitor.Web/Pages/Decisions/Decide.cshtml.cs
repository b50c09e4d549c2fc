using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Decisions;

/// <summary>Decisions about a participant: causes of findings, and grades that a physician signs.</summary>
[Authorize(Policies.CanReadGrades)]
public sealed class DecideModel(ReadDecisions decisions, CurrentStaff staff) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The calculated grade to sign; null while none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Grade { get; set; }

    [BindProperty]
    public CauseForm Cause { get; set; } = new();

    [BindProperty]
    public SignForm Sign { get; set; } = new();

    /// <summary>What the last button did.</summary>
    [TempData]
    public string? Said { get; set; }

    public SubjectDecisions Shown { get; private set; } = null!;
    public WallClock Clock { get; private set; } = null!;

    public bool MayState => staff.Person.May(Permission.ProposeAttribution) && Shown.Subject.Status == SubjectStatus.OnStudy;

    public bool MayJudge => staff.Person.May(Permission.ConfirmGrade);

    /// <summary>Never the own proposal.</summary>
    public bool MayJudgeThis(AttributionStatement statement) =>
        MayJudge && statement is { AwaitsJudgement: true } && statement.Row.RecordedById != staff.Person.Id;

    public string SignerName => staff.Person.DisplayName;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        (Cause.SubmissionId, Sign.SubmissionId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Sign.Grade = Shown.Grades.FirstOrDefault(one => one.IsChosen)?.Assessment is { } chosen && chosen.Low == chosen.High ? chosen.Low : null;
        return Page();
    }

    public async Task<IActionResult> OnPostState([FromServices] ProposeAttribution propose, CancellationToken cancel) => await After(
        await propose.Run(staff.Person, Cause.Entry(Id), cancel), nameof(Cause),
        MayJudge ? "Stated. The grade was worked out anew." : "Proposed. A physician must countersign it.", cancel);

    public async Task<IActionResult> OnPostRenew(
        Guid statement, Guid submission, string? reason, [FromServices] ProposeAttribution propose, CancellationToken cancel) => await After(
        await propose.Renew(staff.Person, submission, statement, reason?.Trim(), cancel), "", MayJudge ? "Stated again." : "Proposed again. A physician must countersign it.", cancel);

    public async Task<IActionResult> OnPostCountersign(Guid statement, string? reason, [FromServices] JudgeAttribution judge, CancellationToken cancel) =>
        await After(await judge.Countersign(staff.Person, statement, reason, cancel), "", "Countersigned. The grade was worked out anew.", cancel);

    public async Task<IActionResult> OnPostReject(Guid statement, string? reason, [FromServices] JudgeAttribution judge, CancellationToken cancel) =>
        await After(await judge.Reject(staff.Person, statement, reason, cancel), "", "Rejected. The finding counts for the grade.", cancel);

    public async Task<IActionResult> OnPostSign([FromServices] ConfirmGrade confirm, CancellationToken cancel)
    {
        var answer = await confirm.Run(staff.Person, Sign.Entry(Grade), cancel);
        return answer.Refusal is not { } refusal ? Go(answer.Sentence) : refusal switch
        {
            DecisionRefusal.NotFound => NotFound(),
            DecisionRefusal.NotAllowed => Forbid(),
            DecisionRefusal.MovedOn => await Again([("", answer.Sentence)], StatusCodes.Status409Conflict, cancel),
            DecisionRefusal.Incomplete => await Again([(answer.Field.Length == 0 ? "" : $"{nameof(Sign)}.{answer.Field}", answer.Sentence)], StatusCodes.Status400BadRequest, cancel),
        };
    }

    async Task<IActionResult> After(RecordCheckResult result, string form, string done, CancellationToken cancel) => result switch
    {
        CheckSaved => Go(done),
        CheckRefused refused => await Again(refused.Problems.Select(problem => (form.Length == 0 ? "" : $"{form}.{problem.Field}", problem.Reason)), StatusCodes.Status400BadRequest, cancel),
        SubjectNotFound => NotFound(),
        NotPermitted => Forbid(),
        var other => throw new InvalidOperationException($"{other} is no answer to a decision."),
    };

    RedirectToPageResult Go(string said)
    {
        Said = said;
        return RedirectToPage(new { id = Id, grade = (Guid?)null });
    }

    async Task<IActionResult> Again(IEnumerable<(string Field, string Sentence)> problems, int status, CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        foreach (var (field, sentence) in problems)
        {
            ModelState.AddModelError(field, sentence);
        }

        Response.StatusCode = status;
        return Page();
    }

    async Task<bool> Find(CancellationToken cancel)
    {
        if (await decisions.For(staff.Person, Id, Grade, cancel) is not { } found)
        {
            return false;
        }

        (Shown, Clock) = (found, new WallClock(found.Calendar.ZoneAt(found.Now).Id, found.Now));
        return true;
    }
}
