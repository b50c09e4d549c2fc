using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Pages.Account;

/// <summary>User name and password.</summary>
[AllowAnonymous, EnableRateLimiting(SignInLimits.Policy)]
public sealed class SignInModel(SignIn signIn, MonitorContext db) : PageModel
{
    /// <summary>The same for an unknown name, a wrong password and a locked account: who guesses must not learn which names exist.</summary>
    const string NotRight =
        "User name or password is not right. After five failures an account is locked for 15 minutes: if that may be so, wait before you try again.";

    [BindProperty]
    public string UserName { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(Name = "returnUrl", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel) =>
        await db.Users.AnyAsync(cancel) ? Page() : RedirectToPage("/Account/Setup");

    public async Task<IActionResult> OnPost(CancellationToken cancel) => await signIn.WithPassword(UserName.Trim(), Password, cancel) switch
    {
        SignInAnswer.In => this.Onward(ReturnUrl),
        SignInAnswer.NeedsCode => RedirectToPage("/Account/Code", new { returnUrl = ReturnUrl }),
        SignInAnswer.Refused or SignInAnswer.LockedOut => this.Again(NotRight),
    };
}
