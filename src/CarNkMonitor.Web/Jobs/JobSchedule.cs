using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Toxicity;
using Hangfire;

namespace CarNkMonitor.Web.Jobs;

/// <summary>Everything recurring, in UTC. A job carries no argument but the token that stops it.</summary>
public sealed class JobSchedule(IRecurringJobManager jobs) : IHostedService
{
    static readonly RecurringJobOptions InUtc = new() { TimeZone = TimeZoneInfo.Utc };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        jobs.AddOrUpdate<SendNotices>("send-notices", duty => duty.Run(CancellationToken.None), Cron.Minutely, InUtc); // behind the loop
        jobs.AddOrUpdate<RegradeSubjects>("regrade-subjects", duty => duty.Run(CancellationToken.None), Cron.Minutely, InUtc);
        jobs.AddOrUpdate<FindOverdue>("find-overdue", duty => duty.Run(CancellationToken.None), Cron.Minutely, InUtc);
        jobs.AddOrUpdate<PlanAssessments>("extend-horizon", duty => duty.ExtendHorizon(CancellationToken.None), Cron.Hourly, InUtc);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
