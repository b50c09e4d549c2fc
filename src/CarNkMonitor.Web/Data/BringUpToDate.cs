using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CarNkMonitor.Web.Data;

/// <summary>Migrates the database, one program at a time. A program that was killed half-way holds nobody up.</summary>
public static class BringUpToDate
{
    public static async Task AtStart(IServiceProvider services, CancellationToken cancel)
    {
        if (services.GetRequiredService<IConfiguration>().GetValue("Database:MigrateAtStart", true))
        {
            await Now(services, cancel);
        }
    }

    /// <summary>Names of the migrations that were applied, in order.</summary>
    public static async Task<IReadOnlyList<string>> Now(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MonitorContext>();
        await using var alone = db.IsPostgres ? await MigratingAlone.OnPostgres(db, cancel) : await MigratingAlone.OnSqlite(db, cancel);
        // Asking an empty database for its history would log an error.
        var applied = await db.GetService<IHistoryRepository>().ExistsAsync(cancel) ? await db.Database.GetAppliedMigrationsAsync(cancel) : [];
        await db.Database.MigrateAsync(cancel);
        if (!db.IsPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel); // kept in the file
        }

        return [.. db.Database.GetMigrations().Except(applied)];
    }
}
