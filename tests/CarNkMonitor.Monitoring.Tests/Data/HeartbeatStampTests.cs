using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Tests.Data;

public class HeartbeatStampTests(MonitorTemplate databases)
{
    const string Duty = "SendNotices";
    static readonly DateTime At = new(2026, 5, 24, 9, 0, 0, 123, DateTimeKind.Utc);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_duty_has_one_pulse_and_the_latest_beat_stands(DatabaseProvider provider)
    {
        await using var database = await databases.Create(provider);
        await using var db = database.Open(TimeProvider.System);

        await db.Beat(Duty, At, Cancel);
        await db.Beat("FindOverdue", At, Cancel);
        await db.Beat(Duty, At.AddSeconds(1), Cancel);

        Assert.Equal([At, At.AddSeconds(1)], await db.Heartbeats.OrderBy(pulse => pulse.Duty).Select(pulse => pulse.At).ToListAsync(Cancel));
        Assert.Equal(1, await db.Heartbeats.CountAsync(pulse => pulse.At > At && pulse.At <= At.AddSeconds(1), Cancel));
    }

    /// <summary>The first process has written its pulse and not committed; the second cannot see it, and writes as well.</summary>
    [Theory, OnBothDatabases]
    public async Task The_slower_of_two_first_beats_changes_the_row_of_the_faster(DatabaseProvider provider)
    {
        await using var database = await databases.Create(provider);
        await using var faster = database.Open(TimeProvider.System);
        await using var slower = database.Open(TimeProvider.System);
        await using var transaction = await faster.Database.BeginTransactionAsync(Cancel);
        await faster.Beat(Duty, At, Cancel);

        var beat = Task.Run(() => slower.Beat(Duty, At.AddSeconds(1), Cancel), Cancel);
        await Waits(database, beat);
        await transaction.CommitAsync(Cancel);
        await beat;

        Assert.Equal(At.AddSeconds(1), (await slower.Heartbeats.AsNoTracking().SingleAsync(Cancel)).At);
    }

    /// <summary>PostgreSQL shows who waits for a row; SQLite shows nothing, and there the one writer is waited for before anything is read.</summary>
    static async Task Waits(TestDatabase database, Task beat)
    {
        await using var db = database.Open(TimeProvider.System);
        var until = DateTime.UtcNow.AddSeconds(30);
        while (db.IsPostgres && await Waiting(db) == 0)
        {
            Assert.False(beat.IsCompleted, "It did not wait for the first beat.");
            Assert.True(DateTime.UtcNow < until, "Nobody waits.");
            await Task.Delay(10, Cancel);
        }
    }

    static Task<int> Waiting(MonitorContext db) => db.Database
        .SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
        .SingleAsync(Cancel);
}
