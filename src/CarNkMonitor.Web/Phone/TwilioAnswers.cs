using System.Globalization;
using System.Text.Json;
using CarNkMonitor.Monitoring.Alerts;

namespace CarNkMonitor.Web.Phone;

/// <summary>The few fields that we read of a message resource, API 2010-04-01.</summary>
sealed record TwilioMessage(string? Sid, string? To, string? Body, string? Status, int? ErrorCode, string? DateCreated)
{
    /// <summary>The API prints RFC 2822 times in whole seconds, always with offset +0000.</summary>
    DateTime CreatedAt =>
        DateTimeOffset.TryParseExact(
            DateCreated, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var created)
            ? created.UtcDateTime
            : throw new JsonException("A message without a readable date_created.");

    public ProviderMessage AsProviderMessage() =>
        new(Sid ?? throw new JsonException("A message without sid."), To ?? "", Body ?? "", Status ?? "", ErrorCode, CreatedAt);
}

sealed record TwilioPage(IReadOnlyList<TwilioMessage>? Messages, string? NextPageUri);

sealed record TwilioRefusal(int? Code)
{
    /// <summary>What is wrong with this phone or this text, and stays wrong. All else (credentials, sender, account) may be mended while we try.</summary>
    static readonly int[] PermanentCodes = [21211, 21214, 21217, 21408, 21602, 21605, 21610, 21612, 21614, 21617, 21635];

    public SendResult.Refused AsResult(int status)
    {
        var code = Code ?? status;
        return new SendResult.Refused(code, PermanentCodes.Contains(code), Sentence(status, code));
    }

    /// <summary>The provider's own sentence holds the phone number and is therefore not kept.</summary>
    static string Sentence(int status, int code) => code switch
    {
        21211 or 21614 => "The provider says that this number cannot receive texts.",
        21408 => "The provider's account may not text this country.",
        21610 => "The person has opted out of texts with STOP.",
        20003 => "The provider does not accept our credentials: check Telephony:AccountSid and Telephony:AuthToken.",
        21611 or 20429 => "The provider has too many texts of ours waiting.",
        _ when status == 429 => "The provider asks us to slow down.",
        _ when status >= 500 => $"The provider is in trouble (HTTP {status}).",
        _ => $"The provider refused the text with code {code} (HTTP {status}); see twilio.com/docs/api/errors/{code}.",
    };
}
