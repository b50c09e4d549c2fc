using Xunit;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>For what another process does in its own time: looks again until it is there.</summary>
static class Eventually
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <param name="look">Reads what there is now.</param>
    /// <param name="isThere">Whether that is what the test waits for.</param>
    /// <param name="within">A limit for a failing test; a passing one is done earlier.</param>
    public static async Task<T> See<T>(Func<Task<T>> look, Func<T, bool> isThere, TimeSpan within)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(within);
        using var timer = new PeriodicTimer(Between);
        while (true)
        {
            var seen = await look();
            if (isThere(seen))
                return seen;
            try
            {
                await timer.WaitForNextTickAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Not there within {within.TotalSeconds} s; last seen: {seen}");
            }
        }
    }
}
