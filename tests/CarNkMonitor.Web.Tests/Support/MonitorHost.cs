using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>
/// The real program on real Kestrel and a database of its own, with a clock that only the test moves and a <see cref="Support.Trial"/> in it.
/// Nothing runs by itself: recurring jobs are off, and loops wait for the clock.
/// </summary>
public sealed class MonitorHost : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly Dictionary<Guid, Visitor> _signedIn = [];
    readonly Dictionary<Guid, long> _lastStep = [];

    MonitorHost(WebApplication app, TestDatabase database, FakeTimeProvider clock, Trial trial) =>
        (_app, Database, Clock, Trial) = (app, database, clock, trial);

    public TestDatabase Database { get; }
    public FakeTimeProvider Clock { get; }
    public Trial Trial { get; }
    public IServiceProvider Services => _app.Services;
    public Uri Address => new(_app.Urls.First());

    /// <param name="furnish">Registers other parts, such as a fake phone, before the program is built.</param>
    /// <param name="settings">Configuration that differs, such as <c>("Access:SignInsPerMinute", "3")</c>.</param>
    /// <param name="isEmpty">True for an installation where nobody exists yet.</param>
    /// <param name="before">What is in the record before the program starts, and so before its loops look.</param>
    public static async Task<MonitorHost> Start(
        MonitorTemplate databases, DatabaseProvider provider = DatabaseProvider.Sqlite, Action<WebApplicationBuilder>? furnish = null,
        IEnumerable<(string Key, string Value)>? settings = null, bool isEmpty = false, DateTimeOffset? at = null,
        Func<MonitorHost, Task>? before = null)
    {
        var database = await databases.Create(provider);
        var clock = new FakeTimeProvider(at ?? new DateTimeOffset(2026, 5, 24, 9, 0, 0, TimeSpan.Zero));
        var host = new MonitorHost(Program(database, clock, furnish, settings), database, clock, new Trial(clock.Now()));
        if (!isEmpty)
        {
            await host.InDatabase(host.Trial.Store);
        }

        await (before?.Invoke(host) ?? Task.CompletedTask);
        await host._app.StartAsync();
        return host;
    }

    /// <summary>A second process, as it were, on the same database and clock.</summary>
    public async Task<WebApplication> StartAnother(Action<WebApplicationBuilder>? furnish = null, IEnumerable<(string Key, string Value)>? settings = null)
    {
        var app = Program(Database, Clock, furnish, settings);
        await app.StartAsync();
        return app;
    }

    static WebApplication Program(
        TestDatabase database, FakeTimeProvider clock, Action<WebApplicationBuilder>? furnish, IEnumerable<(string Key, string Value)>? settings)
    {
        var builder = MonitorApp.CreateBuilder(Path.Combine(RepositoryRoot.Find(), "src", "CarNkMonitor.Web"));
        foreach (var (key, value) in SettingsFor(database).Concat(settings ?? []))
        {
            builder.Configuration[key] = value;
        }

        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = Trial.HashIterations);
        SharedPageActivator.AddTo(builder.Services);
        furnish?.Invoke(builder);
        return MonitorApp.Build(builder);
    }

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Visitor() => new(Address);

    /// <summary>The person of this role at the trial's first site (or the named one), signed in through the real pages; the same visitor again when asked again.</summary>
    public Task<Visitor> SignedIn(StaffRole role, Site? site = null) => SignedIn(Trial.Person(role, site));

    public async Task<Visitor> SignedIn(StaffMember person)
    {
        if (!_signedIn.TryGetValue(person.Id, out var visitor))
        {
            visitor = Visitor();
            await SignIn(visitor, person);
            _signedIn[person.Id] = visitor;
        }

        return visitor;
    }

    /// <summary>Goes through password and, where the person has one, authenticator code.</summary>
    public async Task SignIn(Visitor visitor, StaffMember person)
    {
        var answer = await visitor.Post("/account/sign-in", new() { ["UserName"] = person.UserName!, ["Password"] = Trial.Password });
        if (answer.Headers.Location?.OriginalString.StartsWith("/account/code", StringComparison.Ordinal) == true)
        {
            answer = await visitor.Post("/account/code", new() { ["Code"] = NextCode(person) });
        }

        Assert.Equal((System.Net.HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    /// <summary>A code that the person did not use yet; each 30-second step gives one, and one step ahead is still accepted.</summary>
    public string NextCode(StaffMember person)
    {
        var now = Totp.StepOf(Clock.Now());
        var step = Math.Max(now - 1, _lastStep.GetValueOrDefault(person.Id) + 1);
        Assert.True(step <= now + 1, "All codes of this moment are spent: move the clock by 30 seconds.");
        _lastStep[person.Id] = step;
        return Totp.Code(Base32.Decode(Trial.AuthenticatorKey), step);
    }

    /// <summary>Looks into, or writes to, the host's database as the program would.</summary>
    public async Task<T> InDatabase<T>(Func<MonitorContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MonitorContext>());
    }

    public Task InDatabase(Func<MonitorContext, Task> work) => InDatabase(async db =>
    {
        await work(db);
        return true;
    });

    /// <summary>Runs a use case in a scope of its own.</summary>
    public async Task<T> Run<TUseCase, T>(Func<TUseCase, Task<T>> work) where TUseCase : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _signedIn.Values)
        {
            visitor.Dispose();
        }

        await _app.StopAsync();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
    }

    static IEnumerable<(string Key, string Value)> SettingsFor(TestDatabase database) =>
    [
        ("ConnectionStrings:Monitor", database.ConnectionString), ("Database:Provider", database.Provider.ToString()),
        ("Access:AllowHttp", "true"), ("Access:SignInsPerMinute", "10000"), ("Jobs:Enabled", "false"),
    ];
}
