namespace CarNkMonitor.Testing.Databases;

/// <summary>The two databases that every use case must work on.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
