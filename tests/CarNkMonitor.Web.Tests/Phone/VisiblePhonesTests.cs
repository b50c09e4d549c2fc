using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Phone;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CarNkMonitor.Web.Tests.Phone;

public sealed class VisiblePhonesTests(MonitorTemplate databases) : IAsyncLifetime
{
    const string Phone = "+4915112345678";
    static readonly OutgoingText Text = new(Guid.Parse("0199f0a0-0000-7000-8000-000000000001"), Phone, "CNK URGENT K7Q2. Reply A4821.");

    readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.Zero));
    TestDatabase _database = null!;
    ServiceProvider _services = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    VisiblePhones Phones => _services.GetRequiredService<VisiblePhones>();

    public async ValueTask InitializeAsync()
    {
        _database = await databases.Create(DatabaseProvider.Sqlite);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_clock)
            .AddScoped(_ => MonitorTemplate.Open(_database.Provider, _database.ConnectionString, _clock))
            .AddVisiblePhones()
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void It_is_the_only_phone_and_ready_without_any_setting() =>
        Assert.True(Assert.IsType<VisiblePhones>(_services.GetRequiredService<ITelephony>()).IsConfigured);

    [Fact]
    public async Task A_text_stands_on_its_phone_and_on_no_other()
    {
        var accepted = Assert.IsType<SendResult.Accepted>(await Phones.SendText(Text, Cancel));

        var shown = Assert.Single(Phones.TextsOn(Phone));
        Assert.Equal((Text.Body, "queued", false), (shown.Body, shown.Status, shown.IsReply));
        Assert.Empty(Phones.TextsOn("+4915112345679"));
        Assert.Equal(shown.Body, (await Phones.Fetch(accepted.ProviderId, Cancel))!.Body);
        Assert.Equal(accepted.ProviderId, (await Phones.Find(Phone, shown.At, "A4821", Cancel))!.ProviderId);
        Assert.Null(await Phones.Find(Phone, shown.At.AddSeconds(1), "A4821", Cancel));
    }

    [Fact]
    public async Task A_second_try_for_the_same_notice_is_a_second_text()
    {
        await Phones.SendText(Text, Cancel);
        await Phones.SendText(Text, Cancel);

        Assert.Equal(2, Phones.TextsOn(Phone).Select(text => text.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_moment_later_it_is_delivered_and_the_record_is_told_as_by_a_provider()
    {
        var delivery = Assert.Single(_services.GetServices<IHostedService>());
        await delivery.StartAsync(Cancel);
        await Phones.SendText(Text, Cancel);

        _clock.Advance(VisibleDelivery.Moment);
        var told = await ToldInTheEnd(2);
        await delivery.StopAsync(Cancel);

        Assert.Equal(["delivered", "sent"], told.Select(said => said.Status).Order());
        Assert.All(told, said => Assert.Equal((ProviderEventKind.Status, Text.NoticeId), (said.Kind, said.NoticeId)));
        Assert.Equal("delivered", Assert.Single(Phones.TextsOn(Phone)).Status);
    }

    [Fact]
    public async Task A_reply_enters_as_a_providers_inbound_text()
    {
        await Phones.Reply(Phone, "A4821", Cancel);

        var said = Assert.Single(await Told());
        Assert.Equal((ProviderEventKind.Inbound, "received", Phone, "A4821"), (said.Kind, said.Status, said.FromPhone, said.Body));
        Assert.True(Assert.Single(Phones.TextsOn(Phone)).IsReply);
    }

    async Task<List<ProviderEvent>> Told()
    {
        await using var db = MonitorTemplate.Open(_database.Provider, _database.ConnectionString, _clock);
        return await db.ProviderEvents.AsNoTracking().ToListAsync(Cancel);
    }

    /// <summary>Each thing told rings the nudge.</summary>
    async Task<List<ProviderEvent>> ToldInTheEnd(int count)
    {
        var nudge = _services.GetRequiredService<NoticeNudge>();
        var told = await Told();
        while (told.Count < count)
        {
            await nudge.WaitAsync(TimeSpan.FromHours(1), Cancel);
            told = await Told();
        }

        return told;
    }
}
