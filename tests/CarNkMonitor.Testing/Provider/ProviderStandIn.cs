using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CarNkMonitor.Testing.Provider;

/// <summary>
/// A real web server that behaves like the provider's messages API, signs its callbacks, and misbehaves as a test tells it. Nothing
/// moves by itself unless <see cref="DeliversByItself"/>: a test says when the callbacks go out.
/// </summary>
public sealed class ProviderStandIn : IAsyncDisposable
{
    public const string AccountSid = "AC00000000000000000000000000000001";
    public const string From = "+12025550100";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly WebApplication _server;
    readonly TimeProvider _time;
    readonly StatusCallbacks _callbacks = new(AccountSid, From) { AuthToken = "stand-in-token" };
    readonly Phones _phones = new();
    readonly ConcurrentDictionary<string, string> _numbers = new();
    readonly ConcurrentDictionary<string, ConcurrentQueue<Conduct>> _next = new();
    readonly ConcurrentDictionary<string, Conduct> _always = new();
    readonly ConcurrentQueue<StandInMessage> _messages = new();
    readonly ConcurrentQueue<StandInMessage> _pending = new();
    readonly ConcurrentDictionary<string, int> _requests = new();
    int _sids;

    ProviderStandIn(TimeProvider time)
    {
        _time = time;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        new MessagesApi(this).Map(_server);
    }

    /// <summary>The provider's API address, for <c>Telephony:BaseUrl</c>.</summary>
    public string Url => _server.Urls.First();

    /// <summary>For <c>Telephony:PublicBaseUrl</c>: signed, never connected to.</summary>
    public string PublicBaseUrl { get; init; } = "https://cnk.example";

    /// <summary>Signs callbacks and is asked of senders. Change it to rotate.</summary>
    public string AuthToken { get => _callbacks.AuthToken; set => _callbacks.AuthToken = value; }

    /// <summary>Callbacks go out as soon as a text is taken, while the test goes on.</summary>
    public bool DeliversByItself { get; set; }

    /// <summary>What happens between callbacks that come <see cref="Callbacks.BeforeAnswer"/> and the answer.</summary>
    public Func<Task> BeforeAnswering { get; set; } = () => Task.CompletedTask;

    /// <summary>An HTTP status with which the list of messages is answered from now on; null for the list.</summary>
    public int? ListTrouble { get; set; }

    internal IEnumerable<StandInMessage> Messages => _messages;

    public static async Task<ProviderStandIn> Start(TimeProvider? time = null)
    {
        var provider = new ProviderStandIn(time ?? TimeProvider.System);
        await provider._server.StartAsync();
        return provider;
    }

    /// <summary>Settings with which the program talks to this stand-in, in the form of configuration keys.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Telephony:Provider"] = "Twilio",
        ["Telephony:AccountSid"] = AccountSid,
        ["Telephony:AuthToken"] = AuthToken,
        ["Telephony:From"] = From,
        ["Telephony:BaseUrl"] = Url,
        ["Telephony:PublicBaseUrl"] = PublicBaseUrl,
    };

    /// <summary>Where the program really listens.</summary>
    public void Serve(HttpClient app) => _callbacks.App = app;

    /// <summary>Calls a number by a name from now on; a number can always be used as it is.</summary>
    public void Name(string phone, string number) => _numbers[phone] = number;

    /// <summary>For the next text to this phone; several calls queue up.</summary>
    public void Next(string phone, Conduct conduct) => _next.GetOrAdd(Number(phone), _ => new()).Enqueue(conduct);

    /// <summary>For every text to this phone that nothing else was said of.</summary>
    public void Always(string phone, Conduct conduct) => _always[Number(phone)] = conduct;

    /// <summary>How often a text to this phone was asked for, refusals included.</summary>
    public int Requests(string phone) => _requests.GetValueOrDefault(Number(phone));

    /// <summary>Waits for a text with these words that no earlier call has returned.</summary>
    public Task<TextOnPhone> Expect(string phone, string words, TimeSpan? within = null) =>
        _phones.Take(Number(phone), words, within ?? Patience);

    /// <summary>Brings every text taken so far to its end, and waits until the program has answered each callback.</summary>
    public async Task DeliverPending()
    {
        while (_pending.TryDequeue(out var message))
            await _callbacks.Tell(message);
    }

    /// <summary>Sends what <see cref="Callbacks.Delayed"/> held back.</summary>
    public Task DeliverDelayed() => _callbacks.TellDelayed();

    /// <summary>A person types a text to us. The program must take it.</summary>
    public async Task Text(string phone, string body)
    {
        var answer = await Offer(phone, body, NewSid());
        Assert.True(answer is HttpStatusCode.NoContent, $"The program answered an inbound text with {answer?.ToString() ?? "nothing"}.");
    }

    /// <summary>Brings a text with this id to the program, as often as asked; null when the program died over it or is not there.</summary>
    public Task<HttpStatusCode?> Offer(string phone, string body, string sid) => _callbacks.Post(
        PublicBaseUrl + "/webhooks/twilio/inbound",
        new Dictionary<string, string>
        {
            ["AccountSid"] = AccountSid,
            ["ApiVersion"] = "2010-04-01",
            ["Body"] = body,
            ["From"] = Number(phone),
            ["MessageSid"] = sid,
            ["NumMedia"] = "0",
            ["NumSegments"] = "1",
            ["SmsStatus"] = "received",
            ["To"] = From,
        });

    /// <summary>Ends the test if a phone got a text that no <see cref="Expect"/> asked for.</summary>
    public void AssertNothingUnexpected()
    {
        var unexpected = _phones.Unexpected();
        Assert.True(unexpected.Length == 0, $"Nobody expected:{unexpected}");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    internal Conduct ConductFor(string number)
    {
        _requests.AddOrUpdate(number, 1, (_, before) => before + 1);
        return _next.TryGetValue(number, out var queue) && queue.TryDequeue(out var conduct)
            ? conduct
            : _always.GetValueOrDefault(number, Conduct.Deliver);
    }

    internal async Task<StandInMessage> Take(string to, string body, string? callback, Conduct conduct)
    {
        var message = new StandInMessage(NewSid(), to, body, _time.GetUtcNow(), callback, conduct);
        _messages.Enqueue(message);
        if (conduct.IsSeen)
            _phones.Arrive(new TextOnPhone(this, to, body));
        if (conduct.Callbacks == Callbacks.BeforeAnswer)
            await TellBeforeAnswering(message);
        else if (!DeliversByItself)
            _pending.Enqueue(message);
        return message;
    }

    async Task TellBeforeAnswering(StandInMessage message)
    {
        await _callbacks.Tell(message);
        await BeforeAnswering();
    }

    /// <summary>The sender has its answer, or will never have one.</summary>
    internal Task Answered(StandInMessage message) =>
        DeliversByItself && message.Conduct.Callbacks != Callbacks.BeforeAnswer ? _callbacks.Tell(message) : Task.CompletedTask;

    string Number(string phone) => _numbers.GetValueOrDefault(phone, phone);

    string NewSid() => $"SM{Interlocked.Increment(ref _sids):x32}";
}
