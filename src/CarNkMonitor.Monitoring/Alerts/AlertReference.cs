using System.Security.Cryptography;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Makes the four characters that name an open alert in texts.</summary>
static class AlertReference
{
    /// <summary>No 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B, U and V: they must survive being read out.</summary>
    const string Letters = "34679ACDEFGHJKMNPQRTUWXY";

    public static async Task<string> Fresh(MonitorContext db, CancellationToken cancel)
    {
        while (true)
        {
            var reference = RandomNumberGenerator.GetString(Letters, 4);
            if (!db.Alerts.Local.Any(alert => alert.Reference == reference)
                && !await db.Alerts.AnyAsync(alert => alert.Reference == reference && alert.ClosedAt == null, cancel))
                return reference;
        }
    }
}
