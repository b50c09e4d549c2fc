using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Alerts;

/// <summary>One alert: accept it, pass it on, record the assessment, close it.</summary>
[Authorize(Policy = Policies.CanReadAlerts)]
public sealed class AlertModel(
    ReadAlert alerts, AcknowledgeAlert acknowledge, PassOnAlert passOn, ReviewAlert review, CloseAlert close, CurrentStaff staff) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReviewForm Review { get; set; } = new();

    [BindProperty]
    public string? CloseReason { get; set; }

    /// <summary>The step that the page showed: a page that lay open must not pass by whoever is called now.</summary>
    [BindProperty]
    public int? Fence { get; set; }

    /// <summary>What the last button did.</summary>
    [TempData]
    public string? Said { get; set; }

    public AlertOverview Overview { get; private set; } = null!;
    public WallClock Clock { get; private set; } = null!;

    public AlertButtons Buttons => new(Overview, staff.Person);

    public bool ShowsGrades => staff.Person.May(Permission.ReadGrades);

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        Review = ReviewForm.For(Overview);
        return Page();
    }

    public async Task<IActionResult> OnPostAccept(CancellationToken cancel) => await After(await acknowledge.Run(staff.Person, Id, cancel), "", cancel);

    public async Task<IActionResult> OnPostPassOn(CancellationToken cancel) => await After(await passOn.Run(staff.Person, Id, Fence, cancel), "", cancel);

    public async Task<IActionResult> OnPostReview(CancellationToken cancel) => Review.Action is { } action
        ? await After(await review.Run(staff.Person, Id, new ReviewEntry(Review.Grade, action, Review.Reason), cancel), "Review.Reason", cancel)
        : await Again("Choose what was decided.", "Review.Action", cancel);

    public async Task<IActionResult> OnPostClose(CancellationToken cancel) =>
        await After(await close.Run(staff.Person, Id, CloseReason ?? "", cancel), nameof(CloseReason), cancel);

    async Task<IActionResult> After(AlertAnswer answer, string field, CancellationToken cancel)
    {
        switch (answer.Refusal)
        {
            case null:
                Said = answer.Sentence;
                return RedirectToPage(new { id = Id });
            case AlertRefusal.NotFound:
                return NotFound();
            case AlertRefusal.NotAllowed:
                return Forbid();
            default:
                var status = answer.Refusal == AlertRefusal.MovedOn ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
                return await Again(answer.Sentence, answer.Refusal == AlertRefusal.Incomplete ? field : "", cancel, status);
        }
    }

    async Task<IActionResult> Again(string sentence, string field, CancellationToken cancel, int status = StatusCodes.Status400BadRequest)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        ModelState.AddModelError(field, sentence);
        Response.StatusCode = status;
        return Page();
    }

    async Task<bool> Find(CancellationToken cancel)
    {
        if (await alerts.For(staff.Person, Id, cancel) is not { } found)
        {
            return false;
        }

        (Overview, Clock) = (found, new WallClock(found.Alert.Site!.Zone, found.Now));
        return true;
    }
}
