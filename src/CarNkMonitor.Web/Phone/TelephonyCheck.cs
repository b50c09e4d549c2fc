using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace CarNkMonitor.Web.Phone;

/// <summary>Refuses to start on a half-made telephone configuration; a missing one starts, sends nothing and keeps health red.</summary>
public sealed partial class TelephonyCheck : IValidateOptions<TelephonyOptions>
{
    public ValidateOptionsResult Validate(string? name, TelephonyOptions options)
    {
        var faults = (options.Provider switch
        {
            TelephonyProvider.None => FaultsWithoutProvider(options),
            TelephonyProvider.Twilio => FaultsOfTwilio(options),
        }).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    static IEnumerable<string> FaultsWithoutProvider(TelephonyOptions options)
    {
        if (options.AccountSid.Length + options.AuthToken.Length + options.SecondAuthToken.Length > 0)
            yield return "Telephony:AccountSid or a token is set, but Telephony:Provider is None. Set it to Twilio, or remove the rest.";
    }

    static IEnumerable<string> FaultsOfTwilio(TelephonyOptions options)
    {
        if (!Sid("AC").IsMatch(options.AccountSid))
            yield return "Telephony:AccountSid must be the account's SID: AC and 32 hexadecimal digits.";
        if (options.AuthToken.Length == 0)
            yield return "Telephony:AuthToken is missing. Pass it as the environment variable Telephony__AuthToken, not in a file.";
        if (options.From.Length == 0 == (options.MessagingServiceSid.Length == 0))
            yield return "Set one of Telephony:From and Telephony:MessagingServiceSid, not both.";
        if (options.From.Length > 0 && !Sender().IsMatch(options.From))
            yield return "Telephony:From must be a number in E.164, for example +12025550123, or a short code: people reply to it.";
        if (options.MessagingServiceSid.Length > 0 && !Sid("MG").IsMatch(options.MessagingServiceSid))
            yield return "Telephony:MessagingServiceSid must be MG and 32 hexadecimal digits.";
        if (!IsSafe(options.BaseUrl))
            yield return "Telephony:BaseUrl must be an https address (http only on this machine).";
        if (!IsSafe(options.PublicBaseUrl))
            yield return "Telephony:PublicBaseUrl must be the https address where the provider reaches us (http only on this machine).";
        if (options.Timeout <= TimeSpan.Zero || options.Timeout >= TimeSpan.FromSeconds(15))
            yield return "Telephony:Timeout must be above 0 and below 15 s, after which a claimed notice counts as lost.";
    }

    static bool IsSafe(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && parsed.Query.Length + parsed.Fragment.Length + parsed.UserInfo.Length == 0
        && (parsed.Scheme == Uri.UriSchemeHttps || (parsed.Scheme == Uri.UriSchemeHttp && parsed.IsLoopback));

    static Regex Sid(string prefix) => new($"^{prefix}[0-9a-fA-F]{{32}}$", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^(\+[1-9]\d{6,14}|\d{3,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Sender();
}
