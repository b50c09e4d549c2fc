using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>The form that amends or withdraws values of a recorded check.</summary>
[Authorize(Policy = Policies.CanRecord)]
public sealed class AmendModel(ReadCheckValues checks, AmendObservation amend, PreviewAmendment preview, CurrentStaff staff) : PageModel, IEntryPage
{
    /// <summary>The check.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CheckForm Form { get; set; } = new();

    [BindProperty]
    public AmendForm Asked { get; set; } = new();

    public CheckValues Shown { get; private set; } = null!;
    public WallClock Clock { get; private set; } = null!;
    public Dictionary<string, UnitOffer> Offers { get; } = [];
    public IReadOnlyList<AskedQuestion> Questions { get; private set; } = [];

    /// <summary>What somebody else did meanwhile.</summary>
    public IReadOnlyList<MovedValue> Moved { get; private set; } = [];

    public bool IsPreview { get; private set; }
    public AmendmentPreview? Preview { get; private set; }

    /// <summary>The values on the form, each as it stands now.</summary>
    public IReadOnlyList<CheckValue> Rows => [.. Shown.Values.Where(value => Asked.Codes.ContainsKey($"{value.Row.Id}"))];

    public CheckField FieldOf(CheckValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new CheckField(this, value.Row.Code, $"{value.Row.Id}");
    }

    public string? HintOf(CheckField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Shown.Values.FirstOrDefault(one => $"{one.Row.Id}" == field.Key) is { } value ? $"Recorded: {RecordWords.AsEntered(value.Row)}, by {value.By}" : null;
    }

    public async Task<IActionResult> OnGet(Guid value, CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        IReadOnlyList<Observation> rows = [.. Shown.Values.Select(one => one.Row)];
        if (rows.FirstOrDefault(row => row.Id == value) is not { } chosen || !AmendedTogether.CanBeAmended(chosen, rows))
        {
            return RedirectToPage("/Observations/Values", new { id = Id }); // amended or withdrawn meanwhile: the check says so
        }

        (Asked, Form) = AmendForm.Of(AmendedTogether.Of(chosen, rows));
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        Form.TakeOffer();
        return await amend.Run(staff.Person, Asked.Read(Form), cancel) switch
        {
            CheckSaved saved => RedirectToPage("/Observations/Amended", new { id = saved.AmendmentId }),
            CheckRefused refused => Again(refused.Problems, []),
            NeedsConfirmation asked => Again([], asked.Questions),
            AmendedMeanwhile meanwhile => DecideAgain(meanwhile),
            NotPermitted => Forbid(),
            _ => NotFound(),
        };
    }

    /// <summary>How the grades would change; nothing is stored. With script only the strip above Save is taken from the page.</summary>
    public async Task<IActionResult> OnPostPreview(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        (IsPreview, Preview) = (true, await preview.Show(staff.Person, Asked.Read(Form), cancel));
        return Page();
    }

    async Task<bool> Find(CancellationToken cancel)
    {
        if (await checks.For(staff.Person, Id, cancel) is not { } found)
        {
            return false;
        }

        (Shown, Clock) = (found, new WallClock(found.Subject.Site!.Zone, found.Now));
        return true;
    }

    PageResult Again(IReadOnlyList<EntryProblem> problems, IReadOnlyList<EntryProblem> questions)
    {
        Questions = [.. questions.Select(question => new AskedQuestion(KeyOf(question)!, NameOf(question), RecordWords.Sentence(question.Reason), question.Offer))];
        return this.ShowAgain(problems, NameOf);
    }

    PageResult DecideAgain(AmendedMeanwhile meanwhile)
    {
        Moved = meanwhile.Values;
        foreach (var moved in Moved)
        {
            Asked.Follow(Form, moved);
        }

        ModelState.Clear(); // what was typed now stands under other names
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    string? KeyOf(EntryProblem problem) => problem.Item is { } item ? Asked.Codes.ElementAt(item).Key : null;

    string NameOf(EntryProblem problem) => KeyOf(problem) is { } key ? $"{nameof(CheckForm.Values)}[{key}]"
        : problem.Field == "reason" ? $"{nameof(Asked)}.{nameof(AmendForm.Why)}" : "";
}
