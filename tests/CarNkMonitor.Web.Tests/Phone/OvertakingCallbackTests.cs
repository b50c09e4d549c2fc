using System.Collections.Concurrent;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.Provider;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CarNkMonitor.Web.Tests.Phone;

/// <summary>
/// The provider tells what became of a text before it has answered that it took it, so before we can have stored its id. The ward is ready
/// before the program starts: a loop that met it half ready would rightly raise the alarm that nobody can be reached.
/// </summary>
public sealed class OvertakingCallbackTests(MonitorTemplate databases) : IAsyncLifetime
{
    static readonly string Phone = Ward.PhoneOf(StaffRole.Physician);

    /// <summary>How many of our texts had a provider's id each time the provider was about to answer.</summary>
    readonly ConcurrentQueue<int> _known = new();

    ProviderStandIn _provider = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _provider = await ProviderStandIn.Start();
        _provider.Always(Phone, Conduct.Deliver with { Callbacks = Callbacks.BeforeAnswer });
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Theory, OnBothDatabases]
    public async Task It_is_kept_and_the_sender_takes_it_up_after_its_own_commit(DatabaseProvider provider)
    {
        await using var host = await Start(provider);
        _provider.BeforeAnswering = async () => _known.Enqueue(await CountKnown(host));

        await Call(host);

        await WasKnown(0, 1); // no id while the first text waited for its answer; the first text's alone while the second did
    }

    /// <summary>The other process finds the callbacks in the store and makes something of them; the sender's own word comes last.</summary>
    [Theory, OnBothDatabases]
    public async Task Another_process_may_take_it_up_before_the_sender_has_its_answer(DatabaseProvider provider)
    {
        await using var host = await Start(provider);
        await using var other = await host.StartAnother(settings: Settings(hasLoop: false));
        _provider.BeforeAnswering = async () =>
        {
            await using (var scope = other.Services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<SendNotices>().Run(Cancel);
            _known.Enqueue(await CountKnown(host));
        };

        await Call(host);

        await WasKnown(1, 2);
    }

    Task<MonitorHost> Start(DatabaseProvider provider) => MonitorHost.Start(databases, provider, settings: Settings(hasLoop: true), before: async host =>
    {
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 50);
    });

    (string Key, string Value)[] Settings(bool hasLoop) =>
        [.. _provider.Settings.Select(pair => (pair.Key, pair.Value!)), ("Jobs:Loop", hasLoop ? "true" : "false")];

    async Task Call(MonitorHost host)
    {
        using var app = new HttpClient { BaseAddress = host.Address };
        _provider.Serve(app);

        await new Ward(host).Record(hoursAgo: 0, Ward.But(("temperature", "39.1")));

        var text = await _provider.Expect(Phone, "URGENT");
        await AllIsDelivered(host, texts: 1);
        await text.Reply("A{code}");
        await _provider.Expect(Phone, "accepted by you");
        await AllIsDelivered(host, texts: 2);
        Assert.Equal(2, _provider.Requests(Phone));
        _provider.AssertNothingUnexpected();
    }

    async Task WasKnown(int first, int second) => Assert.Equal(
        [first, second], await Eventually.See(() => Task.FromResult(_known.ToArray()), known => known.Length == 2, TimeSpan.FromSeconds(30)));

    static Task<int> CountKnown(MonitorHost host) => host.InDatabase(db => db.Notices.CountAsync(notice => notice.ProviderId != null, Cancel));

    /// <summary>Also every word of the provider has found its notice, without the clock having moved.</summary>
    static async Task AllIsDelivered(MonitorHost host, int texts) => await Eventually.See(
        () => host.InDatabase(async db => (
            Delivered: await db.Notices.CountAsync(notice => notice.State == NoticeState.Delivered && notice.ProviderId != null, Cancel),
            Heard: await db.ProviderEvents.CountAsync(said => said.Kind == ProviderEventKind.Status && said.ProcessedAt != null, Cancel))),
        seen => seen == (texts, 3 * texts),
        TimeSpan.FromSeconds(30));
}
