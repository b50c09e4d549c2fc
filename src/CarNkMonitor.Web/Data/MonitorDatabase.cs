using CarNkMonitor.Migrations.Postgres;
using CarNkMonitor.Migrations.Sqlite;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Web.Jobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CarNkMonitor.Web.Data;

/// <summary>The record, in the database that the configuration names; the keys that protect cookies lie in it too.</summary>
public static class MonitorDatabase
{
    public static void AddMonitorDatabase(this WebApplicationBuilder builder)
    {
        var choice = DatabaseChoice.From(builder.Configuration);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(choice);
        builder.Services.AddDbContext<MonitorContext>((services, options) =>
            options.UseMonitor(choice).AddInterceptors(services.GetRequiredService<RingAfterCommit>()));
        builder.Services.AddDataProtection().SetApplicationName("CarNkMonitor").PersistKeysToDbContext<MonitorContext>();
    }

    static DbContextOptionsBuilder UseMonitor(this DbContextOptionsBuilder options, DatabaseChoice choice) => choice.Kind switch
    {
        DatabaseKind.Sqlite => options.UseMonitorSqlite(choice.ConnectionString),
        DatabaseKind.Postgres => options.UseMonitorPostgres(choice.ConnectionString),
    };
}
