using CarNkMonitor.Testing.RealParts;
using Xunit.Sdk;

namespace CarNkMonitor.Monitoring.Tests.Testing;

public class RealPartsTests
{
    [Fact]
    public void The_repository_root_holds_the_solution() =>
        Assert.True(File.Exists(Path.Combine(RepositoryRoot.Find(), "CarNkMonitor.sln")));

    [Fact]
    public void Shared_data_is_found_beside_the_checkout() =>
        Assert.True(File.Exists(Path.Combine(SharedData.Folder("mimic3-demo"), "chartevents.csv")));

    [Fact]
    public void A_missing_part_skips_the_test_and_fails_it_in_ci()
    {
        var end = EndOf(() => SharedData.Folder("no-such-folder"));

        var inCi = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.Equal(inCi ? typeof(FailException) : typeof(SkipException), end?.GetType());
        Assert.Contains("no-such-folder", end?.Message);
    }

    // xunit's own ways to record an exception let a skip pass on to the runner.
    static XunitException? EndOf(Func<string> test)
    {
        try
        {
            test();
            return null;
        }
        catch (XunitException end)
        {
            return end;
        }
    }
}
