using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>
/// A provider that takes every text and delivers it after three seconds, and two people who read their texts after a while and accept.
/// What they say comes back as the provider's callbacks do.
/// </summary>
sealed class ScriptedPhones(TimeProvider time, IReadOnlyDictionary<string, TimeSpan> readsAfter) : ITelephony
{
    static readonly TimeSpan DeliversAfter = TimeSpan.FromSeconds(3);

    readonly PriorityQueue<ProviderEvent, DateTime> _coming = new();
    int _number;

    public string Name => "Scripted";
    public bool IsConfigured => true;
    public List<OutgoingText> Texts { get; } = [];

    /// <summary>When somebody says something next.</summary>
    public DateTime? Next => _coming.TryPeek(out _, out var at) ? at : null;

    public Task<SendResult> SendText(OutgoingText text, CancellationToken cancel)
    {
        var (id, now) = ($"SM{++_number:D6}", time.Now());
        Texts.Add(text);
        Say(now + DeliversAfter, Said(id, ProviderEventKind.Status, "delivered", now + DeliversAfter, text));
        var code = text.Body.Split(' ').FirstOrDefault(word => word is ['A', _, _, _, _] && word[1..].All(char.IsAsciiDigit));
        if (code is not null)
        {
            var at = now + readsAfter[text.ToPhone];
            Say(at, new ProviderEvent
            {
                Kind = ProviderEventKind.Inbound, ProviderId = $"IN{_number:D6}", Status = "received", FromPhone = text.ToPhone, Body = code, ReceivedAt = at,
            });
        }

        return Task.FromResult<SendResult>(new SendResult.Accepted(id, "queued"));
    }

    public Task<ProviderMessage?> Fetch(string providerId, CancellationToken cancel) => Task.FromResult<ProviderMessage?>(null);

    public Task<ProviderMessage?> Find(string toPhone, DateTime sentAfter, string bodyContains, CancellationToken cancel) =>
        Task.FromResult<ProviderMessage?>(null);

    /// <summary>What was said up to now.</summary>
    public IEnumerable<ProviderEvent> Hear()
    {
        while (_coming.TryPeek(out var said, out var at) && at <= time.Now())
        {
            _coming.Dequeue();
            yield return said;
        }
    }

    void Say(DateTime at, ProviderEvent said) => _coming.Enqueue(said, at);

    static ProviderEvent Said(string id, ProviderEventKind kind, string status, DateTime at, OutgoingText text) => new()
    {
        Kind = kind, ProviderId = id, Status = status, NoticeId = text.NoticeId, ReceivedAt = at,
    };
}
