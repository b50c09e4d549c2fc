using System.Data.Common;
using CarNkMonitor.Testing.RealParts;
using Npgsql;

namespace CarNkMonitor.Testing.Databases;

/// <summary>A database on the cluster that <c>tests/run.sh</c> started.</summary>
sealed class PostgresTestDatabase : TestDatabase
{
    readonly string cluster;
    readonly string name;

    PostgresTestDatabase(string cluster, string name)
        : base(DatabaseProvider.Postgres, new NpgsqlConnectionStringBuilder(cluster) { Database = name }.ConnectionString) =>
        (this.cluster, this.name) = (cluster, name);

    public static Task<TestDatabase> Empty() =>
        Create(RealPart.FromEnvironment("CARNK_TEST_POSTGRES", "PostgreSQL"), template: "template0");

    protected override DbConnection NewConnection() => new NpgsqlConnection(ConnectionString);

    internal override Task<TestDatabase> Copy()
    {
        ForgetIdleConnections();
        return Create(cluster, template: name);
    }

    public override async ValueTask DisposeAsync()
    {
        ForgetIdleConnections();
        await OnCluster(cluster, $"DROP DATABASE {name} WITH (FORCE)");
    }

    static async Task<TestDatabase> Create(string cluster, string template)
    {
        var name = $"carnk_test_{Guid.NewGuid():n}";
        await OnCluster(cluster, $"CREATE DATABASE {name} TEMPLATE {template}");
        return new PostgresTestDatabase(cluster, name);
    }

    // The pool keeps connections open; they would forbid copying the database, and fill the cluster test by test.
    void ForgetIdleConnections()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    static async Task OnCluster(string cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster);
        await connection.OpenAsync();
        await connection.Execute(sql);
    }
}
