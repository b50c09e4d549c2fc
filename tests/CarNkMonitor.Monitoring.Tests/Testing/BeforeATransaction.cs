using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CarNkMonitor.Monitoring.Tests.Testing;

/// <summary>
/// Somebody else acts at the worst moment: after a use case has looked and before it begins its first transaction. Once; what is done then
/// must use a context of its own.
/// </summary>
sealed class BeforeATransaction(Func<Task> act) : DbTransactionInterceptor
{
    Func<Task>? _act = act;

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _act, null) is { } act)
            await act();
        return result;
    }
}
