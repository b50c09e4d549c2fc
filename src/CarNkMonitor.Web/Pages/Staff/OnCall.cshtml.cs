using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CarNkMonitor.Web.Pages.Staff;

/// <summary>The fixed on-call list of each site of the person.</summary>
[Authorize(Policies.CanManageRota)]
public sealed class OnCallModel(ReadOnCallList read, CurrentStaff staff) : PageModel
{
    /// <summary>The form's fields; their names are those of the use case.</summary>
    public NewOnCallPlace? Place { get; private set; }
    public IReadOnlyList<SiteOnCall> Lists { get; private set; } = [];

    public IEnumerable<SelectListItem> SiteChoices => Lists.Select(list => new SelectListItem(list.Site.Name, list.Site.Id.ToString()));

    public IEnumerable<SelectListItem> PersonChoices => Lists.SelectMany(list => list.CanBeCalled).DistinctBy(found => found.Person.Id)
        .Select(found => new SelectListItem(Choice(found.Person, found.HasPhone), found.Person.Id.ToString()) { Disabled = !found.HasPhone });

    /// <summary>Null when all is well.</summary>
    public static string? Warning(LevelCoverage coverage) => coverage switch
    {
        LevelCoverage.Covered => null,
        LevelCoverage.NobodyReachable => "Nobody can be reached at this level: an alert would pass it by.",
        LevelCoverage.OnlyOneWayTexts => "Only +86 phones are on this level, and texts there may be held back: add a phone of another country.",
    };

    public async Task OnGet(CancellationToken cancel) => Lists = await read.For(staff.Person, cancel);

    public async Task<IActionResult> OnPostAdd([Bind(Prefix = "Place")] NewOnCallPlace place, [FromServices] AddOnCallPlace add, CancellationToken cancel) =>
        await Answer(await add.Add(staff.Person, Place = place, cancel), cancel);

    public async Task<IActionResult> OnPostRemove(Guid placeId, [FromServices] RemoveOnCallPlace remove, CancellationToken cancel) =>
        await Answer(await remove.Remove(staff.Person, placeId, cancel), cancel);

    public async Task<IActionResult> OnPostAvailable(Guid placeId, [FromServices] MakeAvailable available, CancellationToken cancel) =>
        await Answer(await available.Run(staff.Person, placeId, cancel), cancel);

    /// <summary>Why nobody is called on this phone; null when somebody is.</summary>
    public static string? NotCalled(Contact contact, Site site) =>
        contact.StaffMember is { IsDisabled: true } ? "no longer works here"
        : contact.StaffMember is { } person && !(person.May(Permission.Acknowledge) && person.WorksAt(site)) ? "may not accept alerts of this site"
        : contact.IsEnabled ? null
        : Words.Of(contact.Off);

    public static bool MayComeBack(Contact contact) => !contact.IsEnabled && contact.Off is PhoneOff.NotOnDuty or PhoneOff.OfNoUse or null;

    async Task<IActionResult> Answer(SetupAnswer answer, CancellationToken cancel)
    {
        if (answer.IsDone)
        {
            return RedirectToPage();
        }

        await OnGet(cancel);
        return this.Again(nameof(Place), answer.Problems);
    }

    static string Choice(StaffMember person, bool hasPhone) =>
        $"{person.DisplayName}, {ShowShell.WordFor(person.Role)}{(hasPhone ? "" : ", no phone stored")}";
}
