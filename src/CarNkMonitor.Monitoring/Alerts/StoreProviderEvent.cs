using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// Stores what the provider said, raw and at once; what is made of it comes later, from the store. The same thing said twice, even at the same
/// moment through two doors, is one row.
/// </summary>
public sealed class StoreProviderEvent(MonitorContext db)
{
    /// <returns>False when it was stored before.</returns>
    public async Task<bool> Run(ProviderEvent said, CancellationToken cancel)
    {
        if (await IsStored(said, cancel))
            return false;
        var row = db.ProviderEvents.Add(said);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            row.State = EntityState.Detached;
            if (await IsStored(said, cancel))
                return false;   // Somebody stored the same one between our look and our write.
            throw;
        }
    }

    Task<bool> IsStored(ProviderEvent said, CancellationToken cancel) =>
        db.ProviderEvents.AnyAsync(before => before.ProviderId == said.ProviderId && before.Status == said.Status, cancel);
}
