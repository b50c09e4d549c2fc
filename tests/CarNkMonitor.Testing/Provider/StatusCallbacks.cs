using System.Collections.Concurrent;
using System.Net;

namespace CarNkMonitor.Testing.Provider;

/// <summary>Calls the program wherever it really listens; what is signed is its public address, as the provider does.</summary>
sealed class StatusCallbacks(string accountSid, string from)
{
    readonly ConcurrentQueue<(string Url, Dictionary<string, string> Form)> _delayed = new();

    public HttpClient? App { get; set; }
    public required string AuthToken { get; set; }

    /// <summary>Brings a text to its end and tells of it, in the way its conduct says.</summary>
    public async Task Tell(StandInMessage message)
    {
        message.Status = message.Conduct.Statuses[^1];
        if (message.Callback is not { } url)
            return;
        foreach (var form in Arranged(message))
        {
            if (message.Conduct.Callbacks == Callbacks.Delayed)
                _delayed.Enqueue((url, form));
            else
                await Post(url, form);
        }
    }

    public async Task TellDelayed()
    {
        while (_delayed.TryDequeue(out var late))
            await Post(late.Url, late.Form);
    }

    /// <summary>The program's answer; null when it could not be reached, which the provider forgets about as well.</summary>
    public async Task<HttpStatusCode?> Post(string url, IReadOnlyDictionary<string, string> form)
    {
        var app = App ?? throw new InvalidOperationException("Tell the stand-in first where the program listens: Serve(client).");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.BaseAddress!, new Uri(url).PathAndQuery));
        request.Content = new FormUrlEncodedContent(form);
        request.Headers.Add("X-Twilio-Signature", CallbackSignature.Of(AuthToken, url, form));
        try
        {
            using var answer = await app.SendAsync(request);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    IEnumerable<Dictionary<string, string>> Arranged(StandInMessage message)
    {
        var forms = message.Conduct.Statuses.Select(status => Form(message, status));
        return message.Conduct.Callbacks switch
        {
            Callbacks.InOrder or Callbacks.Delayed or Callbacks.BeforeAnswer => forms,
            Callbacks.Duplicated => forms.SelectMany(form => new[] { form, form }),
            Callbacks.Reversed => forms.Reverse(),
            Callbacks.Lost => [],
        };
    }

    Dictionary<string, string> Form(StandInMessage message, string status)
    {
        var form = new Dictionary<string, string>
        {
            ["AccountSid"] = accountSid,
            ["ApiVersion"] = "2010-04-01",
            ["From"] = from,
            ["MessageSid"] = message.Sid,
            ["MessageStatus"] = status,
            ["SmsSid"] = message.Sid,
            ["SmsStatus"] = status,
            ["To"] = message.To,
        };
        if (StandInMessage.IsFailed(status) && message.Conduct.ErrorCode is { } code)
            form["ErrorCode"] = $"{code}";
        return form;
    }
}
