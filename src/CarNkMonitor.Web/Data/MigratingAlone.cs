using CarNkMonitor.Monitoring.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CarNkMonitor.Web.Data;

/// <summary>
/// Locks that die with their process. The framework's own lock does not suffice: on SQLite it is a row, which outlives a killed process and
/// would make every later start wait for ever; on PostgreSQL it is given up between two migrations, so that two programs do the second twice.
/// </summary>
static class MigratingAlone
{
    const long LockKey = 0x43_4E_4B_4D;

    public static async Task<IAsyncDisposable> OnPostgres(MonitorContext db, CancellationToken cancel)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancel))
        {
            await creator.CreateAsync(cancel);
        }

        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var waiting = new NpgsqlCommand($"SELECT pg_advisory_lock({LockKey})", connection) { CommandTimeout = 0 };
        await waiting.ExecuteNonQueryAsync(cancel);
        return connection;
    }

    public static async Task<IAsyncDisposable> OnSqlite(MonitorContext db, CancellationToken cancel)
    {
        var alone = await OwnLock(Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource), cancel);
        // Nobody else migrates now, so a lock of the framework is an orphan.
        const string Table = "__EFMigrationsLock";
        var exists = await db.Database
            .SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = {Table}").SingleAsync(cancel);
        if (exists > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancel);
        }

        return alone;
    }

    /// <summary>The file stays: one that is deleted and made anew could be locked by two. After a minute its error tells why.</summary>
    static async Task<FileStream> OwnLock(string file, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream($"{file}.migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 600)
            {
                await Task.Delay(100, cancel); // another program is migrating this file
            }
        }
    }
}
