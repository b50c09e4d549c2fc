using System.Text.Json;
using CarNkMonitor.Monitoring.Alerts;
using Microsoft.Extensions.Options;

namespace CarNkMonitor.Web.Phone;

/// <summary>Texts through Twilio's REST API, 2010-04-01. One request per text: a repeated request would be a second text.</summary>
public sealed class TwilioTelephony(HttpClient http, IOptions<TelephonyOptions> options) : ITelephony
{
    string Account => $"2010-04-01/Accounts/{options.Value.AccountSid}";

    public string Name => "Twilio";
    public bool IsConfigured => true;

    public async Task<SendResult> SendText(OutgoingText text, CancellationToken cancel)
    {
        using var form = new FormUrlEncodedContent(Fields(text));
        try
        {
            using var answer = await http.PostAsync($"{Account}/Messages.json", form, cancel);
            return answer.IsSuccessStatusCode ? await Accepted(answer, cancel) : await Refused(answer, cancel);
        }
        catch (HttpRequestException error) when (TwilioHttp.NothingLeft(error))
        {
            return new SendResult.Unreachable($"No connection to the provider ({error.HttpRequestError}).");
        }
        catch (Exception error) when (TwilioHttp.IsProvidersFault(error, cancel))
        {
            return new SendResult.Unclear($"The provider's answer did not arrive ({error.GetType().Name}): the text may be on its way.");
        }
    }

    public async Task<ProviderMessage?> Fetch(string providerId, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync($"{Account}/Messages/{Uri.EscapeDataString(providerId)}.json", cancel);
            return answer.IsSuccessStatusCode ? (await answer.Read<TwilioMessage>(cancel)).AsProviderMessage() : null;
        }
        catch (Exception error) when (TwilioHttp.IsProvidersFault(error, cancel))
        {
            return null;
        }
    }

    public Task<ProviderMessage?> Find(string toPhone, DateTime sentAfter, string bodyContains, CancellationToken cancel) =>
        new TwilioList(http, Account, toPhone).Find(sentAfter, bodyContains, cancel);

    Dictionary<string, string> Fields(OutgoingText text)
    {
        var isNumber = options.Value.From.Length > 0;
        return new Dictionary<string, string>
        {
            ["To"] = text.ToPhone,
            [isNumber ? "From" : "MessagingServiceSid"] = isNumber ? options.Value.From : options.Value.MessagingServiceSid,
            ["Body"] = text.Body,
            ["StatusCallback"] = options.Value.PublicUrl(TwilioWebhooks.StatusPath(text.NoticeId)),
        };
    }

    static async Task<SendResult> Accepted(HttpResponseMessage answer, CancellationToken cancel)
    {
        var message = await answer.Read<TwilioMessage>(cancel);
        return new SendResult.Accepted(message.Sid ?? throw new JsonException("A message without sid."), message.Status ?? "");
    }

    /// <summary>A refusal without readable JSON (the page of a machine in between) is still a refusal.</summary>
    static async Task<SendResult> Refused(HttpResponseMessage answer, CancellationToken cancel)
    {
        var status = (int)answer.StatusCode;
        try
        {
            return (await answer.Read<TwilioRefusal>(cancel)).AsResult(status);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            return new TwilioRefusal(Code: null).AsResult(status);
        }
    }
}
