using CarNkMonitor.Monitoring.Alerts;

namespace CarNkMonitor.Web.Jobs;

/// <summary>Sweeps when the nudge rings and once a second anyway. Whatever goes wrong in a sweep is logged and tried again; the loop itself never ends.</summary>
public sealed class NoticeLoop(IServiceScopeFactory scopes, NoticeNudge nudge, ILogger<NoticeLoop> log) : BackgroundService
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Sweep(stoppingToken);
            await nudge.WaitAsync(Longest, stoppingToken);
        }
    }

    async Task Sweep(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SendNotices>().Run(stop);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            log.LogError(error, "A sweep failed; the next one follows within a second.");
        }
    }
}
