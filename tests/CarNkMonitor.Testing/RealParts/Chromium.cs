namespace CarNkMonitor.Testing.RealParts;

public static class Chromium
{
    /// <summary>Path of the browser; without one the calling test is skipped, or fails with <c>CI=true</c>.</summary>
    public static string ExecutablePath() => RealPart.FromEnvironment("CARNK_TEST_CHROMIUM", "Chromium");
}
