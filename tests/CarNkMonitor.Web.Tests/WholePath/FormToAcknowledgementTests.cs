using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Phone;
using CarNkMonitor.Web.Tests.Look;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CarNkMonitor.Web.Tests.WholePath;

/// <summary>The whole path in a real browser: a nurse's form on the tablet, the answer, and the physician's acceptance on a phone.</summary>
public sealed class FormToAcknowledgementTests(MonitorTemplate databases, BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task A_nurse_records_fever_and_a_low_pressure_and_a_physician_accepts_in_a_few_taps()
    {
        await using var host = await MonitorHost.Start(databases);
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 50);

        await NurseRecords(host);
        var alert = await host.InDatabase(db => db.Alerts.SingleAsync(one => one.Kind == AlertKind.Crs));
        await PhysicianAccepts(host, alert);

        alert = await host.InDatabase(db => db.Alerts.SingleAsync(one => one.Id == alert.Id));
        Assert.Equal(AlertState.Managed, alert.State);
        Assert.Equal(host.Trial.Person(StaffRole.Physician).Id, alert.AcknowledgedById);
    }

    [Fact]
    public async Task What_was_forgotten_is_asked_for_and_found_by_keyboard_and_touch()
    {
        await using var host = await MonitorHost.Start(databases);
        var page = await browser.Open(host, Screen.Tablet);
        await page.GoSignedIn(host, host.Trial.Person(StaffRole.Nurse), $"/subjects/{host.Trial.Subject.Id}/check");
        await page.GetByLabel("Temperature", new() { Exact = true }).FillAsync("39.1");
        await page.GetByLabel("Temperature", new() { Exact = true }).PressAsync("Enter");

        await Expect(page.Locator(".ask")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Temperature", new() { Exact = true })).ToHaveValueAsync("39.1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Emergency, the rest follows" }).ClickAsync();
        await Expect(page.Locator(".answer-saved")).ToContainTextAsync("for SH-001");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_physician_accepts_by_text_and_the_page_tells_it()
    {
        await using var host = await MonitorHost.Start(databases, furnish: builder => builder.Services.AddVisiblePhones());
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 50);
        await NurseRecords(host);
        var phones = host.Services.GetRequiredService<VisiblePhones>();

        await Sweep(host);
        var call = Assert.Single(phones.TextsOn(Ward.PhoneOf(StaffRole.Physician)));
        Assert.Matches("^CNK URGENT [A-Z0-9]{4}: CRS grade 2\\. Reply A[0-9]{4} to accept", call.Body);
        await phones.Reply(call.Phone, call.Body[(call.Body.IndexOf("Reply ", StringComparison.Ordinal) + 6)..][..5], TestContext.Current.CancellationToken);
        await Sweep(host);

        Assert.Contains("accepted by you", phones.TextsOn(call.Phone)[^1].Body, StringComparison.Ordinal);
        Assert.Empty(phones.TextsOn(Ward.PhoneOf(StaffRole.Investigator)));
        var alert = await host.InDatabase(db => db.Alerts.SingleAsync(one => one.Kind == AlertKind.Crs));
        Assert.Contains("Accepted by Physician SH by text", await (await host.SignedIn(StaffRole.Nurse)).Read($"/alerts/{alert.Id}"), StringComparison.Ordinal);
    }

    static Task<int> Sweep(MonitorHost host) => host.Run((SendNotices sweep) => sweep.Run(TestContext.Current.CancellationToken));

    async Task NurseRecords(MonitorHost host)
    {
        var page = await browser.Open(host, Screen.Tablet);
        await page.GoSignedIn(host, host.Trial.Person(StaffRole.Nurse), "/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Record check of SH-001" }).ClickAsync();
        await page.GetByLabel("Temperature", new() { Exact = true }).FillAsync("39.1");
        await page.GetByLabel("Systolic blood pressure").FillAsync("84");
        await page.GetByLabel("Diastolic blood pressure").FillAsync("50");
        await page.GetByLabel("Heart rate", new() { Exact = true }).FillAsync("82");
        await page.GetByLabel("Breathing rate", new() { Exact = true }).FillAsync("16");
        await page.GetByLabel("SpO₂", new() { Exact = true }).FillAsync("97");
        await page.GetByLabel("Room air").CheckAsync();
        await page.GetByLabel("None running").CheckAsync();
        await page.GetByLabel("Chart reviewed, nothing else given").CheckAsync();
        await page.Locator(".save-bar").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.Locator(".answer-saved")).ToContainTextAsync("for SH-001");
        await Expect(page.Locator(".answer .grade.big")).ToContainTextAsync("moderate");
        await Expect(page.Locator(".answer .calling")).ToContainTextAsync("Physician SH");
        await page.Context.CloseAsync();
    }

    async Task PhysicianAccepts(MonitorHost host, Alert alert)
    {
        var page = await browser.Open(host, Screen.Phone);
        await page.GoSignedIn(host, host.Trial.Person(StaffRole.Physician), $"/k/{alert.Reference}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(alert.Reference);

        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await page.GetByLabel("Observe more often").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Record assessment" }).ClickAsync();

        await Expect(page.Locator(".alert-title .tag")).ToHaveTextAsync("Assessed, being managed");
        await page.Context.CloseAsync();
    }
}
