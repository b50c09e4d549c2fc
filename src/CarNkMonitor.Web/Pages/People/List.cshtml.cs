using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Pages.People;

/// <summary>Everybody with an account.</summary>
[Authorize(Policies.CanManagePeople)]
public sealed class ListModel(MonitorContext db, FailedSignIns signIns) : PageModel
{
    public IReadOnlyList<SignInAlarm> Alarms { get; private set; } = [];

    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    public bool HasSite { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        var places = await Places.All(db, cancel);
        var people = await db.Users.AsNoTracking().OrderBy(person => person.DisplayName).ToListAsync(cancel);
        HasSite = places.HasSite;
        Alarms = await signIns.ReadAlarms(cancel);
        People = [.. people.Select(person => PersonLine.Of(person, places))];
    }
}

/// <summary>A person as the list shows him.</summary>
public sealed record PersonLine(Guid Id, string Name, string UserName, StaffRole Role, string Place, string State)
{
    public static PersonLine Of(StaffMember person, Places places) => new(
        person.Id, person.DisplayName, person.UserName ?? "", person.Role, places.NameOf(new StaffPlace(person.StudyId, person.SiteId)), StateOf(person));

    static string StateOf(StaffMember person) =>
        person.IsDisabled ? "Disabled"
        : person.MustChangePassword ? "Has a temporary password"
        : person.Role.NeedsSecondFactor() && !person.TwoFactorEnabled ? "No authenticator app yet"
        : "Active";
}
