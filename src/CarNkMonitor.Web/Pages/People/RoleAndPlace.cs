using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Pages.Account;
using CarNkMonitor.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CarNkMonitor.Web.Pages.People;

/// <summary>The two choices that say what a person is and where.</summary>
public sealed record RoleAndPlace(StaffRole Role, string? Place, Places? Places)
{
    public static readonly RoleAndPlace None = new(StaffRole.Nurse, null, null);

    public StaffPlace? Chosen => Places?.Chosen(Place);

    public IEnumerable<SelectListItem> Roles => Enum.GetValues<StaffRole>()
        .Select(role => new SelectListItem(ShowShell.WordFor(role), role.ToString(), role == Role));

    public IEnumerable<SelectListItem> PlaceChoices => Places?.Choices.Select(choice => new SelectListItem(choice.Text, choice.Value, choice.Value == Place)) ?? [];
}

/// <summary>The answer to a change: the person's page again, with the temporary password once, or the form with what is wrong.</summary>
public static class PersonAnswers
{
    public const string PasswordKey = "TemporaryPassword";

    public static IActionResult ShowPerson(this PageModel page, StaffAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(answer);
        if (!answer.IsDone)
        {
            return page.Again(answer.Refusals);
        }

        if (answer.TemporaryPassword is { } password)
        {
            page.TempData[PasswordKey] = password;
        }

        return page.RedirectToPage("/People/Person", new { id = answer.Person!.Id });
    }
}
