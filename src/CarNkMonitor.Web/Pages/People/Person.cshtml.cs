using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Pages.People;

/// <summary>One person, and what an administrator can do about the account. No clinical data.</summary>
[Authorize(Policies.CanManagePeople)]
public sealed class PersonModel(MonitorContext db, CurrentStaff staff) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public StaffMember Shown { get; private set; } = null!;
    public PersonLine Line { get; private set; } = null!;
    public RoleAndPlace RoleAndPlace { get; private set; } = RoleAndPlace.None;
    /// <summary>The phone on record, on or off; one that was replaced is history.</summary>
    public Contact? Phone { get; private set; }
    public string? TemporaryPassword => TempData[PersonAnswers.PasswordKey] as string;

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Read(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostRole(StaffRole role, string? place, string? reason, [FromServices] ChangeRole change, CancellationToken cancel) =>
        Because(reason, async why => await Places.All(db, cancel) is var places && places.Chosen(place) is { } chosen
            ? await change.Run(staff.Person, Id, role, chosen, why, cancel)
            : StaffAnswer.Refused("There is no such place."), cancel);

    public Task<IActionResult> OnPostPhone(string? phone, [FromServices] ChangePhone change, CancellationToken cancel) =>
        Answer(change.Run(staff.Person, Id, phone, cancel), cancel);

    public Task<IActionResult> OnPostPassword([FromServices] ResetPassword reset, CancellationToken cancel) =>
        Answer(reset.Run(staff.Person, Id, cancel), cancel);

    public Task<IActionResult> OnPostSecondFactor(string? reason, [FromServices] ResetSecondFactor reset, CancellationToken cancel) =>
        Because(reason, why => reset.Run(staff.Person, Id, why, cancel), cancel);

    public Task<IActionResult> OnPostDisable(string? reason, [FromServices] DisableStaffMember disable, CancellationToken cancel) =>
        Because(reason, why => disable.Run(staff.Person, Id, why, cancel), cancel);

    public Task<IActionResult> OnPostEnable(string? reason, [FromServices] EnableStaffMember enable, CancellationToken cancel) =>
        Because(reason, why => enable.Run(staff.Person, Id, why, cancel), cancel);

    Task<IActionResult> Because(string? reason, Func<string, Task<StaffAnswer>> change, CancellationToken cancel) => Answer(
        string.IsNullOrWhiteSpace(reason) ? Task.FromResult(StaffAnswer.Refused("Say why: it stands in the audit.")) : change(reason.Trim()), cancel);

    async Task<IActionResult> Answer(Task<StaffAnswer> change, CancellationToken cancel)
    {
        var answer = await change;
        return answer.IsDone || await Read(cancel) ? this.ShowPerson(answer) : NotFound();
    }

    async Task<bool> Read(CancellationToken cancel)
    {
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (person is null)
        {
            return false;
        }

        var places = await Places.All(db, cancel);
        (Shown, Line) = (person, PersonLine.Of(person, places));
        RoleAndPlace = new(person.Role, Places.ValueOf(new StaffPlace(person.StudyId, person.SiteId)), places);
        Phone = await db.Contacts.AsNoTracking().Where(contact => contact.StaffMemberId == Id && contact.Off != PhoneOff.Replaced)
            .OrderByDescending(contact => contact.IsEnabled).FirstOrDefaultAsync(cancel);
        return true;
    }
}
