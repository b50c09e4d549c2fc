using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CarNkMonitor.Migrations.Postgres;

/// <summary>The record in PostgreSQL: for every real site and for more than one process.</summary>
public static class PostgresMonitor
{
    public static DbContextOptionsBuilder UseMonitorPostgres(this DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresMonitor).Assembly.FullName))
        .UseSnakeCaseNamingConvention();
}

/// <summary>Lets <c>dotnet ef</c> make the context without the program.</summary>
public sealed class PostgresDesignTime : IDesignTimeDbContextFactory<MonitorContext>
{
    public MonitorContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<MonitorContext>();
        options.UseMonitorPostgres("Host=localhost;Database=design-time");
        return new MonitorContext(options.Options, TimeProvider.System);
    }
}
