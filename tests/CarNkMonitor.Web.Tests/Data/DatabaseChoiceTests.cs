using CarNkMonitor.Web.Data;
using Microsoft.Extensions.Configuration;

namespace CarNkMonitor.Web.Tests.Data;

public class DatabaseChoiceTests
{
    [Theory]
    [InlineData(null, null, null, DatabaseKind.Sqlite, "Data Source=carnk-monitor.db")]
    [InlineData(null, null, "/data/x.db", DatabaseKind.Sqlite, "Data Source=/data/x.db")]
    [InlineData("Host=db;Database=carnk", null, null, DatabaseKind.Postgres, "Host=db;Database=carnk")]
    [InlineData("Database=carnk;server = db", null, null, DatabaseKind.Postgres, "Database=carnk;server = db")]
    [InlineData("Data Source=y.db", null, null, DatabaseKind.Sqlite, "Data Source=y.db")]
    [InlineData("Data Source=y.db", "postgres", null, DatabaseKind.Postgres, "Data Source=y.db")]
    [InlineData("Host=db", "Sqlite", null, DatabaseKind.Sqlite, "Host=db")]
    public void The_configuration_names_the_database(string? connection, string? provider, string? file, DatabaseKind kind, string expected) =>
        Assert.Equal(new DatabaseChoice(kind, expected), Choice(connection, provider, file));

    [Fact]
    public void An_unknown_provider_is_refused_with_what_would_be_possible() =>
        Assert.Contains("Sqlite or Postgres", Assert.Throws<ConfigurationException>(() => Choice("Host=db", "Oracle", null)).Message, StringComparison.Ordinal);

    static DatabaseChoice Choice(string? connection, string? provider, string? file) => DatabaseChoice.From(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Monitor"] = connection, ["Database:Provider"] = provider, ["Database:File"] = file,
        }).Build());
}
