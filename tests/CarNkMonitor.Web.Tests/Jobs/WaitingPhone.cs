using CarNkMonitor.Monitoring.Alerts;

namespace CarNkMonitor.Web.Tests.Jobs;

/// <summary>A phone that a test can wait for: <see cref="Rang"/> ends with the first text that holds <paramref name="words"/>.</summary>
sealed class WaitingPhone(string words) : ITelephony
{
    readonly TaskCompletionSource<OutgoingText> _rang = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<OutgoingText> Rang => _rang.Task;
    public string Name => "Waiting";
    public bool IsConfigured => true;

    public Task<SendResult> SendText(OutgoingText text, CancellationToken cancel)
    {
        if (text.Body.Contains(words, StringComparison.Ordinal))
        {
            _rang.TrySetResult(text);
        }

        return Task.FromResult<SendResult>(new SendResult.Accepted($"SM{text.NoticeId:n}", "queued"));
    }

    public Task<ProviderMessage?> Fetch(string providerId, CancellationToken cancel) => Task.FromResult<ProviderMessage?>(null);

    public Task<ProviderMessage?> Find(string toPhone, DateTime sentAfter, string bodyContains, CancellationToken cancel) =>
        Task.FromResult<ProviderMessage?>(null);
}
