using System.Diagnostics;
using System.Threading.Channels;
using CarNkMonitor.Monitoring.Alerts;

namespace CarNkMonitor.Web.Tests.Jobs;

/// <summary>Remembers when each call to one phone was given to the provider, by the machine's own clock.</summary>
sealed class ListeningPhone(string phone) : ITelephony
{
    readonly Channel<long> _given = Channel.CreateUnbounded<long>();

    public string Name => "Listening";
    public bool IsConfigured => true;

    public async Task<long> Next(TimeSpan within) =>
        await NextOrNull(within) ?? throw new TimeoutException($"No text was given to the provider within {within.TotalSeconds} s.");

    /// <summary>The <see cref="Stopwatch"/> time stamp of the next text that nobody has asked for yet; null when the time ran out.</summary>
    public async Task<long?> NextOrNull(TimeSpan within)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(within);
        try
        {
            return await _given.Reader.ReadAsync(end.Token);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public Task<SendResult> SendText(OutgoingText text, CancellationToken cancel)
    {
        if (text.ToPhone == phone)
            _given.Writer.TryWrite(Stopwatch.GetTimestamp());
        return Task.FromResult<SendResult>(new SendResult.Accepted($"SM{text.NoticeId:n}", "queued"));
    }

    public Task<ProviderMessage?> Fetch(string providerId, CancellationToken cancel) => Task.FromResult<ProviderMessage?>(null);

    public Task<ProviderMessage?> Find(string toPhone, DateTime sentAfter, string bodyContains, CancellationToken cancel) =>
        Task.FromResult<ProviderMessage?>(null);
}
