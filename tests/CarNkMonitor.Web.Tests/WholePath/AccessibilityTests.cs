using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Demo;
using CarNkMonitor.Web.Pages.Observations;
using CarNkMonitor.Web.Phone;
using CarNkMonitor.Web.Tests.Look;
using CarNkMonitor.Web.Tests.Support;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CarNkMonitor.Web.Tests.WholePath;

/// <summary>Each clinical page, light and dark, on the screen where it is used: no serious or critical violation, and nothing to scroll sideways.</summary>
public sealed class AccessibilityTests(MonitorTemplate databases, BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_clinical_pages_have_no_serious_violation(ColorScheme colors)
    {
        await using var host = await MonitorHost.Start(databases);
        var (check, alert) = await Scene(host);
        var page = await browser.Open(host, Screen.Tablet, colors);
        await page.GoSignedIn(host, host.Trial.Person(StaffRole.Physician), "/");
        foreach (var path in (string[])["/", $"/subjects/{host.Trial.Subject.Id}", $"/subjects/{host.Trial.Subject.Id}/check", $"/checks/{check}", "/alerts", $"/alerts/{alert.Id}",
            "/decisions", $"/subjects/{host.Trial.Subject.Id}/decisions", $"/subjects/{host.Trial.Subject.Id}/decisions?grade={alert.AssessmentId}",
            $"/subjects/{host.Trial.Subject.Id}/events", $"/checks/{check}/values", $"/checks/{check}/amend?value={await Pressure(host, check)}", $"/amendments/{await Amended(host, check)}"])
        {
            foreach (var size in (ViewportSize[])[Screen.Phone, Screen.Tablet])
            {
                await page.SetViewportSizeAsync(size.Width, size.Height);
                await page.GotoAsync(path);
                await IsUsable(page, path);
            }
        }

        await page.Context.CloseAsync();
    }

    /// <summary>In the light alone: the colors are those of the pages above.</summary>
    [Fact]
    public async Task The_settings_of_a_study_have_no_serious_violation()
    {
        await using var host = await MonitorHost.Start(databases);
        var page = await browser.Open(host, Screen.Phone);
        await page.GoSignedIn(host, host.Trial.Person(StaffRole.Investigator), "/settings");
        await IsUsable(page, "the settings");
        foreach (var path in (string[])["/settings/change/tables", "/settings/change/laboratory", $"/subjects/{host.Trial.Subject.Id}/alarm-limits", "/settings/change/mas"])
        {
            await page.GotoAsync(path);
            await IsUsable(page, path);
        }

        await page.GetByLabel("Fibrinogen").FillAsync("low");
        await page.Locator(".save-bar .button.primary").ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await IsUsable(page, "the thresholds with an error");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_form_with_errors_and_questions_has_no_serious_violation()
    {
        await using var host = await MonitorHost.Start(databases);
        var page = await browser.Open(host, Screen.Tablet);
        await page.GoSignedIn(host, host.Trial.Person(StaffRole.Nurse), $"/subjects/{host.Trial.Subject.Id}/check");
        await page.GetByLabel("Temperature", new() { Exact = true }).FillAsync("98.6");
        await page.GetByLabel("Heart rate", new() { Exact = true }).FillAsync("190");
        await page.Locator(".save-bar").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();

        await IsUsable(page, "the form with errors");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_panel_of_the_bedside_form_is_usable_on_a_phone_also_when_it_is_filled_in()
    {
        await using var host = await MonitorHost.Start(databases);
        var page = await browser.Open(host, Screen.Phone);
        await page.GoSignedIn(host, host.Trial.Person(StaffRole.Nurse), $"/subjects/{host.Trial.Subject.Id}/check");
        await page.GetByLabel("Paracetamol", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Norepinephrine", new() { Exact = true }).CheckAsync();
        foreach (var panel in CheckLayout.For(BedsideScore.Ice))
        {
            await page.GetByRole(AriaRole.Radio, new() { Name = panel.Title }).CheckAsync(new() { Force = true });
            await Assertions.Expect(page.Locator($"[data-panel={panel.Key}]")).ToBeVisibleAsync();
            await IsUsable(page, panel.Title);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Show grades" }).ClickAsync();
        await Assertions.Expect(page.Locator("#grades")).ToContainTextAsync("Nothing is saved yet");
        await IsUsable(page, "the form with its grades");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_phones_of_the_demo_have_no_serious_violation()
    {
        await using var host = await MonitorHost.Start(databases, furnish: builder =>
        {
            builder.Services.AddVisiblePhones();
            builder.Services.AddSingleton<DemoPeople>();
        });
        var page = await browser.Open(host, Screen.Phone);
        await page.GotoAsync("/phones");

        await IsUsable(page, "/phones");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_audit_trail_has_no_serious_violation(ColorScheme colors)
    {
        await using var host = await MonitorHost.Start(databases);
        await Scene(host);
        var page = await browser.Open(host, Screen.Tablet, colors);
        await page.GoSignedIn(host, host.Trial.Person(StaffRole.Monitor), "/");
        foreach (var size in (ViewportSize[])[Screen.Phone, Screen.Tablet])
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            await page.GotoAsync("/audit");
            await IsUsable(page, "/audit");
        }

        await page.Context.CloseAsync();
    }

    static async Task IsUsable(IPage page, string path)
    {
        var found = await page.RunAxe();
        var serious = found.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{path}: {violation.Id}, {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}");
        Assert.Empty(serious);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(width <= 0, $"{path} is {width} px wider than the screen of {page.ViewportSize!.Width} px");
    }

    static Task<Guid> Pressure(MonitorHost host, Guid check) => host.InDatabase(db => db.Observations.Where(row => row.CheckId == check && row.Code == "sbp").Select(row => row.Id).FirstAsync());

    /// <summary>The agent of the check, amended to the same with a note, so that the scene stays as it is.</summary>
    static async Task<Guid> Amended(MonitorHost host, Guid check)
    {
        var agent = await host.InDatabase(db => db.Observations.SingleAsync(row => row.CheckId == check && row.Code == "vasopressor_agent" && row.SupersedesId == null));
        var saved = await host.Run((AmendObservation amend) => amend.Amend(
            host.Trial.Person(StaffRole.Nurse), agent.Id, new CheckItem("vasopressor_agent", "norepinephrine", Note: "since 03:00"), "Slip of the hand", TestContext.Current.CancellationToken));
        return Assert.IsType<CheckSaved>(saved).AmendmentId!.Value;
    }

    static async Task<(Guid Check, Alert Alert)> Scene(MonitorHost host)
    {
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 50);
        await ward.Record(hoursAgo: 6, Ward.But(("temperature", "38.4")));
        await ward.Record(hoursAgo: 1, ("anc", "0.1"), ("platelets", "31"));
        var check = await ward.Record(hoursAgo: 0, ("temperature", "39.1"), ("sbp", "84"), ("vasopressor_agent", "norepinephrine"));
        return (check, await host.InDatabase(db => db.Alerts.FirstAsync(alert => alert.Kind == AlertKind.Crs)));
    }
}
