using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Web.Phone;

namespace CarNkMonitor.Web.Tests.Phone;

public sealed class TelephonyOptionsTests
{
    static TelephonyOptions Complete() => new()
    {
        Provider = TelephonyProvider.Twilio,
        AccountSid = "AC0123456789abcdef0123456789abcdef",
        AuthToken = "secret-token",
        From = "+12025550100",
        PublicBaseUrl = "https://cnk.example",
    };

    [Fact]
    public void A_complete_configuration_passes() => Assert.Empty(Faults(Complete()));

    [Fact]
    public void No_configuration_at_all_passes_too() => Assert.Empty(Faults(new TelephonyOptions()));

    public static TheoryData<Action<TelephonyOptions>, string> Mistakes => new()
    {
        { options => options.AccountSid = "AC1", "AccountSid" },
        { options => options.AuthToken = "", "AuthToken" },
        { options => options.From = "", "From" },
        { options => options.From = "CNK", "Telephony:From" },
        { options => options.MessagingServiceSid = "MG0123456789abcdef0123456789abcdef", "not both" },
        { options => options.BaseUrl = "http://api.twilio.com", "BaseUrl" },
        { options => options.PublicBaseUrl = "", "PublicBaseUrl" },
        { options => options.PublicBaseUrl = "http://cnk.example", "PublicBaseUrl" },
        { options => options.PublicBaseUrl = "https://cnk.example?a=b", "PublicBaseUrl" },
        { options => options.Timeout = TimeSpan.FromSeconds(15), "Timeout" },
        { options => options.Provider = TelephonyProvider.None, "Provider is None" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_and_no_secret_is_told(Action<TelephonyOptions> mistake, string named)
    {
        var options = Complete();
        mistake(options);

        var fault = Assert.Single(Faults(options));

        Assert.Contains(named, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_provider_every_text_is_refused_aloud()
    {
        await using var line = Line.With();

        var refused = Assert.IsType<SendResult.Refused>(await line.Send("+4915112345678"));

        Assert.False(line.Telephony.IsConfigured);
        Assert.False(refused.IsPermanent);
        Assert.Contains("Telephony:Provider", refused.Message, StringComparison.Ordinal);
        Assert.Contains(line.Log, entry => entry.StartsWith("Error: Notice", StringComparison.Ordinal));
    }

    static IEnumerable<string> Faults(TelephonyOptions options) => new TelephonyCheck().Validate(null, options).Failures ?? [];
}
