using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Tests.Support;

namespace CarNkMonitor.Web.Tests.Demo;

public sealed class ReadmeCommandsTests
{
    const string Run = "dotnet run --project src/CarNkMonitor.Web -- ";

    [Fact]
    public void Each_command_of_the_readme_names_something_that_exists()
    {
        Assert.Equal([Run + "demo", "./tests/run.sh"], Readme.Commands);
        Assert.True(File.Exists(Path.Combine(RepositoryRoot.Find(), "tests", "run.sh")));
    }

    [Fact]
    public async Task The_readme_s_first_command_serves_the_demo_and_says_that_it_is_one()
    {
        var folder = Directory.CreateTempSubdirectory("carnk-demo-").FullName;
        var url = $"http://127.0.0.1:{FreePort()}";
        using var demo = Process.Start(Command(folder, url))!;
        try
        {
            var said = "";
            while (!said.Contains("administrator", StringComparison.Ordinal) && await demo.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                said += line + "\n";
            }

            Assert.Contains("no text leaves this machine", said, StringComparison.Ordinal);
            using var client = new HttpClient { BaseAddress = new Uri(url) };
            Assert.Contains("Demo: invented people", await client.GetStringAsync("/account/sign-in", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains("seven quiet nights in a row", await client.GetStringAsync("/phones", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            demo.Kill();
            await demo.WaitForExitAsync(TestContext.Current.CancellationToken);
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>As typed, but with a file and a port of the test's own.</summary>
    static ProcessStartInfo Command(string folder, string url) => new(
        "dotnet", [RunningProgram.Built(), .. Readme.Commands[0][Run.Length..].Split(' '), "--urls", url, "--file", Path.Combine(folder, "demo.db")])
    {
        WorkingDirectory = Path.Combine(RepositoryRoot.Find(), "src", "CarNkMonitor.Web"), RedirectStandardOutput = true, RedirectStandardError = true,
    };

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
