using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Data;

public static class HeartbeatStamp
{
    /// <summary>Notes that a recurring duty has run to its end. Call it last, outside any transaction: a failed run must not look alive.</summary>
    public static async Task Beat(this MonitorContext db, string duty, DateTime at, CancellationToken cancel)
    {
        var stamped = await db.Heartbeats.Where(pulse => pulse.Duty == duty)
            .ExecuteUpdateAsync(set => set.SetProperty(pulse => pulse.At, at), cancel);
        if (stamped > 0) return;
        db.Heartbeats.Add(new Heartbeat { Duty = duty, At = at });
        await db.SaveChangesAsync(cancel);
    }
}
