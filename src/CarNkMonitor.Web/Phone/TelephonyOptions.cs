namespace CarNkMonitor.Web.Phone;

/// <summary>Configuration section <c>Telephony</c>: who carries our texts, and under which address the provider reaches us.</summary>
public sealed class TelephonyOptions
{
    public const string Section = "Telephony";

    public TelephonyProvider Provider { get; set; } = TelephonyProvider.None;
    public string AccountSid { get; set; } = "";
    public string AuthToken { get; set; } = "";

    /// <summary>The other token while tokens are exchanged: callbacks signed with either are accepted; we call with the first.</summary>
    public string SecondAuthToken { get; set; } = "";

    /// <summary>The number that texts come from, E.164 or a short code. A name cannot be replied to, so it is not accepted.</summary>
    public string From { get; set; } = "";

    /// <summary>Instead of <see cref="From"/>: the provider picks a number of this pool.</summary>
    public string MessagingServiceSid { get; set; } = "";

    /// <summary>The provider's API; another one only in tests.</summary>
    public string BaseUrl { get; set; } = "https://api.twilio.com";

    /// <summary>Our own address as the provider sees it. Callbacks are checked against it, never against what a request claims.</summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>
    /// How long one request may take. Shorter than the 15 s after which a claimed notice counts as lost, so that the sender itself
    /// learns of it.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>None configured means that every callback is refused.</summary>
    public IReadOnlyList<string> AuthTokens => [.. new[] { AuthToken, SecondAuthToken }.Where(token => token.Length > 0)];

    /// <summary>The public address of one of our paths; a string, because parsing would lose the exact spelling, which is signed.</summary>
    public string PublicUrl(string path) => PublicBaseUrl.TrimEnd('/') + path;
}

public enum TelephonyProvider { None, Twilio }
