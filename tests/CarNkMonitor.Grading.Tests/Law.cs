namespace CarNkMonitor.Grading.Tests;

/// <summary>How many random inputs a law is tried on.</summary>
static class Law
{
    /// <summary>20,000 in the normal run, 1,000,000 in the nightly proof.</summary>
    public static readonly long Tries = Environment.GetEnvironmentVariable("CARNK_PROOF_NIGHTLY") == "true" ? 1_000_000 : 20_000;
}
