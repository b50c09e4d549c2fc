using System.Globalization;

namespace CarNkMonitor.Grading.Tests;

/// <summary>How many random inputs a law is tried on.</summary>
static class Law
{
    /// <summary>20,000 in the normal run, 1,000,000 in the nightly proof, and what <c>CARNK_LAW_TRIES</c> says where time is short (mutation testing).</summary>
    public static readonly long Tries = Environment.GetEnvironmentVariable("CARNK_LAW_TRIES") is { Length: > 0 } asked
        ? long.Parse(asked, CultureInfo.InvariantCulture)
        : Environment.GetEnvironmentVariable("CARNK_PROOF_NIGHTLY") == "true" ? 1_000_000 : 20_000;

    /// <summary>For the laws of the cells of every table: a quarter of the tries where time is short, all of them at night.</summary>
    public static long Quarter => Tries > 20_000 ? Tries : Math.Max(1, Tries / 4);

    /// <summary>For a costly law: this many in the normal and the nightly run, and fewer where time is short.</summary>
    public static long Of(int tries) => Tries >= 20_000 ? tries : Math.Max(1, tries * Tries / 20_000);

    /// <summary>For a law against all combinations: one of so many of the tries, and never so few that it would notice nothing (mutation testing).</summary>
    public static long OneOf(int divisor) => Math.Max(50, Tries / divisor);
}
