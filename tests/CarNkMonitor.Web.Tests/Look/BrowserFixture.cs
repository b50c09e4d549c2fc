using CarNkMonitor.Testing.RealParts;
using Microsoft.Playwright;

namespace CarNkMonitor.Web.Tests.Look;

/// <summary>One Chromium for a test class; without one its tests are skipped. Ask for a page per test: each has its own cookies.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    IPlaywright? _playwright;
    IBrowser? _browser;

    public async Task<IPage> NewPage(BrowserNewPageOptions? options = null) => await (_browser ??= await Launch()).NewPageAsync(options);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    async Task<IBrowser> Launch()
    {
        var chromium = Chromium.ExecutablePath();
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync"],
        });
    }
}
