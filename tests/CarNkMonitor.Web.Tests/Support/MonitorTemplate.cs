using CarNkMonitor.Migrations.Postgres;
using CarNkMonitor.Migrations.Sqlite;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

[assembly: AssemblyFixture(typeof(MonitorTemplate))]

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>A migrated database for every test; test classes take it in their constructor and give it to <see cref="MonitorHost"/>.</summary>
public sealed class MonitorTemplate() : DatabaseTemplate(Migrate)
{
    public static MonitorContext Open(DatabaseProvider provider, string connectionString, TimeProvider time)
    {
        var options = new DbContextOptionsBuilder<MonitorContext>();
        _ = provider switch
        {
            DatabaseProvider.Sqlite => options.UseMonitorSqlite(connectionString),
            DatabaseProvider.Postgres => options.UseMonitorPostgres(connectionString),
        };
        return new MonitorContext(options.Options, time);
    }

    static async Task Migrate(DatabaseProvider provider, string connectionString)
    {
        await using var db = Open(provider, connectionString, TimeProvider.System);
        await db.Database.MigrateAsync();
    }
}
