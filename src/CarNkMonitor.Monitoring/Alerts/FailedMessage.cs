using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Messages of which the provider said that they failed: their notices may be on their next try, under another id.</summary>
static class FailedMessage
{
    /// <summary>Something was made of its failure already.</summary>
    public static Task<bool> IsKnown(MonitorContext db, string providerId, CancellationToken cancel) => db.ProviderEvents.AnyAsync(
        before => before.ProviderId == providerId && before.ProcessedAt != null
            && (before.Status == "undelivered" || before.Status == "failed" || before.Status == "canceled"),
        cancel);

    /// <summary>
    /// A failure that was heard by asking stands in the log like one that was called back, and its own callback is no news any more. One
    /// statement, because that callback may be stored at this very moment.
    /// </summary>
    public static Task Remember(MonitorContext db, Notice notice, ProviderSays said, DateTime now, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO provider_events (id, kind, provider_id, status, error_code, notice_id, received_at, processed_at, outcome)
         VALUES ({Guid.CreateVersion7()}, {nameof(ProviderEventKind.Status)}, {said.ProviderId}, {said.Status}, {said.Error}, {notice.Id}, {said.At}, {now}, {notice.State.ToString()})
         ON CONFLICT (provider_id, status) DO UPDATE
         SET processed_at = COALESCE(provider_events.processed_at, excluded.processed_at), outcome = COALESCE(provider_events.outcome, excluded.outcome)
         """,
        cancel);
}
