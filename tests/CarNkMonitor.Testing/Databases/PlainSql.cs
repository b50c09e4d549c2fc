using System.Data.Common;

namespace CarNkMonitor.Testing.Databases;

static class PlainSql
{
    public static async Task Execute(this DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
