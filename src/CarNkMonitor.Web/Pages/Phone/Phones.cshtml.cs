using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Web.Demo;
using CarNkMonitor.Web.Pages.Shared;
using CarNkMonitor.Web.Phone;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CarNkMonitor.Web.Pages.Phone;

/// <summary>
/// The demo's phones and sign-ins, open to everybody who can reach the demo. Outside the demo there are no such phones, and the page does
/// not exist.
/// </summary>
[AllowAnonymous]
public sealed class PhonesModel(IServiceProvider services, TimeProvider time) : PageModel
{
    const int LongestText = 160;

    public DemoPeople People { get; private set; } = null!;
    public VisiblePhones Phones { get; private set; } = null!;
    public DateTime Now { get; } = time.Now();
    public WallClock Clock => new("UTC", Now);

    public IActionResult OnGet() => IsDemo() ? Page() : NotFound();

    /// <summary>What somebody types on a phone takes the way of a provider's inbound text.</summary>
    public async Task<IActionResult> OnPost(string? userName, string? text, CancellationToken cancel)
    {
        if (!IsDemo() || People.WithPhone.FirstOrDefault(person => person.UserName == userName) is not { Phone: { } phone })
        {
            return NotFound();
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            await Phones.Reply(phone, text.Length > LongestText ? text[..LongestText] : text, cancel);
        }

        return RedirectToPage();
    }

    bool IsDemo()
    {
        (People, Phones) = (services.GetService<DemoPeople>()!, services.GetService<VisiblePhones>()!);
        return People is not null && Phones is not null;
    }
}
