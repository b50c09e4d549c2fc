using System.Diagnostics;
using System.Globalization;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CarNkMonitor.Web.Tests.Jobs;

/// <summary>
/// I9: the first text is given to the provider within 10 s of the commit, normally at once. Nothing here runs once a minute, and the clock of the
/// loop stands unless the test moves it: so each test knows who woke the sweep.
/// </summary>
public class FirstNoticeTests(MonitorTemplate databases)
{
    static readonly TimeSpan Worst = TimeSpan.FromSeconds(10);
    static readonly (string Code, string Value)[] Fever = Ward.But(("temperature", "39.1"));

    readonly ListeningPhone _phone = new(Ward.PhoneOf(StaffRole.Physician));

    [Theory, OnBothDatabases]
    public async Task The_nudge_after_the_commit_hands_it_over_while_the_clock_stands(DatabaseProvider provider)
    {
        await using var host = await Start(provider);
        var ward = new Ward(host);
        List<double> milliseconds = [];
        foreach (var number in Enumerable.Range(2, 15))
        {
            var subject = await ward.Admit($"SH-{number:D3}");
            await ward.Infuse(subject, hoursAgo: 50);
            using var commit = new Commit();

            await ward.Record(subject, hoursAgo: 0, Fever);

            var took = Stopwatch.GetElapsedTime(commit.At, await _phone.Next(Worst));
            Assert.True(took <= Worst, $"The first text took {took.TotalSeconds} s.");
            milliseconds.Add(took.TotalMilliseconds);
        }

        milliseconds.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"From commit to provider on {provider}: median {milliseconds[milliseconds.Count / 2]:0.0} ms, worst of {milliseconds.Count} {milliseconds[^1]:0.0} ms."));
    }

    [Theory, OnBothDatabases]
    public async Task When_the_nudge_is_lost_the_loop_looks_by_itself_after_a_second(DatabaseProvider provider)
    {
        await using var host = await Start(provider);
        var ward = new Ward(host);
        await ward.Infuse(ward.Subject, hoursAgo: 50);
        await using var silent = WithoutNudge(host);
        var committed = host.Clock.GetUtcNow();

        Assert.IsType<CheckSaved>(await ward.Record(silent.GetRequiredService<RecordCheck>(), ward.Subject, hoursAgo: 0, Fever));

        Assert.Null(await _phone.NextOrNull(TimeSpan.FromMilliseconds(300)));   // nobody rang
        var sent = await MoveTheClockUntilItRings(host);
        Assert.InRange(sent - committed, TimeSpan.FromMilliseconds(1), Worst);
        TestContext.Current.TestOutputHelper?.WriteLine($"Without a nudge on {provider}: after {sent - committed} on the loop's clock.");
    }

    /// <returns>The clock's time at which the text was heard.</returns>
    async Task<DateTimeOffset> MoveTheClockUntilItRings(MonitorHost host)
    {
        for (var steps = 0; steps < 100; steps++)
        {
            host.Clock.Advance(TimeSpan.FromMilliseconds(250));
            if (await _phone.NextOrNull(TimeSpan.FromMilliseconds(250)) is not null)
                return host.Clock.GetUtcNow();
        }

        throw new TimeoutException("Nothing was sent within 25 s of the loop's clock.");
    }

    Task<MonitorHost> Start(DatabaseProvider provider) => MonitorHost.Start(
        databases, provider, builder => builder.Services.AddSingleton<ITelephony>(_phone), [("Jobs:Enabled", "false"), ("Jobs:Loop", "true")],
        before: host => new Ward(host).CallList());

    /// <summary>The use case as in a process that dies between its commit and its nudge: its context rings nowhere.</summary>
    static ServiceProvider WithoutNudge(MonitorHost host) => new ServiceCollection()
        .AddSingleton<TimeProvider>(host.Clock).AddSingleton(ObservationCatalog.Default).AddSingleton(new AlertLinks("https://cnk.example"))
        .AddSingleton(_ => MonitorTemplate.Open(host.Database.Provider, host.Database.ConnectionString, host.Clock))
        .AddTransient<RecordCheck>().AddTransient<FollowFacts>().AddTransient<AssessSubject>().AddTransient<RaiseAlert>().AddTransient<PlanAssessments>()
        .BuildServiceProvider();

    /// <summary>When the transaction of this test's own flow was committed: the nudge's activity begins there.</summary>
    sealed class Commit : IDisposable
    {
        readonly ActivityListener _listener;
        readonly Activity _root = new Activity("test").Start();

        public Commit()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "CarNkMonitor",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStarted = activity => At = activity.OperationName == "notice.nudge" && activity.TraceId == _root.TraceId ? Stopwatch.GetTimestamp() : At,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public long At { get; private set; } = Stopwatch.GetTimestamp();

        public void Dispose()
        {
            _listener.Dispose();
            _root.Dispose();
        }
    }
}
