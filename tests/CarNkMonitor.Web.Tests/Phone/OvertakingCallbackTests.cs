using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.Provider;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Phone;

/// <summary>The provider tells what became of a text before it has answered that it took it, so before we can have stored its id.</summary>
public sealed class OvertakingCallbackTests(MonitorTemplate databases) : IAsyncLifetime
{
    static readonly string Phone = Ward.PhoneOf(StaffRole.Physician);

    ProviderStandIn _provider = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    (string Key, string Value)[] Settings => [.. _provider.Settings.Select(pair => (pair.Key, pair.Value!)), ("Jobs:Loop", "true")];

    public async ValueTask InitializeAsync()
    {
        _provider = await ProviderStandIn.Start();
        _provider.Always(Phone, Conduct.Deliver with { Callbacks = Callbacks.BeforeAnswer });
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Theory, OnBothDatabases]
    public async Task It_is_kept_and_the_sender_takes_it_up_after_its_own_commit(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider, settings: Settings);

        await Call(host, host.Address);
    }

    /// <summary>Here nothing holds the other sweep back until the sender has its answer: either may write first.</summary>
    [Theory, OnBothDatabases]
    public async Task Another_process_that_hears_it_may_be_faster_than_the_sender(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider, settings: Settings);
        await using var other = await host.StartAnother(settings: Settings);

        await Call(host, new Uri(other.Urls.First()));
    }

    async Task Call(MonitorHost host, Uri hears)
    {
        using var app = new HttpClient { BaseAddress = hears };
        _provider.Serve(app);
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 50);

        await ward.Record(hoursAgo: 0, Ward.But(("temperature", "39.1")));

        var text = await _provider.Expect(Phone, "URGENT");
        await AllIsDelivered(host, texts: 1);
        await text.Reply("A{code}");
        await _provider.Expect(Phone, "accepted by you");
        await AllIsDelivered(host, texts: 2);
        Assert.Equal(2, _provider.Requests(Phone));
        _provider.AssertNothingUnexpected();
    }

    /// <summary>Also every word of the provider has found its notice, without the clock having moved.</summary>
    static async Task AllIsDelivered(MonitorHost host, int texts) => await Eventually.See(
        () => host.InDatabase(async db => (
            Delivered: await db.Notices.CountAsync(notice => notice.State == NoticeState.Delivered && notice.ProviderId != null, Cancel),
            Heard: await db.ProviderEvents.CountAsync(said => said.Kind == ProviderEventKind.Status && said.ProcessedAt != null, Cancel))),
        seen => seen == (texts, 3 * texts),
        TimeSpan.FromSeconds(30));
}
