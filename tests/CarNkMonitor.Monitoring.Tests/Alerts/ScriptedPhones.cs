using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

/// <summary>A provider in memory that does what the test tells it: takes a text, refuses it, or takes it and breaks the line.</summary>
sealed class ScriptedPhones(TimeProvider time) : ITelephony
{
    readonly Lock _gate = new();
    readonly List<ProviderMessage> _taken = [];
    readonly Dictionary<string, Guid> _notices = [];

    public string Name => "Scripted phones";
    public bool IsConfigured => true;

    /// <summary>What happens to the next texts; takes everything by default.</summary>
    public Func<OutgoingText, Fault> Script { get; set; } = _ => Fault.None;

    /// <summary>The list and single messages cannot be read.</summary>
    public bool IsListDown { get; set; }

    /// <summary>Called at the moment of sending, before the provider does anything.</summary>
    public Func<OutgoingText, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Everything that was taken and is on its way to a phone, oldest first.</summary>
    public IReadOnlyList<ProviderMessage> Taken
    {
        get
        {
            lock (_gate)
                return [.. _taken];
        }
    }

    /// <summary>The notice whose text this message is: the path of its callbacks names it.</summary>
    public Guid NoticeOf(string providerId)
    {
        lock (_gate)
            return _notices[providerId];
    }

    /// <summary>How often the provider was asked to send.</summary>
    public int Asked { get; private set; }

    public IReadOnlyList<string> TextsTo(string phone) => [.. Taken.Where(message => message.ToPhone == phone).Select(message => message.Body)];

    /// <summary>Called once, for the next text that is taken: with its id and its notice's, before the sender has its answer.</summary>
    public Func<string, Guid, Task>? Overtaken { get; set; }

    public async Task<SendResult> SendText(OutgoingText text, CancellationToken cancel)
    {
        await Before(text);
        var before = Taken.Count;
        var result = Answer(text);
        if (Taken.Count > before && Overtaken is { } act)
        {
            Overtaken = null;
            await act(Taken[^1].ProviderId, text.NoticeId);
        }

        return result;
    }

    SendResult Answer(OutgoingText text)
    {
        lock (_gate)
        {
            Asked++;
            return Script(text) switch
            {
                { IsUnreachable: true } => new SendResult.Unreachable("no route"),
                { Refusal: { } code } fault => new SendResult.Refused(code, fault.IsPermanent, "refused"),
                { IsUnclear: true, IsTaken: false } => new SendResult.Unclear("time-out before the provider heard it"),
                { IsUnclear: true } => Broken(Take(text)),
                _ => new SendResult.Accepted(Take(text).ProviderId, "queued"),
            };
        }
    }

    /// <summary>Called after the provider has looked up a single message, before its answer arrives.</summary>
    public Func<Task> WhileFetching { get; set; } = () => Task.CompletedTask;

    public async Task<ProviderMessage?> Fetch(string providerId, CancellationToken cancel)
    {
        var found = IsListDown ? null : Taken.SingleOrDefault(message => message.ProviderId == providerId);
        await WhileFetching();
        return found;
    }

    public Task<ProviderMessage?> Find(string toPhone, DateTime sentAfter, string bodyContains, CancellationToken cancel) => IsListDown
        ? throw new HttpRequestException("The list cannot be read.")
        : Task.FromResult(Taken.LastOrDefault(message =>
            message.ToPhone == toPhone && message.CreatedAt >= sentAfter && message.Body.Contains(bodyContains, StringComparison.Ordinal)));

    /// <summary>From now on the provider's list says so.</summary>
    public void Becomes(string providerId, string status, int? error = null)
    {
        lock (_gate)
        {
            var at = _taken.FindIndex(message => message.ProviderId == providerId);
            _taken[at] = _taken[at] with { Status = status, ErrorCode = error };
        }
    }

    ProviderMessage Take(OutgoingText text)
    {
        var message = new ProviderMessage($"SM{_taken.Count + 1:D6}", text.ToPhone, text.Body, "queued", null, time.Now());
        _taken.Add(message);
        _notices.Add(message.ProviderId, text.NoticeId);
        return message;
    }

    static SendResult.Unclear Broken(ProviderMessage message) => new($"time-out after {message.ProviderId} was taken");
}

/// <summary>What goes wrong with one text.</summary>
sealed record Fault(int? Refusal = null, bool IsPermanent = false, bool IsUnreachable = false, bool IsUnclear = false, bool IsTaken = true)
{
    public static readonly Fault None = new();
    public static readonly Fault Unreachable = new(IsUnreachable: true);
    public static readonly Fault TimeOutAfterTaking = new(IsUnclear: true);
    public static readonly Fault TimeOutBeforeTaking = new(IsUnclear: true, IsTaken: false);

    public static Fault Refused(int code, bool isPermanent) => new(code, isPermanent);
}
