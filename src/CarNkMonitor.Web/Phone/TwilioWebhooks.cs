namespace CarNkMonitor.Web.Phone;

/// <summary>Where the provider calls us.</summary>
public static class TwilioWebhooks
{
    const string Root = "/webhooks/twilio";

    public const string InboundPath = Root + "/inbound";

    public static string StatusPath(Guid noticeId) => $"{Root}/status/{noticeId}";
}
