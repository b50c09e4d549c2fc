using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Account;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Subjects;

/// <summary>A coordinator records that an infusion was given, an observation like any other, from which the plan is made; or takes one back.</summary>
[Authorize(Policies.CanManageSubjects)]
public sealed class InfusionModel(ReadSubject subjects, RecordCheck record, CurrentStaff staff) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public InfusionForm Form { get; set; } = new();

    public SubjectOverview Overview { get; private set; } = null!;
    public WallClock Clock { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        Form = new InfusionForm { SubmissionId = Guid.CreateVersion7(), StartedAt = Clock.ForInput(Overview.Now) };
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        return await record.Record(staff.Person, Form.Entry(Id), cancel) switch
        {
            CheckSaved => RedirectToPage("/Subjects/Subject", new { id = Id }),
            CheckRefused refused => this.Again(nameof(Form), refused.Problems.Select(InfusionForm.OnField)),
            NeedsConfirmation asked => this.Again(nameof(Form), asked.Questions.Select(InfusionForm.OnField)),
            NotPermitted => Forbid(),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostWithdraw(Guid infusionId, string? reason, [FromServices] WithdrawInfusion withdraw, CancellationToken cancel)
    {
        var answer = await withdraw.Run(staff.Person, Id, infusionId, reason, cancel);
        if (answer.IsDone)
        {
            return RedirectToPage(new { id = Id });
        }

        return await OnGet(cancel) is NotFoundResult missing ? missing : this.Again([.. answer.Problems.Select(problem => problem.Reason)]);
    }

    async Task<bool> Find(CancellationToken cancel)
    {
        if (await subjects.For(staff.Person, Id, cancel) is not { Subject.Status: SubjectStatus.OnStudy } found)
        {
            return false;
        }

        (Overview, Clock) = (found, new WallClock(found.Subject.Site!.Zone, found.Now));
        return true;
    }
}

/// <summary>What was typed.</summary>
public sealed class InfusionForm
{
    public Guid SubmissionId { get; set; }

    /// <summary>On the site's clock, or with an offset.</summary>
    public string? StartedAt { get; set; }

    /// <summary><c>complete</c> or <c>partial</c>.</summary>
    public string? Amount { get; set; }
    public string? Note { get; set; }

    public CheckEntry Entry(Guid subjectId) => new(
        SubmissionId, subjectId, ObservedTime.Text(StartedAt ?? ""), [new CheckItem("infusion", Amount, Note: Note)]);

    /// <summary>The same problem, named after the field of this form.</summary>
    public static EntryProblem OnField(EntryProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Field switch
        {
            "observedAt" => problem with { Field = nameof(StartedAt) },
            _ => problem with { Field = nameof(Amount) },
        };
    }
}
