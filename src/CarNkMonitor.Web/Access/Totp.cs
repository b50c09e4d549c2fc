using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace CarNkMonitor.Web.Access;

/// <summary>One-time codes of authenticator apps: RFC 6238 with SHA-1, 30-second steps and six digits, which every app can do.</summary>
public static class Totp
{
    const int StepSeconds = 30;

    /// <summary>The 30-second step in which this moment (UTC) lies.</summary>
    public static long StepOf(DateTime utc) => (long)(utc - DateTime.UnixEpoch).TotalSeconds / StepSeconds;

    /// <summary>The six digits that an app with this secret shows during this step.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Authenticator apps know HMAC-SHA-1 only; an HMAC does not rest on collisions.")]
    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(secret, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0x0f, 4)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is: the present one, the one before or the one after; null when it is none of them.</summary>
    public static long? StepMatching(byte[] secret, string code, DateTime utc)
    {
        var now = StepOf(utc);
        long? found = null;
        foreach (var step in (long[])[now - 1, now, now + 1])
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Code(secret, step)), System.Text.Encoding.UTF8.GetBytes(code)))
            {
                found = step;
            }
        }

        return found;
    }
}
