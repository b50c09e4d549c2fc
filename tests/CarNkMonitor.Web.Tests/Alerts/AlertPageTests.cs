using System.Net;
using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Alerts;

public partial class AlertPageTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_physician_accepts_assesses_and_closes(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var alert = await Alarm(host);
        var physician = await host.SignedIn(StaffRole.Physician);
        Assert.Contains("CRS grade 2", await physician.Read(PathOf(alert)), StringComparison.Ordinal);

        await physician.Post(PathOf(alert), [], "Accept");
        Assert.Contains("Accepted, assessment awaited", await physician.Read(PathOf(alert)), StringComparison.Ordinal);

        await physician.Post(PathOf(alert), new() { ["Review.Grade"] = "2", ["Review.Action"] = "ObserveMoreOften" }, "Review");
        var managed = await physician.Read(PathOf(alert));
        Assert.Contains("confirms the calculated grade", managed, StringComparison.Ordinal);
        Assert.Contains("Observe more often", managed, StringComparison.Ordinal);

        Assert.Contains("Accepted by Physician SH on the page", managed, StringComparison.Ordinal);

        await physician.Post(PathOf(alert), new() { ["CloseReason"] = "Fever gone after fluids" }, "Close");
        Assert.Equal(AlertState.Closed, (await Stored(host)).State);
        Assert.Contains(alert.Reference, await physician.Read("/alerts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passing_on_calls_the_next_person()
    {
        await using var host = await MonitorHost.Start(databases);
        var alert = await Alarm(host);
        var physician = await host.SignedIn(StaffRole.Physician);

        await physician.Post(PathOf(alert), new() { ["Fence"] = FenceOn(await physician.Read(PathOf(alert))) }, "PassOn");

        Assert.Equal(2, (await Stored(host)).Level);
        Assert.Contains("Investigator SH", await physician.Read(PathOf(alert)), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_page_that_lay_open_passes_nothing_on_says_so_and_shows_the_alert_as_it_is(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var alert = await Alarm(host);
        var physician = await host.SignedIn(StaffRole.Physician);
        var stale = FenceOn(await physician.Read(PathOf(alert)));
        await physician.Post(PathOf(alert), new() { ["Fence"] = stale }, "PassOn");

        var answer = await physician.Post(PathOf(alert), new() { ["Fence"] = stale }, "PassOn");
        var without = await physician.Post(PathOf(alert), [], "PassOn");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (answer.StatusCode, without.StatusCode));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("level 2 is being called. Look again.", page, StringComparison.Ordinal);
        var stored = await Stored(host);
        Assert.Equal((2, 1), (stored.Level, stored.Cycle));
        Assert.Equal(stored.Fence.ToString(System.Globalization.CultureInfo.InvariantCulture), FenceOn(page));
    }

    [Fact]
    public async Task An_own_grade_without_a_reason_is_refused_beside_the_field()
    {
        await using var host = await MonitorHost.Start(databases);
        var alert = await Alarm(host);
        var physician = await host.SignedIn(StaffRole.Physician);
        await physician.Post(PathOf(alert), [], "Accept");

        var answer = await physician.Post(PathOf(alert), new() { ["Review.Grade"] = "1", ["Review.Action"] = "ContinueObservation" }, "Review");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("give the reason", text, StringComparison.Ordinal);
        Assert.Contains("href=\"#Review_Reason\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nurse_reads_the_alert_and_may_not_accept_it()
    {
        await using var host = await MonitorHost.Start(databases);
        var alert = await Alarm(host);
        var nurse = await host.SignedIn(StaffRole.Nurse);

        var page = await nurse.Read(PathOf(alert));
        var answer = await nurse.Post(PathOf(alert), [], "Accept");

        Assert.DoesNotContain(">Accept</button>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(AlertState.Open, (await Stored(host)).State);
    }

    [Fact]
    public async Task The_address_in_a_text_leads_to_the_alert_after_sign_in_and_nobody_else_learns_anything()
    {
        await using var host = await MonitorHost.Start(databases);
        var alert = await Alarm(host);
        var physician = await host.SignedIn(StaffRole.Physician);
        using var stranger = host.Visitor();

        var found = await physician.Get($"/k/{alert.Reference}");
        var signIn = await stranger.Get($"/k/{alert.Reference}");
        var elsewhere = await (await host.SignedIn(StaffRole.Physician, host.Trial.Elsewhere)).Get($"/k/{alert.Reference}");

        Assert.Equal(PathOf(alert), found.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, signIn.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignedIn(StaffRole.Physician, host.Trial.Elsewhere)).Get(PathOf(alert))).StatusCode);
    }

    [Fact]
    public async Task The_list_shows_the_worst_first_and_says_when_nothing_is_open()
    {
        await using var host = await MonitorHost.Start(databases);
        var physician = await host.SignedIn(StaffRole.Physician);
        Assert.Contains("No alert is open", await physician.Read("/alerts"), StringComparison.Ordinal);

        var alert = await Alarm(host);
        Assert.Contains(alert.Reference, await physician.Read("/alerts"), StringComparison.Ordinal);
        Assert.DoesNotContain(alert.Reference, await (await host.SignedIn(StaffRole.Physician, host.Trial.Elsewhere)).Read("/alerts"), StringComparison.Ordinal);
    }

    /// <summary>Fever and a low pressure without vasopressor: CRS grade 2.</summary>
    static async Task<Alert> Alarm(MonitorHost host)
    {
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 50);
        await ward.Record(hoursAgo: 0, Ward.But(("temperature", "39.1"), ("sbp", "84"), ("dbp", "50")));
        return await Stored(host);
    }

    static Task<Alert> Stored(MonitorHost host) => host.InDatabase(db => db.Alerts.SingleAsync(alert => alert.Kind == AlertKind.Crs));

    static string FenceOn(string page) => FenceField().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"Fence\" value=\"([0-9]+)\"")]
    private static partial Regex FenceField();

    static string PathOf(Alert alert) => $"/alerts/{alert.Id}";
}
