using System.Diagnostics;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>Runs a verb of the built program to its end, as an operator does.</summary>
static class VerbRun
{
    /// <summary>A verb that needs neither database nor configuration: in this folder, with settings under which no host could be built.</summary>
    public static Task<(int Code, string Output, string Errors)> Alone(string folder, params string[] arguments) =>
        Run(folder, arguments, ("Database__Provider", "none"), ("ConnectionStrings__Monitor", "nowhere"));

    public static async Task<(int Code, string Output, string Errors)> Run(string folder, string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [RunningProgram.Built(), .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output).Trim(), (await errors).Trim());
    }
}
