using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Jobs;

/// <summary>The recurring duties whose heartbeat health watches.</summary>
public static class Duties
{
    public static readonly IReadOnlyList<string> All = [];

    /// <summary>Says that this duty ran to its end now.</summary>
    public static async Task Beat(this MonitorContext db, string duty, DateTime now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var known = await db.Heartbeats.Where(pulse => pulse.Duty == duty).ExecuteUpdateAsync(row => row.SetProperty(pulse => pulse.At, now), cancel);
        if (known == 0)
        {
            db.Heartbeats.Add(new Heartbeat { Duty = duty, At = now });
            await db.SaveChangesAsync(cancel);
        }
    }
}
