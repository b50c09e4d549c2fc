using System.Net;
using System.Threading.RateLimiting;

namespace CarNkMonitor.Web.Phone;

/// <summary>
/// How many callbacks one address may send: 300 at once, 100 a second after that. Behind a proxy all callbacks share its address, so the limit is
/// wide; what it stops is a flood of forged ones, each of which costs a signature check. It belongs to the endpoints themselves, so that no order of
/// the pipeline can leave it out.
/// </summary>
sealed class CallbackLimit : IDisposable
{
    readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(source =>
        RateLimitPartition.GetTokenBucketLimiter(source, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 300,
            TokensPerPeriod = 100,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    public bool Allows(IPAddress? source)
    {
        using var lease = _limiter.AttemptAcquire(source ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
