using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CarNkMonitor.Web.Pages.Account;

/// <summary>A person's own new password; other sessions of the person end.</summary>
[OpenToUnfinished, EnableRateLimiting(SignInLimits.Policy)]
public sealed class PasswordModel(ChooseOwnPassword choose, SignIn signIn, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public string Old { get; set; } = "";

    [BindProperty]
    public string New { get; set; } = "";

    [BindProperty]
    public string Again { get; set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (New != Again)
        {
            return Answers.Again(this, "The two new passwords are not the same.");
        }

        var answer = await choose.Run(staff.Person, Old, New, cancel);
        if (!answer.IsDone)
        {
            return Answers.Again(this, answer.Refusals);
        }

        await signIn.Renew(answer.Person!);
        return LocalRedirect("/");
    }
}
