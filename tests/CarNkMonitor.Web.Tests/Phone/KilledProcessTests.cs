using System.Net;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.Provider;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Phone;

/// <summary>The real process dies between two writes of the path; the next one finishes the work.</summary>
public sealed class KilledProcessTests(MonitorTemplate databases)
{
    const string Phone = "+4915112345678";

    [Theory, OnBothDatabases]
    public async Task A_reply_stored_just_before_the_end_is_kept_and_its_repetition_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await databases.Create(provider);
        await using var standIn = await ProviderStandIn.Start();
        await using (var dying = await RunningProgram.Start(database, standIn, killAfter: "event.store"))
        {
            standIn.Serve(dying.Client);
            Assert.Null(await standIn.Offer(Phone, "A4821", "SM1"));
            await dying.Dies();
        }

        await using var next = await RunningProgram.Start(database, standIn);
        standIn.Serve(next.Client);

        Assert.Equal(HttpStatusCode.NoContent, await standIn.Offer(Phone, "A4821", "SM1"));
        await using var db = MonitorTemplate.Open(database.Provider, database.ConnectionString, TimeProvider.System);
        var stored = Assert.Single(await db.ProviderEvents.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((Phone, "A4821"), (stored.FromPhone, stored.Body));
    }
}
