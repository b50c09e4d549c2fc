namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// A way to text a phone. Implementations never retry and never throw for what the provider or the network did: the answer says what
/// is known of the text, because "not sent", "refused" and "may have been sent" lead to different next steps.
/// </summary>
public interface ITelephony
{
    /// <summary>As shown on the health page, for example <c>Twilio</c>.</summary>
    string Name { get; }

    /// <summary>False while credentials or numbers are missing: then nothing is sent and health is red.</summary>
    bool IsConfigured { get; }

    /// <summary>Asks the provider once to send this text.</summary>
    Task<SendResult> SendText(OutgoingText text, CancellationToken cancel);

    /// <summary>What the provider says of one message now; null when it does not know the id or cannot be reached.</summary>
    Task<ProviderMessage?> Fetch(string providerId, CancellationToken cancel);

    /// <summary>
    /// Looks in the provider's list for a message to this phone, created at or after <paramref name="sentAfter"/> (UTC), whose body contains
    /// these words; null when the list was read and holds none. Throws <see cref="HttpRequestException"/> when the list could not be
    /// read: "not found" leads to a second text, "not known" does not.
    /// </summary>
    Task<ProviderMessage?> Find(string toPhone, DateTime sentAfter, string bodyContains, CancellationToken cancel);
}

/// <summary>One text, with the notice it belongs to (its id goes into the callback's path).</summary>
/// <param name="NoticeId">The outbox row.</param>
/// <param name="ToPhone">E.164.</param>
/// <param name="Body">At most 160 GSM-7 septets; never a person's data.</param>
public sealed record OutgoingText(Guid NoticeId, string ToPhone, string Body);

/// <summary>What is known of a text after the provider was asked to send it.</summary>
public abstract record SendResult
{
    SendResult()
    {
    }

    /// <summary>The provider took it and gave it an id.</summary>
    public sealed record Accepted(string ProviderId, string Status) : SendResult;

    /// <summary>
    /// The provider answered and did not take it. <paramref name="IsPermanent"/> for a 4xx answer: asking again cannot help. 429 and 5xx are
    /// transient. <paramref name="Code"/> is the provider's error code, or the HTTP status where it gave none.
    /// </summary>
    public sealed record Refused(int Code, bool IsPermanent, string Message) : SendResult;

    /// <summary>Nothing left this machine, for sure: the connection could not be made.</summary>
    public sealed record Unreachable(string Message) : SendResult;

    /// <summary>A time-out or a cut connection after the request was sent: the text may be on its way.</summary>
    public sealed record Unclear(string Message) : SendResult;
}

/// <summary>A message as the provider's own list shows it.</summary>
/// <param name="ProviderId">The provider's id.</param>
/// <param name="ToPhone">E.164.</param>
/// <param name="Body">The text.</param>
/// <param name="Status">The provider's word: <c>queued</c>, <c>sent</c>, <c>delivered</c> …</param>
/// <param name="ErrorCode">The provider's error code, if it failed.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record ProviderMessage(string ProviderId, string ToPhone, string Body, string Status, int? ErrorCode, DateTime CreatedAt);
