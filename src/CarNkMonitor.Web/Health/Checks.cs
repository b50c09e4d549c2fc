using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CarNkMonitor.Web.Health;

/// <summary>The database answers.</summary>
public sealed class DatabaseHealth(MonitorContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy($"{(db.IsPostgres ? "PostgreSQL" : "SQLite")} answers.")
            : HealthCheckResult.Unhealthy("The database cannot be reached.");
}

/// <summary>The database has the shape that this version of the program expects.</summary>
public sealed class MigrationsHealth(MonitorContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("Not known while the database cannot be reached.");
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        return pending == 0
            ? HealthCheckResult.Healthy("The database is up to date.")
            : HealthCheckResult.Unhealthy($"{pending} migrations are pending: run the program with the verb migrate.");
    }
}

/// <summary>This machine's clock and the database's differ by at most two seconds, so that times on the record can be trusted.</summary>
public sealed class ClockHealth(MonitorContext db, TimeProvider time) : IHealthCheck
{
    static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!db.IsPostgres)
        {
            return HealthCheckResult.Healthy("The database has no clock of its own.");
        }

        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("Not known while the database cannot be reached.");
        }

        var before = time.Now();
        var there = await db.Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellationToken);
        var after = time.Now();
        var apart = there < before ? before - there : there > after ? there - after : TimeSpan.Zero;
        return apart <= Most
            ? HealthCheckResult.Healthy("This clock and the database's agree.")
            : HealthCheckResult.Unhealthy($"This clock and the database's differ by {apart.TotalSeconds:0} s; at most 2 s are allowed.");
    }
}

/// <summary>There is a phone provider and it has what it needs.</summary>
public sealed class TelephonyHealth(IServiceProvider services) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        services.GetService<ITelephony>() switch
        {
            null => HealthCheckResult.Unhealthy("No phone provider is installed: nobody can be texted."),
            { IsConfigured: false } phone => HealthCheckResult.Unhealthy($"{phone.Name} is not configured: nobody can be texted."),
            var phone => HealthCheckResult.Healthy($"{phone.Name} is configured."),
        });
}

/// <summary>The jobs that carry the promise ran to their end within three minutes.</summary>
public sealed class JobsHealth(JobsPulse pulse) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await pulse.Look(cancellationToken) is { } trouble ? HealthCheckResult.Unhealthy(trouble) : HealthCheckResult.Healthy("The jobs run.");
}
