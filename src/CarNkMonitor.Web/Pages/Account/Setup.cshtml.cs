using System.ComponentModel.DataAnnotations;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Pages.Account;

/// <summary>For the first visitor of an empty installation; afterwards there is no such page.</summary>
[AllowAnonymous, EnableRateLimiting(SignInLimits.Policy)]
public sealed class SetupModel(MonitorContext db, CreateFirstAdministrator create, SetupCode setupCode, SignIn signIn) : PageModel
{
    [BindProperty]
    public string SetupCode { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Your name is missing.")]
    public string DisplayName { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "The user name is missing.")]
    public string UserName { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "The password is missing.")]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await db.Users.AnyAsync(cancel) ? NotFound() : Page();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await db.Users.AnyAsync(cancel))
        {
            return NotFound();
        }

        if (!setupCode.Is(SetupCode))
        {
            ModelState.AddModelError(nameof(SetupCode), "This is not the setup code of this start.");
        }

        return ModelState.IsValid ? await Create(cancel) : this.Again();
    }

    async Task<IActionResult> Create(CancellationToken cancel)
    {
        var answer = await create.Run(UserName.Trim(), DisplayName.Trim(), Password, cancel);
        if (!answer.IsDone)
        {
            return this.Again(answer.Refusals);
        }

        await signIn.Renew(answer.Person!);
        return RedirectToPage("/Account/SecondFactor");
    }
}
