using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CarNkMonitor.Testing.Databases;

/// <summary>A file in a temporary folder of its own, so that the journal files beside it go with it.</summary>
sealed class SqliteTestDatabase : TestDatabase
{
    readonly string folder;

    SqliteTestDatabase(string folder) : base(DatabaseProvider.Sqlite, $"Data Source={FileIn(folder)}") => this.folder = folder;

    public static async Task<TestDatabase> Empty()
    {
        var database = new SqliteTestDatabase(NewFolder());
        await database.Execute("PRAGMA journal_mode = WAL");   // kept in the file, so copies have it too
        return database;
    }

    protected override DbConnection NewConnection() => new SqliteConnection(ConnectionString);

    internal override async Task<TestDatabase> Copy()
    {
        await Execute("PRAGMA wal_checkpoint(TRUNCATE)");      // what is still in the journal would be missing in the copy
        var copy = NewFolder();
        File.Copy(FileIn(folder), FileIn(copy));
        return new SqliteTestDatabase(copy);
    }

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    static string NewFolder() => Directory.CreateTempSubdirectory("carnk-test-").FullName;

    static string FileIn(string folder) => Path.Combine(folder, "monitor.db");
}
