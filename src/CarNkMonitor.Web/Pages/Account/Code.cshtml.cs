using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CarNkMonitor.Web.Pages.Account;

/// <summary>The second factor, within five minutes of the right password.</summary>
[AllowAnonymous, EnableRateLimiting(SignInLimits.Policy)]
public sealed class CodeModel(SignIn signIn) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public string RecoveryCode { get; set; } = "";

    [BindProperty(Name = "returnUrl", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGet() => await signIn.HalfWayPerson() is null ? RedirectToPage("/Account/SignIn") : Page();

    public async Task<IActionResult> OnPost(CancellationToken cancel) => Answer(await signIn.WithAppCode(Code, cancel));

    public async Task<IActionResult> OnPostRecovery(CancellationToken cancel) => Answer(await signIn.WithRecoveryCode(RecoveryCode, cancel));

    IActionResult Answer(SignInAnswer answer) => answer switch
    {
        SignInAnswer.In => this.Onward(ReturnUrl),
        SignInAnswer.LockedOut => this.Again("Too many failures: this account is locked for 15 minutes."),
        SignInAnswer.Refused or SignInAnswer.NeedsCode => this.Again("This code is not right, or it was used already. Wait for the next one."),
    };
}
