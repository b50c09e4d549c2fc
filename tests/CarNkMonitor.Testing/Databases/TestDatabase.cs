using System.Data.Common;

namespace CarNkMonitor.Testing.Databases;

/// <summary>A database of one test's own, dropped with everything in it when disposed.</summary>
public abstract class TestDatabase(DatabaseProvider provider, string connectionString) : IAsyncDisposable
{
    public DatabaseProvider Provider { get; } = provider;

    /// <summary>Good for several connections and other processes at once.</summary>
    public string ConnectionString { get; } = connectionString;

    /// <summary>A new, open connection for plain SQL; the caller disposes it.</summary>
    public async Task<DbConnection> Connect()
    {
        var connection = NewConnection();
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Runs plain SQL that returns no rows.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = await Connect();
        await connection.Execute(sql);
    }

    protected abstract DbConnection NewConnection();

    /// <summary>A new database with the same content. Nobody may be connected to this one meanwhile.</summary>
    internal abstract Task<TestDatabase> Copy();

    public abstract ValueTask DisposeAsync();

    /// <summary>
    /// A database without a single table. Without PostgreSQL on this machine, a test that asks for it is skipped,
    /// or fails with <c>CI=true</c>.
    /// </summary>
    public static Task<TestDatabase> Empty(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => SqliteTestDatabase.Empty(),
        DatabaseProvider.Postgres => PostgresTestDatabase.Empty(),
    };
}
