using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Tests.Look;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CarNkMonitor.Web.Tests.WholePath;

/// <summary>A slip of the hand, from the participant's page to the answer, in a real browser.</summary>
public sealed class AmendTests(MonitorTemplate databases, BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task A_nurse_corrects_a_slip_sees_the_grades_before_and_after_and_the_alert_is_withdrawn()
    {
        await using var host = await MonitorHost.Start(databases);
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 50);
        await ward.Record(hoursAgo: 0.5, Ward.But(("temperature", "39.4")));
        var page = await browser.Open(host, Screen.Tablet);
        await page.GoSignedIn(host, host.Trial.Person(StaffRole.Nurse), $"/subjects/{host.Trial.Subject.Id}");

        await page.GetByRole(AriaRole.Link, new() { Name = "open this check" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Amend Temperature" }).ClickAsync();
        await page.GetByLabel("Temperature", new() { Exact = true }).FillAsync("36.4");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show grades" }).ClickAsync();
        await Expect(page.Locator("#grades")).ToContainTextAsync("CRS: 1 → 0");
        await page.GetByLabel("Temperature", new() { Exact = true }).PressAsync("Enter");
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Temperature", new() { Exact = true })).ToHaveValueAsync("36.4");
        await page.GetByLabel("Slip of the hand").CheckAsync();
        await page.Locator(".save-bar").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.Locator(".answer-saved")).ToContainTextAsync("for SH-001");
        await Expect(page.Locator(".answer")).ToContainTextAsync("CRS 1 → 0 because Body temperature was amended to 36.4 °C");
        await Expect(page.Locator(".answer")).ToContainTextAsync("Alert withdrawn");
        Assert.Equal(AlertState.Withdrawn, (await host.InDatabase(db => db.Alerts.SingleAsync(one => one.Kind == AlertKind.Crs))).State);
        await page.Context.CloseAsync();
    }
}
