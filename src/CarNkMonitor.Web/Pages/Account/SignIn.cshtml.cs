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
        SignInAnswer.LockedOut => this.Again("Too many failures: this account is locked for 15 minutes."),
        SignInAnswer.Refused => this.Again("User name or password is not right."),
    };
}
