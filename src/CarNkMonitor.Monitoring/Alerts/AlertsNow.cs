using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>The alerts of a person's scope: what is open, the worst first, and what was closed lately.</summary>
/// <param name="Open">Nobody has accepted first, then by urgency, then the oldest.</param>
/// <param name="RecentlyClosed">Closed or withdrawn within the last seven days, the latest first.</param>
public sealed record AlertsNow(IReadOnlyList<Alert> Open, IReadOnlyList<Alert> RecentlyClosed, DateTime Now);

/// <summary>Answers <see cref="AlertsNow"/> in two queries.</summary>
public sealed class AlertList(MonitorContext db, TimeProvider time)
{
    static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <summary>Alerts that the person may see, with subject, site and who accepted.</summary>
    public async Task<AlertsNow> For(StaffMember person, CancellationToken cancel)
    {
        var now = time.Now();
        var since = now - Recent;
        var mine = db.AlertsFor(person).AsNoTracking()
            .Include(alert => alert.Subject).Include(alert => alert.Site).Include(alert => alert.AcknowledgedBy);
        var open = await mine.Where(alert => alert.ClosedAt == null).ToListAsync(cancel);
        var closed = await mine.Where(alert => alert.ClosedAt >= since).OrderByDescending(alert => alert.ClosedAt).Take(20).ToListAsync(cancel);
        return new AlertsNow(WorstFirst(open), closed, now);
    }

    /// <summary>How many open alerts nobody has accepted yet, for the navigation.</summary>
    public Task<int> CountCalling(StaffMember person, CancellationToken cancel) => db.AlertsFor(person)
        .CountAsync(alert => alert.State == AlertState.Open || alert.State == AlertState.Exhausted, cancel);

    static IReadOnlyList<Alert> WorstFirst(IEnumerable<Alert> alerts) =>
        [.. alerts.OrderByDescending(alert => alert.IsCalling).ThenByDescending(alert => alert.Urgency).ThenBy(alert => alert.OpenedAt)];
}
