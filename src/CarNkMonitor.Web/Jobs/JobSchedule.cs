using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Toxicity;
using Hangfire;

namespace CarNkMonitor.Web.Jobs;

/// <summary>
/// Everything recurring, in UTC. A job carries no argument but the token that stops it. Written beside the start of the program and tried
/// until it stands: a killed process may have left a lock on a job, and that must not keep the next process from serving and sweeping.
/// </summary>
public sealed class JobSchedule(IRecurringJobManager jobs, TimeProvider time, ILogger<JobSchedule> log) : BackgroundService
{
    static readonly RecurringJobOptions InUtc = new() { TimeZone = TimeZoneInfo.Utc };
    static readonly TimeSpan BeforeAnotherTry = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Run(Write, stoppingToken); // Hangfire waits for its locks with the thread in its hand
                return;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(error, "The recurring jobs could not be written; tried again in a second. The jobs written before go on.");
                await Task.Delay(BeforeAnotherTry, time, stoppingToken);
            }
        }
    }

    void Write()
    {
        jobs.AddOrUpdate<SendNotices>("send-notices", duty => duty.Run(CancellationToken.None), Cron.Minutely, InUtc); // behind the loop
        jobs.AddOrUpdate<RegradeSubjects>("regrade-subjects", duty => duty.Run(CancellationToken.None), Cron.Minutely, InUtc);
        jobs.AddOrUpdate<FindOverdue>("find-overdue", duty => duty.Run(CancellationToken.None), Cron.Minutely, InUtc);
        jobs.AddOrUpdate<PlanAssessments>("extend-horizon", duty => duty.ExtendHorizon(CancellationToken.None), Cron.Hourly, InUtc);
    }
}
