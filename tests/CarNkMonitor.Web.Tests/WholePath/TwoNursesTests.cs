using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Tests.Look;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CarNkMonitor.Web.Tests.WholePath;

/// <summary>Two nurses at one bedside, each with a browser of her own: what the screen says. What is stored is tested without browsers on both databases.</summary>
public sealed class TwoNursesTests(MonitorTemplate databases, BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Two_nurses_save_the_same_check_at_once_one_presses_three_times_and_one_adds_a_reading_of_yesterday()
    {
        await using var host = await MonitorHost.Start(databases); // 09:00 UTC is 17:00 in Shanghai
        await new Ward(host).Infuse(hoursAgo: 50);
        var (first, second) = (await Bedside(host, host.Trial.Person(StaffRole.Nurse)), await Bedside(host, await SecondNurse(host)));
        await FillIn(first, "36.8");
        await FillIn(second, "36.8");

        await Task.WhenAll(Save(first, times: 3), Save(second, times: 1));

        await Expect(first.Locator(".answer-saved")).ToContainTextAsync("for SH-001");
        await Expect(second.Locator(".answer-saved")).ToContainTextAsync("for SH-001");
        string[] said = [await first.Locator(".answer").InnerTextAsync(), await second.Locator(".answer").InnerTextAsync()];
        Assert.Single(said, text => text.Contains("These values had been recorded already, with the same values and the same time. They are stored once.", StringComparison.Ordinal));
        Assert.Equal(1, await CountTemperatures(host));

        await second.GotoAsync($"/subjects/{host.Trial.Subject.Id}/check");
        await second.Locator("#ObservedAt").FillAsync("2026-05-23T15:00");
        await FillIn(second, "38.6");
        await Save(second, times: 1);

        await Expect(second.Locator(".answer")).ToContainTextAsync("Observed 23 May 15:00, entered late");
        await Expect(second.Locator(".answer")).ToContainTextAsync("it grades its own time and what came after");
        Assert.Equal(2, await CountTemperatures(host));
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    async Task<IPage> Bedside(MonitorHost host, StaffMember nurse)
    {
        var page = await browser.Open(host, Screen.Tablet);
        await page.GoSignedIn(host, nurse, $"/subjects/{host.Trial.Subject.Id}/check");
        return page;
    }

    static async Task<StaffMember> SecondNurse(MonitorHost host)
    {
        var nurse = Trial.Some(StaffRole.Nurse, host.Trial.Here, host.Clock.Now(), "nurse.kaya");
        nurse.DisplayName = "Nurse Kaya";
        await host.InDatabase(async db =>
        {
            db.Act = AuditAct.BySystem("Test");
            db.Users.Add(nurse);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return nurse;
    }

    static async Task FillIn(IPage page, string temperature)
    {
        foreach (var (label, value) in new[] { ("Temperature", temperature), ("Systolic blood pressure", "118"), ("Diastolic blood pressure", "74"), ("SpO₂", "97"), ("Heart rate", "82"), ("Breathing rate", "16") })
        {
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        }

        foreach (var label in new[] { "Room air", "None running", "Chart reviewed, nothing else given" })
        {
            await page.GetByLabel(label).CheckAsync();
        }
    }

    static Task Save(IPage page, int times) =>
        page.Locator(".save-bar").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync(new() { ClickCount = times });

    static Task<int> CountTemperatures(MonitorHost host) =>
        host.InDatabase(db => db.Observations.CountAsync(row => row.Code == "temperature", TestContext.Current.CancellationToken));
}
