using System.Data.Common;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using Microsoft.Data.Sqlite;
using Npgsql;

[assembly: AssemblyFixture(typeof(NotesTemplate))]

namespace CarNkMonitor.Monitoring.Tests.Testing;

/// <summary>One table with one row, made by plain SQL: enough to see that copies are complete and separate.</summary>
public sealed class NotesTemplate() : DatabaseTemplate(Migrate)
{
    static int migrations;

    public static int Migrations => migrations;

    static async Task Migrate(DatabaseProvider provider, string connectionString)
    {
        Interlocked.Increment(ref migrations);
        await using DbConnection connection = provider switch
        {
            DatabaseProvider.Sqlite => new SqliteConnection(connectionString),
            DatabaseProvider.Postgres => new NpgsqlConnection(connectionString),
        };
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE note (words text NOT NULL); INSERT INTO note VALUES ('from the template')";
        await command.ExecuteNonQueryAsync();
    }
}
