using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Web.Phone;

/// <summary>
/// The demo's provider: phones that one can look at. It stands in for a provider and for nothing else: statuses and replies enter the
/// record through the same door as a provider's callbacks. Texts live in memory and end with the process.
/// </summary>
public sealed class VisiblePhones(HearProvider provider, TimeProvider time) : ITelephony
{
    readonly Lock _gate = new();
    readonly List<VisibleText> _texts = [];
    readonly Channel<VisibleText> _onTheirWay = Channel.CreateUnbounded<VisibleText>();

    public string Name => "Visible phones (demo)";
    public bool IsConfigured => true;

    /// <summary>Texts that were taken and not yet delivered.</summary>
    internal ChannelReader<VisibleText> OnTheirWay => _onTheirWay.Reader;

    /// <summary>What stands on this phone's screen, sent and typed, oldest first.</summary>
    public IReadOnlyList<VisibleText> TextsOn(string phone) => Those(text => text.Phone == phone);

    /// <summary>What a person types; it takes the way of a provider's inbound text.</summary>
    public async Task Reply(string phone, string body, CancellationToken cancel = default)
    {
        var now = time.Now();
        var reply = new VisibleText(IdOf(phone, body, now), NoticeId: null, phone, body, now, "received");
        Add(reply);
        await provider.Text(reply.Id, phone, body, cancel);
    }

    public Task<SendResult> SendText(OutgoingText text, CancellationToken cancel)
    {
        // A second try for the same notice is a second text, as on a real phone.
        var earlier = Those(before => before.NoticeId == text.NoticeId).Count;
        var taken = new VisibleText($"VT{text.NoticeId:N}{earlier}", text.NoticeId, text.ToPhone, text.Body, time.Now(), "queued");
        Add(taken);
        _onTheirWay.Writer.TryWrite(taken);
        return Task.FromResult<SendResult>(new SendResult.Accepted(taken.Id, taken.Status));
    }

    public Task<ProviderMessage?> Fetch(string providerId, CancellationToken cancel) =>
        Task.FromResult(Newest(text => text.Id == providerId));

    public Task<ProviderMessage?> Find(string toPhone, DateTime sentAfter, string bodyContains, CancellationToken cancel) =>
        Task.FromResult(Newest(text =>
            text.Phone == toPhone && text.At >= sentAfter && text.Body.Contains(bodyContains, StringComparison.Ordinal)));

    /// <summary>The text reaches the phone, and the provider says so.</summary>
    internal async Task Deliver(VisibleText text, CancellationToken cancel)
    {
        lock (_gate)
        {
            _texts[_texts.IndexOf(text)] = text with { Status = "delivered" };
        }

        await provider.Status(text.NoticeId!.Value, text.Id, "sent", error: null, cancel);
        await provider.Status(text.NoticeId.Value, text.Id, "delivered", error: null, cancel);
    }

    ProviderMessage? Newest(Func<VisibleText, bool> wanted) =>
        Those(text => !text.IsReply && wanted(text)) is [.., var found]
            ? new ProviderMessage(found.Id, found.Phone, found.Body, found.Status, ErrorCode: null, found.At)
            : null;

    List<VisibleText> Those(Func<VisibleText, bool> wanted)
    {
        lock (_gate)
        {
            return [.. _texts.Where(wanted)];
        }
    }

    void Add(VisibleText text)
    {
        lock (_gate)
        {
            _texts.Add(text);
        }
    }

    /// <summary>From what was typed, where and when: the same in each run with the same clock, and another one after a restart.</summary>
    static string IdOf(string phone, string body, DateTime at) =>
        "VR" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{phone}\n{body}\n{at:O}")))[..32];
}
