using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// Makes something of what the provider said: the new state of a notice, or what a person wants with a reply. Each event once, whoever looks
/// first.
/// </summary>
public sealed class ProcessProviderEvent(MonitorContext db, TimeProvider time, AlertLinks links)
{
    readonly HearStatus _status = new(db, time, links);
    readonly HearReply _reply = new(db, time, links);

    public async Task Run(Guid eventId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var said = await db.ProviderEvents.AsNoTracking().SingleAsync(entry => entry.Id == eventId, cancel);
        if (said.ProcessedAt is not null)
            return;
        await (said.Kind switch
        {
            ProviderEventKind.Status => _status.Process(said, cancel),
            ProviderEventKind.Inbound => _reply.Process(said, cancel),
        });
    }

    /// <summary>What nobody has made anything of yet, oldest first.</summary>
    internal async Task<List<Guid>> Waiting(CancellationToken cancel) => await db.ProviderEvents
        .Where(entry => entry.ProcessedAt == null).OrderBy(entry => entry.ReceivedAt).ThenBy(entry => entry.Id).Select(entry => entry.Id).ToListAsync(cancel);

    /// <summary>Under a lock: the event as it is now, or null when somebody else was faster.</summary>
    internal static async Task<ProviderEvent?> StillWaiting(MonitorContext db, Guid eventId, CancellationToken cancel)
    {
        var said = await db.ProviderEvents.SingleAsync(entry => entry.Id == eventId, cancel);
        return said.ProcessedAt is null ? said : null;
    }
}
