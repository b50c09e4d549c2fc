using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.Provider;
using CarNkMonitor.Testing.RealParts;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>The built program as a process of its own, as an operator starts it, on a given database and the provider stand-in.</summary>
sealed partial class RunningProgram : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process _process;
    readonly ConcurrentQueue<string> _output = new();
    readonly TaskCompletionSource<Uri> _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);

    RunningProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _listens.TrySetException(new InvalidOperationException($"The program ended before it listened.\n{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>For requests without a session; its base address is where the program listens.</summary>
    public HttpClient Client { get; } = new();

    /// <summary>Everything printed so far, errors among it.</summary>
    public string Output => string.Join('\n', _output);

    /// <param name="killAt">The moment at which the program dies, for example <c>after notice.claim</c>; see the kill switch.</param>
    /// <param name="settings">Further configuration keys.</param>
    public static async Task<RunningProgram> Start(
        TestDatabase database, ProviderStandIn provider, string? killAt = null, params (string Key, string Value)[] settings)
    {
        var program = new RunningProgram(Command(database, provider, killAt, settings));
        try
        {
            program.Client.BaseAddress = await program._listens.Task.WaitAsync(Patience);
            using var alive = await program.Client.GetAsync("/health/live");
            alive.EnsureSuccessStatusCode();
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>As a power cut; returns when the process is gone.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until the kill switch has struck.</summary>
    public async Task Dies()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The program did not reach the step at which it was to die.\n{Output}");
        }

        Assert.True(_process.ExitCode == 128 + 9, $"The program ended with {_process.ExitCode}, not by the kill switch.\n{Output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
        Client.Dispose();
    }

    static ProcessStartInfo Command(
        TestDatabase database, ProviderStandIn provider, string? killAt, IEnumerable<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Built()])
        {
            WorkingDirectory = Path.Combine(RepositoryRoot.Find(), "src", "CarNkMonitor.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ConnectionStrings__Monitor"] = database.ConnectionString;
        start.Environment["Access__AllowHttp"] = "true";
        foreach (var (key, value) in provider.Settings.Select(pair => (pair.Key, pair.Value!)).Concat(settings))
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        if (killAt is not null)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "CarNkMonitor.KillSwitch.dll");
            start.Environment["KILL_AT"] = killAt;
        }

        return start;
    }

    /// <summary>Built in the same configuration as the tests; the copy beside the tests has no pages' files.</summary>
    internal static string Built()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(RepositoryRoot.Find(), "src", "CarNkMonitor.Web", "bin", configuration, "net10.0", "CarNkMonitor.Web.dll");
    }

    void Hear(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (Listening().Match(line) is { Success: true } found)
            _listens.TrySetResult(new Uri(found.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
