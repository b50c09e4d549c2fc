using System.Net;
using System.Net.Sockets;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Testing.Provider;
using Microsoft.Extensions.Time.Testing;

namespace CarNkMonitor.Web.Tests.Phone;

public sealed class TwilioTelephonyTests : IAsyncLifetime
{
    const string Phone = "+4915112345678";
    static readonly DateTimeOffset Now = new(2026, 3, 1, 14, 0, 0, 700, TimeSpan.Zero);

    readonly FakeTimeProvider _time = new(Now);
    ProviderStandIn _provider = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _provider = await ProviderStandIn.Start(_time);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task A_text_arrives_with_its_words_and_gets_an_id()
    {
        await using var ours = Line.To(_provider);

        var accepted = Assert.IsType<SendResult.Accepted>(await ours.Send(Phone, "CNK URGENT K7Q2: CRS grade 2. Reply A4821 or E4821."));

        Assert.Equal("queued", accepted.Status);
        Assert.Equal("4821", (await _provider.Expect(Phone, "CRS grade 2")).Code);
        Assert.Equal("queued", (await ours.Telephony.Fetch(accepted.ProviderId, Cancel))!.Status);
        _provider.AssertNothingUnexpected();
    }

    [Fact]
    public async Task A_messaging_service_takes_the_place_of_the_number()
    {
        await using var ours = Line.To(
            _provider, ("Telephony:From", ""), ("Telephony:MessagingServiceSid", "MG00000000000000000000000000000002"));

        Assert.IsType<SendResult.Accepted>(await ours.Send(Phone));
    }

    [Theory]
    [InlineData(21610, 400, true)]
    [InlineData(21211, 400, true)]
    [InlineData(21614, 400, true)]
    [InlineData(21611, 400, false)]
    [InlineData(20003, 401, false)]
    [InlineData(20429, 429, false)]
    [InlineData(20500, 500, false)]
    public async Task A_refusal_says_its_code_and_whether_asking_again_can_help(int code, int status, bool isPermanent)
    {
        await using var ours = Line.To(_provider);
        _provider.Next(Phone, Conduct.Reject(code, status));

        var refused = Assert.IsType<SendResult.Refused>(await ours.Send(Phone));

        Assert.Equal((code, isPermanent), (refused.Code, refused.IsPermanent));
        Assert.DoesNotContain(Phone, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(502, false)]
    [InlineData(503, false)]
    [InlineData(404, false)]
    public async Task A_refusal_without_the_providers_words_is_told_by_its_status(int status, bool isPermanent)
    {
        await using var ours = Line.To(_provider);
        _provider.Next(Phone, Conduct.Trouble(status));

        var refused = Assert.IsType<SendResult.Refused>(await ours.Send(Phone));

        Assert.Equal((status, isPermanent), (refused.Code, refused.IsPermanent));
    }

    [Theory]
    [InlineData(Answer.Cut)]
    [InlineData(Answer.Silent)]
    public async Task A_text_whose_answer_never_came_is_unclear_and_can_be_found(Answer answer)
    {
        await using var ours = Line.To(_provider, ("Telephony:Timeout", "00:00:02"));
        _provider.Next(Phone, Conduct.Deliver with { Answer = answer });

        Assert.IsType<SendResult.Unclear>(await ours.Send(Phone, "CNK URGENT K7Q2: CRS grade 2."));

        var found = await ours.Telephony.Find(Phone, Now.UtcDateTime, "K7Q2", Cancel);
        Assert.Equal((Phone, "queued"), (found!.ToPhone, found.Status));
    }

    [Theory]
    [InlineData(Answer.Cut, null)]
    [InlineData(Answer.Silent, null)]
    [InlineData(Answer.Given, 429)]
    [InlineData(Answer.Given, 503)]
    public async Task A_text_is_asked_for_once_whatever_the_provider_does(Answer answer, int? trouble)
    {
        await using var ours = Line.To(_provider, ("Telephony:Timeout", "00:00:02"));
        _provider.Next(Phone, Conduct.Deliver with { Answer = answer, RefusedWith = trouble });

        await ours.Send(Phone);

        Assert.Equal(1, _provider.Requests(Phone));
    }

    [Fact]
    public async Task A_provider_that_is_not_there_is_unreachable()
    {
        await using var ours = Line.To(_provider, ("Telephony:BaseUrl", NobodyListens()));

        Assert.IsType<SendResult.Unreachable>(await ours.Send(Phone));
        Assert.Null(await ours.Telephony.Fetch("SM1", Cancel));
        await Assert.ThrowsAsync<HttpRequestException>(() => ours.Telephony.Find(Phone, Now.UtcDateTime, "K7Q2", Cancel));
    }

    [Fact]
    public async Task A_sender_that_is_told_to_stop_stops()
    {
        await using var ours = Line.To(_provider);
        using var stop = new CancellationTokenSource();
        _provider.Next(Phone, Conduct.Deliver with { Answer = Answer.Silent });

        var sending = ours.Send(Phone, "CNK stop", stop.Token);
        await _provider.Expect(Phone, "CNK stop");
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task A_failed_text_shows_its_code_when_asked()
    {
        await using var ours = Line.To(_provider);
        _provider.Next(Phone, Conduct.FailForGood(30005) with { Callbacks = Callbacks.Lost });

        var accepted = Assert.IsType<SendResult.Accepted>(await ours.Send(Phone));
        await _provider.DeliverPending();

        var message = await ours.Telephony.Fetch(accepted.ProviderId, Cancel);
        Assert.Equal(("undelivered", 30005), (message!.Status, message.ErrorCode));
    }

    [Fact]
    public async Task An_unknown_id_is_no_message()
    {
        await using var ours = Line.To(_provider);

        Assert.Null(await ours.Telephony.Fetch("SM404", Cancel));
    }

    [Fact]
    public async Task A_text_is_found_on_the_second_page_of_the_list()
    {
        await using var ours = Line.To(_provider);
        await ours.Send(Phone, "CNK URGENT K7Q2");
        for (var later = 0; later < 120; later++)
            await ours.Send(Phone, $"CNK other {later}");

        Assert.Equal("CNK URGENT K7Q2", (await ours.Telephony.Find(Phone, Now.UtcDateTime, "K7Q2", Cancel))!.Body);
    }

    [Fact]
    public async Task An_older_text_another_phone_and_other_words_are_not_the_text_looked_for()
    {
        await using var ours = Line.To(_provider);
        await ours.Send(Phone, "CNK URGENT K7Q2");

        Assert.Null(await ours.Telephony.Find(Phone, Now.UtcDateTime.AddSeconds(1), "K7Q2", Cancel));
        Assert.Null(await ours.Telephony.Find("+4915112345679", Now.UtcDateTime, "K7Q2", Cancel));
        Assert.Null(await ours.Telephony.Find(Phone, Now.UtcDateTime, "M4TX", Cancel));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_not_an_empty_list()
    {
        await using var ours = Line.To(_provider);
        _provider.ListTrouble = 500;

        await Assert.ThrowsAsync<HttpRequestException>(() => ours.Telephony.Find(Phone, Now.UtcDateTime, "K7Q2", Cancel));
    }

    [Fact]
    public async Task Neither_token_nor_phone_nor_words_reach_the_log()
    {
        await using var ours = Line.To(_provider);
        _provider.Next(Phone, Conduct.Reject(21211));
        await ours.Send(Phone, "CNK secret words");
        await ours.Telephony.Find(Phone, Now.UtcDateTime, "secret", Cancel);

        Assert.DoesNotContain(ours.Log, line =>
            line.Contains(_provider.AuthToken, StringComparison.Ordinal) || line.Contains(Phone[1..], StringComparison.Ordinal)
            || line.Contains("secret", StringComparison.Ordinal));
    }

    /// <summary>A port that was free a moment ago.</summary>
    static string NobodyListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
