using System.Threading.Channels;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// Wakes the sweep of this process as soon as something was committed. A ring while nobody waits is kept, many rings are one; a lost ring
/// costs a second, because the sweep looks every second anyway.
/// </summary>
public sealed class NoticeNudge(TimeProvider time)
{
    readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _bell.Writer.TryWrite(true);

    /// <summary>True when it rang, false when the time ran out.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public async Task<bool> WaitAsync(TimeSpan timeout, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await _bell.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
