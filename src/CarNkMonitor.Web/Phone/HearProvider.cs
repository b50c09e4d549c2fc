using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Web.Phone;

/// <summary>The one door for what a provider says, a real one or the demo's: stored raw, then the sweep is woken to read it.</summary>
public sealed class HearProvider(IServiceScopeFactory scopes, NoticeNudge nudge, TimeProvider time)
{
    /// <summary>What became of a text. It may come before we have stored the provider's id ourselves.</summary>
    public Task Status(Guid noticeId, string providerId, string status, int? error, CancellationToken cancel) => Store(
        new ProviderEvent
        {
            Kind = ProviderEventKind.Status,
            ProviderId = providerId,
            Status = status,
            ErrorCode = error,
            NoticeId = noticeId,
            ReceivedAt = time.Now(),
        },
        cancel);

    /// <summary>What a person texted to us.</summary>
    public Task Text(string providerId, string fromPhone, string body, CancellationToken cancel) => Store(
        new ProviderEvent
        {
            Kind = ProviderEventKind.Inbound,
            ProviderId = providerId,
            Status = "received",
            FromPhone = fromPhone,
            Body = body,
            ReceivedAt = time.Now(),
        },
        cancel);

    async Task Store(ProviderEvent said, CancellationToken cancel)
    {
        using (Telemetry.Source.StartActivity("event.store"))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<StoreProviderEvent>().Run(said, cancel);
        }

        nudge.Ring();
    }
}
