using System.Collections.Concurrent;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Testing.Provider;
using CarNkMonitor.Web.Phone;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CarNkMonitor.Web.Tests.Phone;

/// <summary>The program's telephony as it is registered, without the rest of the program.</summary>
sealed class Line : IAsyncDisposable
{
    readonly ServiceProvider _services;
    readonly Lines _log = new();

    Line(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log))
            .AddTelephony(configuration)
            .BuildServiceProvider();
    }

    public ITelephony Telephony => _services.GetRequiredService<ITelephony>();

    public IReadOnlyCollection<string> Log => _log.Written;

    public static Line To(ProviderStandIn provider, params (string Key, string Value)[] changed)
    {
        var settings = new Dictionary<string, string?>(provider.Settings);
        foreach (var (key, value) in changed)
            settings[key] = value;
        return new Line(settings);
    }

    public static Line With(params (string Key, string Value)[] settings) =>
        new(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)));

    public Task<SendResult> Send(string phone, string body = "CNK TEST, no patient involved.", CancellationToken? cancel = null) =>
        Telephony.SendText(new OutgoingText(Guid.CreateVersion7(), phone, body), cancel ?? TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel level) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? error, Func<TState, Exception?, string> text) =>
            Written.Enqueue($"{level}: {text(state, error)} {error}");

        public void Dispose()
        {
        }
    }
}
