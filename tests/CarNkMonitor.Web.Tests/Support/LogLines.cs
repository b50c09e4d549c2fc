using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>Keeps what the program logs, as text, so that a test can read it: <c>builder.Logging.AddProvider(lines)</c>.</summary>
public sealed class LogLines : ILoggerProvider
{
    readonly ConcurrentQueue<string> _lines = new();
    readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();

    public IReadOnlyList<string> All => [.. _lines];

    /// <summary>Ends as soon as a line with these words is logged from now on.</summary>
    public Task Seen(string words) => _awaited.GetOrAdd(words, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public ILogger CreateLogger(string categoryName) => new Line(Add);

    void Add(string line)
    {
        _lines.Enqueue(line);
        foreach (var (words, seen) in _awaited)
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                seen.TrySetResult();
            }
        }
    }

    public void Dispose()
    {
    }

    sealed class Line(Action<string> add) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            add($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
