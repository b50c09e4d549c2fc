using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Subjects;

/// <summary>A participant leaves the study, or a slip of that kind is taken back.</summary>
[Authorize(Policies.CanManageSubjects)]
public sealed class LeaveModel(ReadSubject subjects, CurrentStaff staff) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public LeaveForm Form { get; set; } = new();

    public SubjectOverview Overview { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (await subjects.For(staff.Person, Id, cancel) is not { Subject.Status: not SubjectStatus.Died } found)
        {
            return NotFound();
        }

        Overview = found;
        return Page();
    }

    public async Task<IActionResult> OnPost([FromServices] LeaveStudy leave, CancellationToken cancel) =>
        await Answer(await leave.Run(staff.Person, new Leaving(Id, Form.How, Form.LastDay, Form.Reason), cancel), cancel);

    public async Task<IActionResult> OnPostReturn([FromServices] ReturnToStudy back, CancellationToken cancel) =>
        await Answer(await back.Run(staff.Person, Id, Form.Reason, cancel), cancel);

    async Task<IActionResult> Answer(SetupAnswer answer, CancellationToken cancel) =>
        answer.IsDone ? RedirectToPage("/Subjects/Subject", new { id = Id })
        : await OnGet(cancel) is NotFoundResult missing ? missing : this.Again(nameof(Form), answer.Problems);
}

/// <summary>What was typed.</summary>
public sealed class LeaveForm
{
    public SubjectStatus? How { get; set; }
    public DateOnly? LastDay { get; set; }
    public string? Reason { get; set; }
}
