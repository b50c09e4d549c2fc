using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using CarNkMonitor.Testing.RealParts;

namespace CarNkMonitor.Web.Tests;

/// <summary>What the Dockerfile publishes is published here too, and started: no image can be built where the tests run.</summary>
public sealed partial class PublishTests : IAsyncLifetime
{
    const string Command = "publish src/CarNkMonitor.Web -c Release -o ";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    readonly string _folder = Directory.CreateTempSubdirectory("carnk-publish-").FullName;

    [Fact]
    public async Task The_dockerfiles_publish_command_makes_a_program_that_serves()
    {
        Assert.Contains($"RUN dotnet {Command}/app\n", await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(), "Dockerfile"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var app = Path.Combine(_folder, "app");
        await Finish(Start($"{Command}{app}", RepositoryRoot.Find()));

        using var program = Start($"{Path.Combine(app, "CarNkMonitor.Web.dll")} --urls http://127.0.0.1:0", _folder);
        try
        {
            var address = await AddressOf(program);
            using var client = new HttpClient { BaseAddress = address };
            Assert.Contains("well", await client.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/setup", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/css/monitor.css", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
            await Finish(Start($"{Path.Combine(app, "CarNkMonitor.Web.dll")} health --at {address}", _folder));
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    static Process Start(string arguments, string folder) => Process.Start(new ProcessStartInfo("dotnet", arguments)
    {
        WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        Environment = { ["Access__AllowHttp"] = "true", ["MSBUILDDISABLENODEREUSE"] = "1" },
    }) ?? throw new InvalidOperationException("dotnet did not start.");

    static async Task Finish(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(Patience);
            Assert.True(process.ExitCode == 0, $"{process.StartInfo.Arguments} ended with {process.ExitCode}\n{await output}\n{await errors}");
        }
    }

    static async Task<Uri> AddressOf(Process program)
    {
        var lines = new List<string>();
        while (await program.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            lines.Add(line);
            if (Listening().Match(line) is { Success: true } found)
            {
                return new Uri(found.Groups[1].Value);
            }
        }

        throw new InvalidOperationException($"The program ended before it listened.\n{string.Join('\n', lines)}\n{await program.StandardError.ReadToEndAsync()}");
    }

    [GeneratedRegex("Now listening on: (http://127\\.0\\.0\\.1:[0-9]+)")]
    private static partial Regex Listening();
}
