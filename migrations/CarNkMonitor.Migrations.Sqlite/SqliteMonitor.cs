using CarNkMonitor.Monitoring.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CarNkMonitor.Migrations.Sqlite;

/// <summary>The record in one SQLite file: the embedded default, for one process.</summary>
public static class SqliteMonitor
{
    public static DbContextOptionsBuilder UseMonitorSqlite(this DbContextOptionsBuilder options, string connectionString)
    {
        // A busy writer is waited for (30 s by default); foreign keys are enforced.
        var connection = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        return options
            .UseSqlite(connection.ConnectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteMonitor).Assembly.FullName))
            .UseSnakeCaseNamingConvention();
    }
}

/// <summary>Lets <c>dotnet ef</c> make the context without the program.</summary>
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<MonitorContext>
{
    public MonitorContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<MonitorContext>();
        options.UseMonitorSqlite("Data Source=design-time.db");
        return new MonitorContext(options.Options, TimeProvider.System);
    }
}
