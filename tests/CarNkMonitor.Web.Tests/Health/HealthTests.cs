using System.Net;
using System.Text.Json;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Health;
using CarNkMonitor.Web.Jobs;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CarNkMonitor.Web.Tests.Health;

public class HealthTests(MonitorTemplate databases)
{
    [Fact]
    public async Task The_process_is_alive_whatever_else_is_wrong()
    {
        await using var host = await MonitorHost.Start(databases);
        await host.Database.Execute("DROP TABLE heartbeats");
        using var visitor = host.Visitor();

        Assert.Contains("\"well\"", await visitor.Read("/health/live"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Ready_when_everything_that_the_promise_rests_on_works(DatabaseProvider provider)
    {
        await using var host = await Start(provider, isConfigured: true, at: TimeProvider.System.GetUtcNow().AddMinutes(-1));
        host.Clock.SetUtcNow(TimeProvider.System.GetUtcNow()); // the database's clock went on while the host started
        await Beat(host);

        var (status, says) = await Ready(host);

        Assert.Equal((HttpStatusCode.OK, "well"), (status, says.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Not_ready_while_nobody_can_be_texted()
    {
        await using var host = await Start(DatabaseProvider.Sqlite, isConfigured: false);
        Assert.Contains("not configured", await Trouble(host, "provider"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_ready_while_a_migration_is_pending()
    {
        await using var host = await Start(DatabaseProvider.Sqlite, isConfigured: true);
        await host.Database.Execute("DELETE FROM \"__EFMigrationsHistory\" WHERE migration_id LIKE '%RefuseChanges'");
        Assert.Contains("1 migrations are pending", await Trouble(host, "migrations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_ready_when_the_clocks_differ_by_more_than_two_seconds()
    {
        await using var host = await Start(DatabaseProvider.Postgres, isConfigured: true, at: TimeProvider.System.GetUtcNow().AddSeconds(-30));
        Assert.Contains("differ by", await Trouble(host, "clock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_ready_and_a_red_line_on_every_page_when_the_jobs_stand_still()
    {
        await using var host = await Start(DatabaseProvider.Sqlite, isConfigured: true);
        await Beat(host);
        var nurse = await host.SignedIn(StaffRole.Nurse);
        Assert.DoesNotContain("class=\"alarm\"", await nurse.Read("/account/sign-out"), StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromMinutes(3.1));

        Assert.Contains("has not run for 3 minutes", await Trouble(host, "jobs"), StringComparison.Ordinal);
        Assert.Contains("class=\"alarm\"", await nurse.Read("/account/sign-out"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null, false)]
    [InlineData(3, null, false)]
    [InlineData(4, null, true)]
    [InlineData(60, 3, false)]
    [InlineData(60, 4, true)]
    public void A_duty_may_be_silent_for_three_minutes(int minutesSinceStart, int? minutesSinceBeat, bool isTrouble)
    {
        var now = new DateTime(2026, 5, 24, 9, 0, 0, DateTimeKind.Utc);
        var beats = minutesSinceBeat is { } minutes ? Duties.All.Select(duty => new Heartbeat { Duty = duty, At = now.AddMinutes(-minutes) }).ToList() : [];

        Assert.Equal(isTrouble, JobsPulse.Trouble(beats, now.AddMinutes(-minutesSinceStart), now) is not null);
    }

    Task<MonitorHost> Start(DatabaseProvider provider, bool isConfigured, DateTimeOffset? at = null) =>
        MonitorHost.Start(databases, provider, builder => builder.Services.AddSingleton<ITelephony>(new SilentPhone(isConfigured)), at: at);

    static Task Beat(MonitorHost host) => host.InDatabase(async db =>
    {
        foreach (var duty in Duties.All)
        {
            await db.Beat(duty, host.Clock.Now(), TestContext.Current.CancellationToken);
        }
    });

    static async Task<(HttpStatusCode Status, JsonElement Says)> Ready(MonitorHost host)
    {
        using var visitor = host.Visitor();
        var answer = await visitor.Get("/health/ready");
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
    }

    static async Task<string> Trouble(MonitorHost host, string check)
    {
        var (status, says) = await Ready(host);
        var part = says.GetProperty("checks").GetProperty(check);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, false), (status, part.GetProperty("well").GetBoolean()));
        return part.GetProperty("says").GetString()!;
    }

    /// <summary>A phone that is never spoken through.</summary>
    sealed class SilentPhone(bool isConfigured) : ITelephony
    {
        public string Name => "Silent";
        public bool IsConfigured => isConfigured;

        public Task<SendResult> SendText(OutgoingText text, CancellationToken cancel) => throw new InvalidOperationException("Nothing is sent here.");

        public Task<ProviderMessage?> Fetch(string providerId, CancellationToken cancel) => Task.FromResult<ProviderMessage?>(null);

        public Task<ProviderMessage?> Find(string toPhone, DateTime sentAfter, string bodyContains, CancellationToken cancel) =>
            Task.FromResult<ProviderMessage?>(null);
    }
}
