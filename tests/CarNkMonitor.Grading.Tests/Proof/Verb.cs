using System.Diagnostics;
using CarNkMonitor.Grading.Tests.Approval;

namespace CarNkMonitor.Grading.Tests.Proof;

/// <summary>The real program as a process, built in the same configuration as these tests.</summary>
static class Verb
{
    public static (int Code, string Said, TimeSpan Took) Grade(string table)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Approved.Root(), "src", "CarNkMonitor.Web", "bin", configuration, "net10.0", "CarNkMonitor.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "grade", "--criteria", table, Path.Combine(Approved.Root(), "tests", "cases", table + ".csv")])
        {
            WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var (answers, said) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        var took = Stopwatch.GetElapsedTime(started);
        _ = answers.Result;
        return (process.ExitCode, said.Result, took);
    }
}
