using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Tests.Look;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.Playwright;

namespace CarNkMonitor.Web.Tests.WholePath;

/// <summary>The screens on which the program is used, in a real browser.</summary>
static partial class Screen
{
    public static readonly ViewportSize Tablet = new() { Width = 820, Height = 1180 };
    public static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    public static readonly ViewportSize Desk = new() { Width = 1280, Height = 900 };

    public static Task<IPage> Open(this BrowserFixture browser, MonitorHost host, ViewportSize size, ColorScheme colors = ColorScheme.Light) =>
        browser.NewPage(new()
        {
            BaseURL = host.Address.ToString(), ViewportSize = size, ColorScheme = colors, HasTouch = true, Locale = "en-GB", TimezoneId = "Asia/Shanghai",
        });

    /// <summary>
    /// Through the sign-in pages, with a one-time code where the role needs one; ends where the person wanted to go, when the page is all there: what is sent
    /// from a form of which half has arrived carries no token and is refused.
    /// </summary>
    public static async Task SignIn(this IPage page, MonitorHost host, StaffMember person)
    {
        await page.GetByLabel("User name").FillAsync(person.UserName!);
        await page.GetByLabel("Password").FillAsync(Trial.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        if (person.TwoFactorEnabled)
        {
            await page.Locator(".code-entry").FillAsync(host.NextCode(person));
            await page.Locator(".sign-in .button.primary").ClickAsync();
        }

        // Not WaitForURLAsync: it can miss the load of a page that is there at once, and then waits for it in vain.
        await Assertions.Expect(page).Not.ToHaveURLAsync(SignInPages(), new() { Timeout = 30_000 });
        await page.EvaluateAsync("() => document.readyState === 'complete' || new Promise(done => addEventListener('load', () => done(true)))");
    }

    [GeneratedRegex("/account/")]
    private static partial Regex SignInPages();

    public static async Task GoSignedIn(this IPage page, MonitorHost host, StaffMember person, string path)
    {
        await page.GotoAsync(path);
        await page.SignIn(host, person);
    }
}
