using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CarNkMonitor.Web.Pages.Account;

/// <summary>Sets up the authenticator app, once; whoever lost it asks an administrator.</summary>
[OpenToUnfinished, EnableRateLimiting(SignInLimits.Policy)]
public sealed class SecondFactorModel(SetUpAuthenticator setUp, SignIn signIn, CurrentStaff staff) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    public bool IsSetUp => staff.Person.TwoFactorEnabled;
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];
    public string Key { get; private set; } = "";
    public string QrCode { get; private set; } = "";

    public Task OnGet(CancellationToken cancel) => ShowKey(cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await setUp.Run(staff.Person, Code, cancel) is not { } done)
        {
            await ShowKey(cancel);
            return this.Again("This is not the code that the app shows now. Check the clock of your phone.");
        }

        await signIn.Renew(done.Person);
        RecoveryCodes = done.RecoveryCodes;
        return Page();
    }

    async Task ShowKey(CancellationToken cancel)
    {
        if (IsSetUp)
        {
            return;
        }

        (var person, Key, QrCode) = await setUp.Key(staff.Person, cancel);
        if (person.SecurityStamp != staff.Person.SecurityStamp)
        {
            await signIn.Renew(person);
        }
    }
}
