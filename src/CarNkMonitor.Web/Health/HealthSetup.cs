using CarNkMonitor.Monitoring.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CarNkMonitor.Web.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: everything that the promise rests on works. Plain words, no secrets.</summary>
public static class HealthSetup
{
    public static void AddMonitorHealth(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<JobsPulse>();
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", timeout: TimeSpan.FromSeconds(5))
            .AddCheck<MigrationsHealth>("migrations", timeout: TimeSpan.FromSeconds(5))
            .AddCheck<JobsHealth>("jobs", timeout: TimeSpan.FromSeconds(5))
            .AddCheck<ClockHealth>("clock", timeout: TimeSpan.FromSeconds(5))
            .AddCheck<TelephonyHealth>("provider", timeout: TimeSpan.FromSeconds(5));
    }

    public static void MapMonitorHealth(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous();
    }

    static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new
        {
            status = report.Status == HealthStatus.Healthy ? "well" : "not well",
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => new
            {
                well = entry.Value.Status == HealthStatus.Healthy,
                says = entry.Value.Description ?? "no answer in time",
            }),
        },
        Json.Options, context.RequestAborted);
}
