using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace CarNkMonitor.Testing.RealParts;

/// <summary>
/// The one rule for a part that a test needs and this machine does not have: the test is skipped and says why;
/// with <c>CI=true</c> it fails.
/// </summary>
public static class RealPart
{
    static bool InCi => Environment.GetEnvironmentVariable("CI") == "true";

    [DoesNotReturn]
    public static void Missing(string what)
    {
        if (InCi)
            Assert.Fail($"{what} (a failure, because CI=true)");
        Assert.Skip(what);
    }

    /// <summary>The value that <c>tests/run.sh</c> passes on, or the end of this test.</summary>
    internal static string FromEnvironment(string variable, string part)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(value))
            Missing($"{part} is not available: {variable} is not set (tests/run.sh sets it)");
        return value;
    }
}
