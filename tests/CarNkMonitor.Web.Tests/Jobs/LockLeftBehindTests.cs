using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.Provider;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Jobs;

/// <summary>A process killed while Hangfire held a lock on a job leaves that lock in the database.</summary>
public class LockLeftBehindTests(MonitorTemplate databases)
{
    const string Job = "recurring-job:find-overdue";
    const string Lock = $"hangfire:lock:{Job}";
    const string WhereWritten = "SELECT count(DISTINCT key) AS \"Value\" FROM hangfire.hash WHERE key LIKE 'recurring-job:%'";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_keeps_no_process_from_starting_and_no_job_from_its_schedule()
    {
        await using var provider = await ProviderStandIn.Start();
        await using var host = await MonitorHost.Start(databases, DatabaseProvider.Postgres, at: TimeProvider.System.GetUtcNow());
        await using (await RunningProgram.Start(host.Database, provider))
        {
            await AllAreWritten(host);
        }

        await Execute(host, $"DELETE FROM hangfire.hash WHERE key = '{Job}'; DELETE FROM hangfire.lock");
        await Execute(host, $"INSERT INTO hangfire.lock (resource, updatecount, acquired) VALUES ('{Lock}', 0, now() AT TIME ZONE 'UTC')");
        await using var next = await RunningProgram.Start(host.Database, provider);
        Assert.Equal(1, await Count(host, $"SELECT count(*) AS \"Value\" FROM hangfire.lock WHERE resource = '{Lock}'"));

        await Execute(host, $"UPDATE hangfire.lock SET acquired = acquired - interval '40 seconds' WHERE resource = '{Lock}'");
        await AllAreWritten(host);
    }

    static Task<int> Execute(MonitorHost host, string sql) => host.InDatabase(db => db.Database.ExecuteSqlRawAsync(sql, Cancel));

    static Task<long> AllAreWritten(MonitorHost host) => Eventually.See(() => Count(host, WhereWritten), jobs => jobs == 4, Patience);

    static Task<long> Count(MonitorHost host, string sql) =>
        host.InDatabase(db => db.Database.SqlQueryRaw<long>(sql).SingleAsync(Cancel));
}
