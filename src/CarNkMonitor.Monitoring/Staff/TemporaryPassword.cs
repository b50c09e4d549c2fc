using System.Security.Cryptography;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Words for reading aloud or copying once: no look-alikes, from the cryptographic generator.</summary>
public static class TemporaryPassword
{
    const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Four groups of five, about 98 bits.</summary>
    public static string New() => Groups(4);

    /// <summary>Two groups of five, about 49 bits: for a code that lives minutes and is rate-limited.</summary>
    public static string NewCode() => Groups(2);

    static string Groups(int count) =>
        string.Join('-', Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}
