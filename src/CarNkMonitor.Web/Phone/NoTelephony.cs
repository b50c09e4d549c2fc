using CarNkMonitor.Monitoring.Alerts;

namespace CarNkMonitor.Web.Phone;

/// <summary>No provider is configured: every text is refused aloud, and health is red. Nothing is silently thrown away.</summary>
public sealed class NoTelephony(ILogger<NoTelephony> log) : ITelephony
{
    const string WhatToDo =
        "No telephone provider is configured, so no text can be sent. "
        + "Set Telephony:Provider to Twilio, with AccountSid, AuthToken, From and PublicBaseUrl.";

    public string Name => "None";
    public bool IsConfigured => false;

    /// <summary>Not permanent: the phone is not at fault and must not be switched off for it.</summary>
    public Task<SendResult> SendText(OutgoingText text, CancellationToken cancel)
    {
        log.LogError("Notice {NoticeId} was not sent. {WhatToDo}", text.NoticeId, WhatToDo);
        return Task.FromResult<SendResult>(new SendResult.Refused(0, IsPermanent: false, WhatToDo));
    }

    public Task<ProviderMessage?> Fetch(string providerId, CancellationToken cancel) => Task.FromResult<ProviderMessage?>(null);

    public Task<ProviderMessage?> Find(string toPhone, DateTime sentAfter, string bodyContains, CancellationToken cancel) =>
        throw new HttpRequestException(WhatToDo);
}
