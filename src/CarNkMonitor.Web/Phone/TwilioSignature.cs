using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CarNkMonitor.Web.Phone;

/// <summary>
/// Proof that a callback comes from the provider: Base64 of HMAC-SHA1, keyed with the account's token, over the address it was told to
/// call, followed by every form field, name and value, in ordinal order of the names. (twilio.com/docs/usage/security)
/// </summary>
public static class TwilioSignature
{
    const string BodyHash = "bodySHA256";

    /// <summary>True if one of the tokens signed this form for this address.</summary>
    /// <param name="tokens">One, or two while tokens are exchanged. None: never valid.</param>
    /// <param name="url">The configured address, with the query as received; never the Host header.</param>
    /// <param name="form">All fields.</param>
    /// <param name="signature">The header <c>X-Twilio-Signature</c>.</param>
    public static bool IsValid(
        IReadOnlyList<string> tokens, string url, IEnumerable<KeyValuePair<string, StringValues>> form, string signature) =>
        IsSigned(tokens, url, Text(form), signature);

    /// <summary>The same for a body that is no form: the address then carries the body's SHA-256, and only the address is signed.</summary>
    public static bool IsValidBody(IReadOnlyList<string> tokens, string url, ReadOnlySpan<byte> body, string signature)
    {
        var hashes = QueryHelpers.ParseQuery(new Uri(url).Query).GetValueOrDefault(BodyHash);
        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body)));
        return hashes.Count == 1
            && CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(hashes.ToString().ToLowerInvariant()))
            && IsSigned(tokens, url, "", signature);
    }

    static bool IsSigned(IReadOnlyList<string> tokens, string url, string fields, string signature)
    {
        Span<byte> given = stackalloc byte[HMACSHA1.HashSizeInBytes];
        if (!Convert.TryFromBase64String(signature, given, out var length) || length != given.Length)
            return false;
        var isValid = false;
        foreach (var token in tokens)
            foreach (var form in PublicAddress.Forms(url))
                isValid |= CryptographicOperations.FixedTimeEquals(Sign(token, form + fields), given);
        return isValid;
    }

    [SuppressMessage("Security", "CA5350", Justification = "The provider prescribes SHA-1; in an HMAC it is not known to be broken.")]
    static byte[] Sign(string token, string text) => HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text));

    /// <summary>A repeated field counts once per different value, its values in order.</summary>
    static string Text(IEnumerable<KeyValuePair<string, StringValues>> form) => string.Concat(
        from field in form.OrderBy(field => field.Key, StringComparer.Ordinal)
        from value in field.Value.Select(value => value ?? "").Distinct().Order(StringComparer.Ordinal)
        select field.Key + value);
}
