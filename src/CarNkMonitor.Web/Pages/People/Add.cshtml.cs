using System.ComponentModel.DataAnnotations;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Pages.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.People;

/// <summary>A new person; the temporary password appears once on the person's page.</summary>
[Authorize(Policies.CanManagePeople)]
public sealed class AddModel(MonitorContext db, AddStaffMember add, CurrentStaff staff) : PageModel
{
    [BindProperty, Required(ErrorMessage = "The name is missing.")]
    public string DisplayName { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "The user name is missing.")]
    public string UserName { get; set; } = "";

    [BindProperty]
    public StaffRole Role { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    public RoleAndPlace RoleAndPlace { get; private set; } = RoleAndPlace.None;

    public bool HasSite => RoleAndPlace.Places?.HasSite == true;

    public async Task OnGet(CancellationToken cancel) => RoleAndPlace = new(Role, Place, await Places.All(db, cancel));

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await OnGet(cancel);
        if (!ModelState.IsValid || RoleAndPlace.Chosen is not { } place)
        {
            return this.Again();
        }

        var answer = await add.Run(staff.Person, new NewStaffMember(UserName.Trim(), DisplayName.Trim(), Role, place), cancel);
        return this.ShowPerson(answer);
    }
}
