using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Observations;

/// <summary>The bedside form.</summary>
[Authorize(Policy = Policies.CanRecord)]
public sealed class CheckModel(ReadBedsideForm bedsides, RecordCheck record, PreviewCheck preview, CurrentStaff staff) : PageModel, IEntryPage
{
    IReadOnlyList<string> _toFix = [];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CheckForm Form { get; set; } = new();

    public BedsideForm Bedside { get; private set; } = null!;
    public WallClock Clock { get; private set; } = null!;

    /// <summary>By field.</summary>
    public Dictionary<string, UnitOffer> Offers { get; } = [];

    /// <summary>Alarming values.</summary>
    public IReadOnlyList<AskedQuestion> Questions { get; private set; } = [];

    /// <summary>Checks that hold values which stand against what was typed: they are amended there.</summary>
    public IReadOnlyList<Guid> Standing { get; private set; } = [];

    /// <summary>Codes.</summary>
    public IReadOnlyList<string> Gaps { get; private set; } = [];

    public bool IsPreview { get; private set; }

    /// <summary>Null when nothing can be previewed, for example because the time of the check cannot be read.</summary>
    public CheckPreview? Preview { get; private set; }

    public bool ShowsGrades => staff.Person.May(Permission.ReadGrades);

    public IReadOnlyList<CheckPanel> Panels => CheckLayout.For(Bedside.Score);

    /// <summary>The screen that is asked for; or else the first one with something to correct.</summary>
    public string OpenPanel { get; private set; } = CheckLayout.First;

    /// <summary>How many answers of a screen are refused, asked about or missing.</summary>
    public int ToFixIn(CheckPanel panel) => _toFix.Count(panel.Holds);

    /// <summary>What was recorded last, with its time, to compare with; null when nothing was within a day.</summary>
    public string? LastOf(string code)
    {
        var last = Bedside.Last[code].ToList();
        return last.Count == 0 ? null : $"{string.Join(", ", last.Select(RecordWords.AsEntered))} at {Clock.Text(last[0].ObservedAt)}";
    }

    public string? HintOf(CheckField field) => LastOf(field.Code) is { } last ? $"Last {last}" : null;

    /// <summary>Something stands in the field of this code.</summary>
    public bool IsFilledIn(string code) => !string.IsNullOrWhiteSpace(Form.Value(code)) || Form.Several.GetValueOrDefault(code) is { Count: > 0 };

    public async Task<IActionResult> OnGet(bool complete, string? panel, CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        Form = new CheckForm { SubmissionId = Guid.CreateVersion7(), ObservedAt = Clock.ForInput(Bedside.Now), IsCompletion = complete, Units = UnitsOfReports() };
        Open(panel);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        Form.TakeOffer();
        var typed = CheckFormEntry.Of(Form, Id);
        return await Ask(typed, cancel) is { } question ? question : await Record(typed, cancel);
    }

    /// <summary>A laboratory keeps its units: each value starts with the unit of the last report.</summary>
    Dictionary<string, string?> UnitsOfReports() => Bedside.Last
        .Where(ofCode => ObservationCatalog.Default[ofCode.Key] is { Kind: ObservationKind.Lab, Quantity: not null })
        .ToDictionary(ofCode => ofCode.Key, ofCode => ofCode.First().EnteredUnit);

    void Open(string? panel) => OpenPanel = Panels.FirstOrDefault(one => one.Key == panel)?.Key ?? CheckLayout.First;

    /// <summary>The grades that the form would give; nothing is stored. With script only the strip above Save is taken from the page.</summary>
    public async Task<IActionResult> OnPostPreview(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        (IsPreview, Preview) = (true, await preview.Show(staff.Person, CheckFormEntry.Of(Form, Id).Entry, cancel));
        Open(Form.Panel);
        return Page();
    }

    async Task<bool> Find(CancellationToken cancel)
    {
        if (await bedsides.For(staff.Person, Id, cancel) is not { } found)
        {
            return false;
        }

        (Bedside, Clock) = (found, new WallClock(found.Subject.Site!.Zone, found.Now));
        return true;
    }

    /// <summary>
    /// Asks about what is blank, together with everything else there is to ask, so that nobody is asked twice. A time that cannot be read is refused first:
    /// what stands hangs on it.
    /// </summary>
    async Task<PageResult?> Ask(CheckFormEntry typed, CancellationToken cancel)
    {
        Gaps = !Form.IsCompletion && string.IsNullOrEmpty(Form.IncompleteReason) && typed.Entry.Items.Count > 0
            && typed.Entry.ObservedAt.In(Bedside.Subject.Site!.Zone).Utc is { } at
            ? CheckGaps.Of(typed.Entry, await bedsides.StandingAt(Bedside, at, cancel), at) : [];
        if (Gaps.Count == 0)
        {
            return null;
        }

        var reading = CheckReading.Of(typed.Entry, Bedside.Catalog);
        return Again(typed, reading.Problems, reading.Questions);
    }

    async Task<IActionResult> Record(CheckFormEntry typed, CancellationToken cancel) => await record.Record(staff.Person, typed.Entry, cancel) switch
    {
        CheckSaved saved => RedirectToPage("/Observations/Answer", new { id = saved.CheckId, repeated = saved.Repeated > 0 ? saved.Repeated : (int?)null, before = saved.WasStoredBefore ? true : (bool?)null }),
        CheckRefused refused => Again(typed, refused.Problems, []),
        NeedsConfirmation asked => Again(typed, [], asked.Questions),
        NotPermitted => Forbid(),
        _ => NotFound(),
    };

    PageResult Again(CheckFormEntry typed, IReadOnlyList<EntryProblem> problems, IReadOnlyList<EntryProblem> questions)
    {
        Standing = [.. problems.Select(problem => problem.StandsIn).OfType<Guid>().Distinct()];
        Questions = [.. questions.Select(question => new AskedQuestion(question.Field, typed.FieldOf(question), RecordWords.Sentence(question.Reason), question.Offer))];
        _toFix = [.. problems.Select(typed.CodeOf).Concat(questions.Select(question => question.Field)).Concat(Gaps).OfType<string>().Distinct()];
        Open(Panels.FirstOrDefault(panel => panel.Key == Form.Panel && ToFixIn(panel) > 0)?.Key ?? Panels.FirstOrDefault(panel => ToFixIn(panel) > 0)?.Key ?? Form.Panel);
        return this.ShowAgain(problems, typed.FieldOf);
    }
}

/// <summary>An alarming but possible value that waits for a yes, or for the unit that was meant.</summary>
public sealed record AskedQuestion(string Code, string Field, string Sentence, UnitOffer? Offer);
