using System.Net;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;

namespace CarNkMonitor.Web.Tests.Phone;

/// <summary>The real process dies between two writes of the path; the next one finishes the work.</summary>
public abstract class KilledProcessTests(MonitorTemplate databases, DatabaseProvider database)
{
    /// <summary>What the world still does to the dying process; the next process sees all of it, some for the second time.</summary>
    public enum Last { Save, Delivery, Reply }

    /// <remarks>
    /// The nudge rings inside the commit of the check, so the activity <c>check.save</c> ends a moment after the nudge's. Saved, and nothing
    /// else, is the check before the nudge.
    /// </remarks>
    [Theory]
    [InlineData("before notice.nudge", Last.Save)]
    [InlineData("after notice.nudge", Last.Save)]
    [InlineData("after notice.claim", Last.Save)]
    [InlineData("after notice.send", Last.Save)]
    [InlineData("after notice.mark", Last.Save)]
    [InlineData("after event.store", Last.Delivery)]
    [InlineData("after event.process", Last.Delivery)]
    [InlineData("after event.store:2", Last.Reply)]
    [InlineData("after event.process:2", Last.Reply)]
    public async Task The_next_process_finishes_what_the_killed_one_began(string killAt, Last last)
    {
        await using var call = await FeverCall.Begin(databases, database);
        await LiveUntil(killAt, last, call);

        await using var next = await call.Start();

        // The form, sent again, is answered with the check that it made, and says that it had been stored.
        Assert.Equal($"{await call.TheOnlyCheck()}?before=True", await call.Save(next));
        await call.Deliver();
        if (last < Last.Reply)
            Assert.Equal(AlertState.Open, (await call.TheOnlyAlert()).State);
        Assert.Equal(HttpStatusCode.NoContent, await call.Accept());
        await call.Confirm();
        await call.AssertDoneOnce();
        await call.AssertAllHeard();
        await call.AssertAuditIsWhole();
        Assert.DoesNotContain("A sweep failed", next.Output, StringComparison.Ordinal);
    }

    static async Task LiveUntil(string killAt, Last last, FeverCall call)
    {
        await using var dying = await call.Start(killAt);
        await call.Save(dying);
        if (last >= Last.Delivery)
            await call.Deliver();
        if (last >= Last.Reply)
            await call.Accept();
        await dying.Dies();
    }
}

/// <summary>A class for each database, because classes run beside each other: most of the time is waiting for leases and starts.</summary>
public sealed class KilledOnSqliteTests(MonitorTemplate databases) : KilledProcessTests(databases, DatabaseProvider.Sqlite);

/// <inheritdoc cref="KilledOnSqliteTests"/>
public sealed class KilledOnPostgresTests(MonitorTemplate databases) : KilledProcessTests(databases, DatabaseProvider.Postgres);
