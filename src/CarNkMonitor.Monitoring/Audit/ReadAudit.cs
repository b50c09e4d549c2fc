using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Audit;

/// <summary>
/// Checks the stored audit chain from its root to its head, row by row, without holding up those who write: rows are only ever added, so what was the
/// head when the check began is checked in full, and what is added meanwhile is left for the next check.
/// </summary>
public sealed class ReadAudit(MonitorContext db)
{
    /// <returns>How many rows were read, and the first that is changed, missing, moved or added behind the head; null where the chain is whole.</returns>
    public async Task<AuditVerdict> Run(CancellationToken cancel)
    {
        var head = await Head(cancel);
        var rows = db.AuditEntries.AsNoTracking().Where(entry => entry.Sequence <= head.Sequence).OrderBy(entry => entry.Sequence);
        var read = 0L;
        var fault = VerifyAudit.FirstFault(rows.AsEnumerable().Select(entry =>
        {
            cancel.ThrowIfCancellationRequested();
            read++;
            return entry;
        }), head);
        return new AuditVerdict(read, head.Hash, fault ?? await BehindTheHead(cancel));
    }

    /// <summary>In this order: a row that is added between the two questions moves the head as well.</summary>
    async Task<AuditFault?> BehindTheHead(CancellationToken cancel)
    {
        var last = await db.AuditEntries.MaxAsync(entry => (long?)entry.Sequence, cancel) ?? 0;
        var head = await Head(cancel);
        return last > head.Sequence ? new AuditFault(head.Sequence + 1, "There are rows behind the head of the chain.") : null;
    }

    Task<AuditHead> Head(CancellationToken cancel) => db.AuditHead.AsNoTracking().SingleAsync(cancel);
}

/// <summary>What a check of the audit found.</summary>
/// <param name="Rows">Rows read before the first fault.</param>
/// <param name="Hash">The hash at the head: written down elsewhere, it proves later that nothing up to here was changed.</param>
/// <param name="Fault">The first fault; null where there is none.</param>
public sealed record AuditVerdict(long Rows, string Hash, AuditFault? Fault);
