using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>One notice, alone: nobody else changes it or its alert until the transaction ends.</summary>
sealed record HeldNotice(IDbContextTransaction Transaction, Notice Notice, Alert? Alert) : IAsyncDisposable
{
    /// <summary>It is still asked for: its alert calls in the same round, and its person has not accepted.</summary>
    public bool IsWanted => !Notice.AsksForReply
        || (Alert is { IsCalling: true } && Notice.IsOf(Alert)
            && !(Notice.Contact?.StaffMember is { } person && Acceptance.HasAccepted(Alert, person)));

    public async Task Commit(MonitorContext db, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await Transaction.CommitAsync(cancel);
    }

    public ValueTask DisposeAsync() => Transaction.DisposeAsync();
}

static class NoticeAccess
{
    /// <summary>Under the lock of its alert, or of its phone where it belongs to none. The context starts empty.</summary>
    public static async Task<HeldNotice> BeginForNotice(this MonitorContext db, Guid noticeId, CancellationToken cancel)
    {
        var keys = await db.Notices.Where(notice => notice.Id == noticeId).Select(notice => new { notice.AlertId, notice.ContactId }).SingleAsync(cancel);
        if (keys.AlertId is { } alertId && await db.BeginForAlert(alertId, cancel) is var (held, alert))
            return new HeldNotice(held, alert.Notices.Single(notice => notice.Id == noticeId), alert);
        db.ChangeTracker.Clear();
        var transaction = await db.BeginFor(keys.ContactId, cancel);
        var alone = await db.Notices.Include(notice => notice.Contact).ThenInclude(contact => contact!.StaffMember)
            .SingleAsync(notice => notice.Id == noticeId, cancel);
        return new HeldNotice(transaction, alone, null);
    }
}
