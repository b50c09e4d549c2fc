using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Web.Phone;

/// <summary>Delivers the demo's texts, each a moment after it was sent, so that one can watch the status change.</summary>
public sealed class VisibleDelivery(VisiblePhones phones, TimeProvider time, ILogger<VisibleDelivery> log) : BackgroundService
{
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var text in phones.OnTheirWay.ReadAllAsync(stoppingToken))
        {
            var left = text.At + Moment - time.Now();
            if (left > TimeSpan.Zero)
                await Task.Delay(left, time, stoppingToken);
            await Deliver(text, stoppingToken);
        }
    }

    /// <summary>A status that could not be stored is lost, as a provider's would be; the sender asks for it later.</summary>
    async Task Deliver(VisibleText text, CancellationToken cancel)
    {
        try
        {
            await phones.Deliver(text, cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "The demo could not report the status of notice {NoticeId}.", text.NoticeId);
        }
    }
}
