namespace CarNkMonitor.Monitoring.Audit;

/// <summary>Reads the audit chain from its root and names the first row that is not as it was written. Pure: the rows are passed in.</summary>
public static class VerifyAudit
{
    /// <summary>The first fault, or null when the chain is whole from row 1 to its head.</summary>
    /// <param name="entries">All rows in ascending order of <see cref="AuditEntry.Sequence"/>.</param>
    /// <param name="head">The end of the chain, which is stored apart: without it, rows cut off at the end would not be missed.</param>
    public static AuditFault? FirstFault(IEnumerable<AuditEntry> entries, AuditHead head)
    {
        var (last, hash) = (0L, AuditChain.Root);
        foreach (var entry in entries)
        {
            if (FaultOf(entry, last, hash) is { } fault)
            {
                return fault;
            }

            (last, hash) = (entry.Sequence, entry.Hash);
        }

        return head.Sequence > last ? new AuditFault(last + 1, $"Rows {last + 1} to {head.Sequence} are missing at the end.")
            : head.Sequence < last ? new AuditFault(head.Sequence + 1, "There are rows behind the head of the chain.")
            : head.Hash != hash ? new AuditFault(last, "The head of the chain does not carry the hash of the last row.")
            : null;
    }

    static AuditFault? FaultOf(AuditEntry entry, long last, string hash) =>
        entry.Sequence != last + 1 ? new AuditFault(last + 1, $"Row {last + 1} is missing; row {entry.Sequence} follows row {last}.")
        : entry.PreviousHash != hash ? new AuditFault(entry.Sequence, "The row does not point to the row before it.")
        : AuditChain.HashOf(entry) != entry.Hash ? new AuditFault(entry.Sequence, "The row was changed after it was written.")
        : null;
}

/// <param name="Sequence">The first row that is wrong or missing.</param>
/// <param name="Why">One sentence for the auditor.</param>
public sealed record AuditFault(long Sequence, string Why);
