using System.Data.Common;
using System.Runtime.CompilerServices;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CarNkMonitor.Web.Jobs;

/// <summary>
/// Rings once a transaction that stored a new notice is committed, whichever door it came through: no page can forget it, and nobody is
/// woken for a notice that was rolled back.
/// </summary>
public sealed class RingAfterCommit(NoticeNudge nudge, NudgeOthers others) : DbTransactionInterceptor, ISaveChangesInterceptor
{
    readonly ConditionalWeakTable<DbContext, object> _stored = [];

    public InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.Context is { } db && db.ChangeTracker.Entries<Notice>().Any(entry => entry.State == EntityState.Added))
        {
            _stored.AddOrUpdate(db, this);
        }

        return result;
    }

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(SavingChanges(eventData, result));

    public override async Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.Context is not MonitorContext db || !_stored.Remove(db))
        {
            return;
        }

        using var activity = Telemetry.Source.StartActivity("notice.nudge");
        nudge.Ring();
        await others.Ring(db);
    }
}
