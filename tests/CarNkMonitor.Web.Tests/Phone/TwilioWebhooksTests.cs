using System.Net;
using System.Net.Http.Headers;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.Provider;
using CarNkMonitor.Web.Phone;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Phone;

public sealed class TwilioWebhooksTests(MonitorTemplate databases) : IAsyncLifetime
{
    const string PublicBaseUrl = "https://cnk.example";
    const string Unknown = "+4915112345678";
    static readonly string StatusPath = TwilioWebhooks.StatusPath(Guid.Parse("0199f0a0-0000-7000-8000-000000000001"));
    static readonly Dictionary<string, string> Delivered = new() { ["MessageSid"] = "SM1", ["MessageStatus"] = "delivered", ["To"] = Unknown };
    static readonly Dictionary<string, string> Text = new() { ["MessageSid"] = "SM2", ["From"] = Unknown, ["Body"] = "A4821" };

    ProviderStandIn _provider = null!;

    public async ValueTask InitializeAsync() => _provider = await ProviderStandIn.Start();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Theory, OnBothDatabases]
    public async Task What_the_provider_says_is_stored_as_it_came(DatabaseProvider provider)
    {
        await using var host = await Start(provider);

        Assert.Equal(HttpStatusCode.NoContent, await Post(host, StatusPath, new(Delivered) { ["MessageStatus"] = "undelivered", ["ErrorCode"] = "30005" }));
        Assert.Equal(HttpStatusCode.NoContent, await Post(host, TwilioWebhooks.InboundPath, Text));

        var stored = await Events(host);
        Assert.Equal(
            [("SM1", ProviderEventKind.Status, "undelivered", 30005, null), ("SM2", ProviderEventKind.Inbound, "received", null, "A4821")],
            stored.Select(said => (said.ProviderId, said.Kind, said.Status, said.ErrorCode, said.Body)));
        Assert.Equal(StatusPath, TwilioWebhooks.StatusPath(stored[0].NoticeId!.Value));
        Assert.Equal(Unknown, stored[1].FromPhone);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_thing_said_twice_is_stored_once(DatabaseProvider provider)
    {
        await using var host = await Start(provider);

        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(HttpStatusCode.NoContent, await Post(host, StatusPath, Delivered));
            Assert.Equal(HttpStatusCode.NoContent, await Post(host, TwilioWebhooks.InboundPath, Text));
        }

        Assert.Equal(2, (await Events(host)).Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public async Task An_absent_or_forged_signature_is_refused_and_nothing_stored(string? signature)
    {
        await using var host = await Start();

        Assert.Equal(HttpStatusCode.Forbidden, await Post(host, StatusPath, Delivered, signature));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(host, TwilioWebhooks.InboundPath, Text, signature));
        Assert.Empty(await Events(host));
    }

    [Fact]
    public async Task A_signature_counts_only_for_its_token_its_fields_and_its_address()
    {
        await using var host = await Start();
        var signature = CallbackSignature.Of(_provider.AuthToken, PublicBaseUrl + StatusPath, Delivered);
        var otherNotice = TwilioWebhooks.StatusPath(Guid.CreateVersion7());

        Assert.Equal(HttpStatusCode.Forbidden, await Post(host, StatusPath, new(Delivered) { ["MessageStatus"] = "sent" }, signature));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(host, otherNotice, Delivered, signature));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(host, StatusPath + "?a=b", Delivered, signature));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(host, StatusPath, Delivered, CallbackSignature.Of("other", PublicBaseUrl + StatusPath, Delivered)));
        Assert.Empty(await Events(host));
    }

    [Fact]
    public async Task What_a_request_claims_of_its_host_changes_nothing()
    {
        await using var host = await Start();
        static void Claim(HttpRequestHeaders headers)
        {
            headers.Host = "evil.example";
            headers.Add("X-Forwarded-Host", "evil.example");
            headers.Add("X-Forwarded-Proto", "http");
        }

        var forEvil = CallbackSignature.Of(_provider.AuthToken, "https://evil.example" + StatusPath, Delivered);

        Assert.Equal(HttpStatusCode.Forbidden, await Post(host, StatusPath, Delivered, forEvil, Claim));
        Assert.Equal(HttpStatusCode.NoContent, await Post(host, StatusPath, Delivered, Signed(StatusPath, Delivered), Claim));
    }

    [Fact]
    public async Task Both_tokens_count_while_they_are_exchanged()
    {
        await using var host = await Start(settings: ("Telephony:SecondAuthToken", "the-next-token"));

        Assert.Equal(HttpStatusCode.NoContent, await Post(host, StatusPath, Delivered));
        _provider.AuthToken = "the-next-token";
        Assert.Equal(HttpStatusCode.NoContent, await Post(host, TwilioWebhooks.InboundPath, Text));
        _provider.AuthToken = "an-old-token";
        Assert.Equal(HttpStatusCode.Forbidden, await Post(host, TwilioWebhooks.InboundPath, Text));
    }

    [Fact]
    public async Task Without_a_token_every_callback_is_refused_and_health_is_red()
    {
        await using var host = await MonitorHost.Start(databases);

        Assert.Equal(HttpStatusCode.Forbidden, await Post(host, StatusPath, Delivered, CallbackSignature.Of("", StatusPath, Delivered)));
        using var http = new HttpClient { BaseAddress = host.Address };
        using var ready = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_above_64_kB_is_refused_even_when_it_is_signed(bool saysItsLength)
    {
        await using var host = await Start();
        var large = new Dictionary<string, string>(Text) { ["Body"] = new('x', 64 * 1024) };

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post(
            host, TwilioWebhooks.InboundPath, large, Signed(TwilioWebhooks.InboundPath, large), headers => headers.TransferEncodingChunked = !saysItsLength));
        Assert.Empty(await Events(host));
    }

    [Fact]
    public async Task Something_else_than_a_form_is_refused()
    {
        await using var host = await Start();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");

        using var answer = await http.PostAsync(new Uri(StatusPath, UriKind.Relative), json, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task A_signed_form_that_says_nothing_is_a_bad_request()
    {
        await using var host = await Start();

        Assert.Equal(HttpStatusCode.BadRequest, await Post(host, StatusPath, new() { ["MessageSid"] = "SM1" }));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(host, TwilioWebhooks.InboundPath, new() { ["Body"] = "A4821" }));
    }

    [Fact]
    public async Task A_flood_from_one_address_is_cut_off()
    {
        await using var host = await Start();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Post(host, StatusPath, Delivered, "forged")));

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.DoesNotContain(HttpStatusCode.NoContent, answers);
    }

    Task<MonitorHost> Start(DatabaseProvider provider = DatabaseProvider.Sqlite, params (string Key, string Value)[] settings) =>
        MonitorHost.Start(databases, provider, settings: [.. _provider.Settings.Select(pair => (pair.Key, pair.Value!)), .. settings]);

    static Task<List<ProviderEvent>> Events(MonitorHost host) =>
        host.InDatabase(db => db.ProviderEvents.AsNoTracking().OrderBy(said => said.ProviderId).ToListAsync());

    string Signed(string path, Dictionary<string, string> form) => CallbackSignature.Of(_provider.AuthToken, PublicBaseUrl + path, form);

    Task<HttpStatusCode> Post(MonitorHost host, string path, Dictionary<string, string> form) => Post(host, path, form, Signed(path, form));

    static async Task<HttpStatusCode> Post(
        MonitorHost host, string path, Dictionary<string, string> form, string? signature, Action<HttpRequestHeaders>? more = null)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        more?.Invoke(request.Headers);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
