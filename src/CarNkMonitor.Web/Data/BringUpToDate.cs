using CarNkMonitor.Monitoring.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Data;

/// <summary>
/// Migrates the database. On SQLite the framework's own lock is a row, which outlives a killed process and would make every later start
/// wait for ever; a lock of the operating system, which dies with its process, tells an orphaned row from a living one.
/// </summary>
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
        await using var alone = db.IsPostgres ? null : await Alone(db, cancel);
        if (alone is not null)
        {
            await ForgetOrphanedLock(db, cancel);
        }

        List<string> pending = [.. await db.Database.GetPendingMigrationsAsync(cancel)];
        await db.Database.MigrateAsync(cancel);
        if (!db.IsPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel); // kept in the file
        }

        return pending;
    }

    static async Task<FileStream?> Alone(MonitorContext db, CancellationToken cancel)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (file is "" or ":memory:")
        {
            return null;
        }

        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream($"{file}.migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (tries < 300 && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
            {
                await Task.Delay(100, cancel); // another process is migrating this file
            }
        }
    }

    static async Task ForgetOrphanedLock(MonitorContext db, CancellationToken cancel)
    {
        const string Table = "__EFMigrationsLock";
        var exists = await db.Database
            .SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = {Table}").SingleAsync(cancel);
        if (exists > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancel);
        }
    }
}
