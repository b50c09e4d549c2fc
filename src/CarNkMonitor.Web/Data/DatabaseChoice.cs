namespace CarNkMonitor.Web.Data;

public enum DatabaseKind { Sqlite, Postgres }

/// <summary>
/// Which database the configuration names. <c>ConnectionStrings:Monitor</c> wins; its kind is <c>Database:Provider</c> or, without that,
/// told by its keywords. Otherwise it is the SQLite file <c>Database:File</c>, by default <c>carnk-monitor.db</c> in the working directory.
/// </summary>
public sealed record DatabaseChoice(DatabaseKind Kind, string ConnectionString)
{
    public const string DefaultFile = "carnk-monitor.db";

    /// <exception cref="ConfigurationException">The configuration names no database that exists here.</exception>
    public static DatabaseChoice From(IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Monitor");
        return string.IsNullOrWhiteSpace(connection)
            ? new(DatabaseKind.Sqlite, $"Data Source={configuration["Database:File"] ?? DefaultFile}")
            : new(KindOf(configuration["Database:Provider"], connection), connection);
    }

    static DatabaseKind KindOf(string? provider, string connection) => provider switch
    {
        null or "" => NamesServer(connection) ? DatabaseKind.Postgres : DatabaseKind.Sqlite,
        _ when Enum.TryParse<DatabaseKind>(provider, ignoreCase: true, out var kind) && Enum.IsDefined(kind) => kind,
        _ => throw new ConfigurationException($"Database:Provider is '{provider}'; it can be Sqlite or Postgres."),
    };

    static bool NamesServer(string connection) => connection.Split(';').Select(part => part.Split('=')[0].Trim())
        .Any(key => key.Equals("Host", StringComparison.OrdinalIgnoreCase) || key.Equals("Server", StringComparison.OrdinalIgnoreCase));
}

/// <summary>The configuration asks for something impossible; the message is for the person who wrote it.</summary>
public sealed class ConfigurationException(string message) : Exception(message);
