using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CarNkMonitor.Web.Tests.Look;

/// <summary>The finding of docs/decisions/0001, kept true in a real browser.</summary>
public sealed class SaveWhenTheNetworkDropsTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    FormServer _server = null!;
    IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        _page = await browser.NewPage();
        _server = await FormServer.Start();
        _server.Save = _server.StoreAndRedirect;
        await _page.GotoAsync(new Uri(_server.Address, "/check").ToString());
        await _page.FillAsync("#Temperature", "38.6");
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null)
            await _page.Context.CloseAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    ILocator Save => _page.GetByRole(AriaRole.Button, new() { Name = "Save" });

    ILocator Line => _page.Locator(".not-saved");

    [Fact]
    public async Task Offline_the_form_stays_and_pressing_again_saves_once()
    {
        await _page.Context.SetOfflineAsync(true);
        await Save.ClickAsync();
        await Expect(Line).ToContainTextAsync("Not saved. Check the connection and press Save again");
        await TheFormIsStillFilledIn();

        await _page.Context.SetOfflineAsync(false);
        await SaveAgainStoresOne();
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_commit_stores_one()
    {
        _server.Save = async context =>
        {
            await _server.Store(context);
            context.Abort();
        };
        await Save.ClickAsync();
        await Expect(Line).ToBeVisibleAsync();
        await TheFormIsStillFilledIn();

        _server.Save = _server.StoreAndRedirect;
        await SaveAgainStoresOne();
    }

    [Theory]
    [InlineData(400, "Somebody signed in anew")]
    [InlineData(401, "Your sign-in has ended")]
    [InlineData(403, "You may not do this")]
    [InlineData(500, "Check the connection")]
    [InlineData(502, "Check the connection")]
    public async Task An_answer_without_a_page_keeps_the_form(int status, string words)
    {
        _server.Save = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        await Save.ClickAsync();
        await Expect(Line).ToContainTextAsync(words);
        await TheFormIsStillFilledIn();
    }

    [Fact]
    public async Task Bad_input_shows_the_errors_and_moves_the_focus_there()
    {
        _server.Save = FormServer.Refuse;
        await Save.ClickAsync();
        await Expect(_page.Locator(".error-summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_second_tap_is_not_sent_while_the_first_is_on_its_way()
    {
        var taps = 0;
        var answer = new TaskCompletionSource();
        _server.Save = async context =>
        {
            Interlocked.Increment(ref taps);
            await answer.Task;
            await _server.StoreAndRedirect(context);
        };
        await Save.ClickAsync();
        await Expect(Save).ToHaveAttributeAsync("aria-disabled", "true");
        await Save.ClickAsync(new() { Force = true });
        answer.SetResult();
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Saved" })).ToBeVisibleAsync();
        Assert.Equal(1, taps);
    }

    [Fact]
    public async Task Nothing_stays_in_the_browser()
    {
        await Save.ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Saved" })).ToBeVisibleAsync();
        Assert.EndsWith("/saved", _page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await _page.EvaluateAsync<int>("sessionStorage.length + localStorage.length"));
    }

    [Fact]
    public async Task A_field_that_does_not_matter_is_hidden_and_not_sent()
    {
        await Expect(_page.Locator("#Flow")).ToBeDisabledAsync();
        await _page.CheckAsync("[name=Device]", new() { Force = true });
        await Expect(_page.Locator("#Flow")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task A_worklist_that_cannot_refresh_says_that_it_is_stale()
    {
        await _page.GotoAsync(new Uri(_server.Address, "/worklist").ToString());
        var freshness = _page.Locator("[data-freshness]");
        await Expect(freshness).ToContainTextAsync("Refreshes every 30 s");

        await _page.Context.SetOfflineAsync(true);
        await _page.EvaluateAsync("htmx.trigger('#worklist', 'refresh')");
        await Expect(freshness).ToContainTextAsync("is stale");

        await _page.Context.SetOfflineAsync(false);
        await Expect(freshness).ToContainTextAsync("Refreshes every 30 s");
    }

    async Task TheFormIsStillFilledIn() => await Expect(_page.Locator("#Temperature")).ToHaveValueAsync("38.6");

    async Task SaveAgainStoresOne()
    {
        await Save.ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Saved" })).ToBeVisibleAsync();
        Assert.Single(_server.Stored);
    }
}
