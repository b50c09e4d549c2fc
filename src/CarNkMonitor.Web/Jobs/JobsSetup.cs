using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Data;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CarNkMonitor.Web.Jobs;

/// <summary>
/// Hangfire is the alarm clock and nothing more: its storage may be wiped. On PostgreSQL it has a schema of its own, on SQLite it lives in
/// memory. Job arguments carry no data of anybody.
/// </summary>
public static class JobsSetup
{
    public static void AddMonitorJobs(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Registered by ourselves, because Hangfire's own registration is one static for the whole process.
        builder.Services.AddSingleton<JobStorage>(services => StorageFor(services.GetRequiredService<DatabaseChoice>()));
        builder.Services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        builder.Services.TryAddSingleton<NoticeNudge>();
        builder.Services.AddSingleton<NudgeOthers>();
        builder.Services.AddSingleton<RingAfterCommit>();
        builder.Services.AddScoped<SendNotices>();
        builder.Services.AddScoped<RegradeSubjects>();
        builder.Services.AddScoped<FindOverdue>();
        builder.Services.AddScoped<PlanAssessments>();
        var isEnabled = builder.Configuration.GetValue("Jobs:Enabled", true);
        if (builder.Configuration.GetValue("Jobs:Loop", isEnabled))
        {
            builder.Services.AddHostedService<NoticeLoop>();
            builder.Services.AddHostedService<HearOthers>();
        }

        if (isEnabled)
        {
            builder.AddRecurringJobs();
        }
    }

    static void AddRecurringJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<JobSchedule>();
        builder.Services.AddHangfireServer(server =>
        {
            server.WorkerCount = 4;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        });
    }

    /// <summary>The dashboard, for whoever may watch the jobs. Our policy stands in front; Hangfire's own "local only" filter would lock out people behind a proxy.</summary>
    public static void MapJobsDashboard(this WebApplication app) => app.MapHangfireDashboardWithAuthorizationPolicy(
        Policies.CanWatchJobs, "/jobs", new DashboardOptions { DisplayStorageConnectionString = false, DashboardTitle = "CarNkMonitor jobs" });

    static JobStorage StorageFor(DatabaseChoice choice) => choice.Kind switch
    {
        DatabaseKind.Sqlite => new InMemoryStorage(),
        DatabaseKind.Postgres => new PostgreSqlStorage(
            new Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(choice.ConnectionString, ForPostgres), ForPostgres),
    };

    static PostgreSqlStorageOptions ForPostgres => new()
    {
        SchemaName = "hangfire",
        EnableLongPolling = true,
        QueuePollInterval = TimeSpan.FromSeconds(1),
        UseSlidingInvisibilityTimeout = true,
        AllowDegradedModeWithoutStorage = false,
        // A killed process leaves its lock behind, and while it stands its job does not run. No lock is held longer than moments here, and
        // every duty may run twice at once; Hangfire's own ten minutes would stop a duty for three times what health allows.
        DistributedLockTimeout = TimeSpan.FromSeconds(30),
    };
}
