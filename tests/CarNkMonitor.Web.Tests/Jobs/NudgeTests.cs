using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CarNkMonitor.Web.Tests.Jobs;

public class NudgeTests(MonitorTemplate databases)
{
    const string Words = "Wake up";
    static readonly (string, string)[] WithLoop = [("Jobs:Loop", "true")];
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly WaitingPhone _phone = new(Words);

    [Theory, OnBothDatabases]
    public async Task A_committed_notice_rings(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var rang = Bell(host);

        await host.InDatabase(db => StoreNotice(db, host));

        Assert.True(await rang.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_notice_that_was_rolled_back_rings_for_nobody()
    {
        await using var host = await MonitorHost.Start(databases);
        var rang = Bell(host);

        await host.InDatabase(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await StoreNotice(db, host);
        });

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await rang);
    }

    [Fact]
    public async Task A_save_without_a_notice_rings_for_nobody()
    {
        await using var host = await MonitorHost.Start(databases);
        var rang = Bell(host);

        await host.SignedIn(StaffRole.Nurse);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await rang);
    }

    [Theory, OnBothDatabases]
    public async Task The_loop_sends_what_was_committed_without_waiting_for_the_clock(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider, Furnish, WithLoop);

        await host.InDatabase(db => StoreNotice(db, host));

        await _phone.Rang.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_one_process_commits_wakes_the_sweep_of_another_on_the_same_database()
    {
        await using var host = await MonitorHost.Start(databases, DatabaseProvider.Postgres);
        await using var other = await host.StartAnother(Furnish, WithLoop);

        await host.InDatabase(db => StoreNotice(db, host));

        await _phone.Rang.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_failing_sweep_is_logged_and_the_next_one_sends()
    {
        var lines = new LogLines();
        await using var host = await MonitorHost.Start(databases, furnish: builder => Furnish(builder, lines), settings: WithLoop);
        await host.Database.Execute("ALTER TABLE provider_events RENAME TO gone");
        var failed = lines.Seen("A sweep failed");
        host.Services.GetRequiredService<NoticeNudge>().Ring();
        await failed.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await host.Database.Execute("ALTER TABLE gone RENAME TO provider_events");

        await host.InDatabase(db => StoreNotice(db, host));

        await _phone.Rang.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    void Furnish(WebApplicationBuilder builder) => builder.Services.AddSingleton<ITelephony>(_phone);

    void Furnish(WebApplicationBuilder builder, LogLines lines)
    {
        Furnish(builder);
        builder.Logging.AddProvider(lines);
    }

    /// <summary>Ends true when it rings, false when the test has moved the clock by a minute.</summary>
    static Task<bool> Bell(MonitorHost host) =>
        host.Services.GetRequiredService<NoticeNudge>().WaitAsync(TimeSpan.FromSeconds(59), TestContext.Current.CancellationToken);

    static async Task StoreNotice(MonitorContext db, MonitorHost host)
    {
        db.Act = AuditAct.BySystem("Test");
        var contact = new Contact { StaffMemberId = host.Trial.Person(StaffRole.Physician).Id, Label = "Test", Phone = "+12025550123" };
        var now = host.Clock.Now();
        db.Contacts.Add(contact);
        db.Notices.Add(new Notice
        {
            Kind = NoticeKind.CouldNotUseReply, Round = 1, Level = 1, Cycle = 1, ContactId = contact.Id, Channel = NoticeChannel.Text, Attempt = 0,
            Body = Words, CreatedAt = now, DueAt = now, ExpiresAt = now.AddMinutes(30),
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
