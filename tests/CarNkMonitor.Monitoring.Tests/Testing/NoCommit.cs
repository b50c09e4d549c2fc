using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CarNkMonitor.Monitoring.Tests.Testing;

/// <summary>The line to the database breaks at every commit.</summary>
sealed class NoCommit : DbTransactionInterceptor
{
    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        throw new IOException("The line broke.");
}
