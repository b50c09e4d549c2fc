namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>What the provider's words and codes mean for a notice. Pure.</summary>
public static class ProviderAnswer
{
    /// <summary>The person replied STOP to the provider, which takes no text for that phone any more.</summary>
    const int OptedOut = 21610;

    /// <summary>Opted out; bad number; landline; unreachable for good; unknown; landline or carrier cannot.</summary>
    static readonly int[] PhoneIsNoUse = [OptedOut, 21211, 21614, 30004, 30005, 30006];

    /// <summary>Queue overflow, handset switched off, unknown error: the next try may succeed.</summary>
    static readonly int[] PassesByItself = [429, 30001, 30003, 30008];

    static readonly TimeSpan[] BackOff = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(45)];

    /// <summary>The notice state that a status word stands for; null for a word that says nothing about it.</summary>
    public static NoticeState? StateOf(string status) => status switch
    {
        "accepted" or "scheduled" or "queued" or "sending" => NoticeState.Accepted,
        "sent" => NoticeState.Sent,
        "delivered" or "read" => NoticeState.Delivered,
        "undelivered" => NoticeState.Undelivered,
        "failed" or "canceled" => NoticeState.Failed,
        _ => null,
    };

    /// <summary>This phone cannot be texted again until somebody corrects it.</summary>
    public static bool DisablesContact(int? error) => error is { } code && PhoneIsNoUse.Contains(code);

    public static bool IsOptOut(int? error) => error == OptedOut;

    public static bool IsTransient(int? error) => error is { } code && (PassesByItself.Contains(code) || code is >= 500 and < 600);

    /// <summary>How long to wait after this many tries; null: enough, the next person is called.</summary>
    public static TimeSpan? WaitAfter(int tries) => tries <= BackOff.Length ? BackOff[Math.Max(tries, 1) - 1] : null;
}
