using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Account;

/// <summary>The way out; open to everybody who is signed in, finished or not.</summary>
[OpenToUnfinished]
public sealed class SignOutModel(SignIn signIn, CurrentStaff staff) : PageModel
{
    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await signIn.Out(staff.Person, cancel);
        return RedirectToPage("/Account/SignIn");
    }
}
