using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Data;

public static class HeartbeatStamp
{
    /// <summary>
    /// Notes that a recurring duty has run to its end. Call it last, outside any transaction: a failed run must not look alive. One statement,
    /// so that of two processes that stamp a duty's first pulse at once the slower one changes the row instead of failing on it.
    /// </summary>
    public static Task Beat(this MonitorContext db, string duty, DateTime at, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO heartbeats (duty, at) VALUES ({duty}, {at}) ON CONFLICT (duty) DO UPDATE SET at = excluded.at", cancel);
}
