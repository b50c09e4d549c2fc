using CarNkMonitor.Migrations.Postgres;
using CarNkMonitor.Migrations.Sqlite;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

[assembly: AssemblyFixture(typeof(MonitorTemplate))]

namespace CarNkMonitor.Monitoring.Tests.Testing;

/// <summary>The record, migrated and empty.</summary>
public sealed class MonitorTemplate() : DatabaseTemplate(Migrate)
{
    static async Task Migrate(DatabaseProvider provider, string connectionString)
    {
        await using var db = Open(provider, connectionString, TimeProvider.System);
        await db.Database.MigrateAsync();
    }

    internal static MonitorContext Open(DatabaseProvider provider, string connectionString, TimeProvider time, params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<MonitorContext>();
        _ = provider switch
        {
            DatabaseProvider.Sqlite => options.UseMonitorSqlite(connectionString),
            DatabaseProvider.Postgres => options.UseMonitorPostgres(connectionString),
        };
        return new MonitorContext(options.AddInterceptors(interceptors).Options, time);
    }
}

static class TestDatabaseExtensions
{
    /// <summary>A new context on this database, as each use case gets one; the test acts for the system.</summary>
    public static MonitorContext Open(this TestDatabase database, TimeProvider time, params IInterceptor[] interceptors)
    {
        var db = MonitorTemplate.Open(database.Provider, database.ConnectionString, time, interceptors);
        db.Act = AuditAct.BySystem("Test");
        return db;
    }
}
