using Microsoft.Data.Sqlite;

namespace CarNkMonitor.Web.Demo;

/// <summary>The demo's database file. A demo begins with a new one, and must never take somebody's record for an old demo.</summary>
static class DemoFile
{
    /// <exception cref="Data.ConfigurationException">The file exists and holds something else than a demo.</exception>
    public static void RefuseAnother(string file)
    {
        if (File.Exists(file) && !IsOfDemo(file))
        {
            throw new Data.ConfigurationException($"{file} is not the file of an earlier demo and is left alone. Name another one with --file.");
        }
    }

    /// <summary>Removes the file of an earlier demo.</summary>
    public static void Clear(string file)
    {
        foreach (var part in (string[])[file, $"{file}-wal", $"{file}-shm"])
        {
            File.Delete(part);
        }
    }

    static bool IsOfDemo(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM staff_members WHERE NOT is_invented";
            return command.ExecuteScalar() is 0L;
        }
        catch (SqliteException)
        {
            return false; // no database, or none of ours
        }
    }
}
