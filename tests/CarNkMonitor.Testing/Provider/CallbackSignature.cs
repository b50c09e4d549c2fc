using System.Security.Cryptography;
using System.Text;

namespace CarNkMonitor.Testing.Provider;

/// <summary>The provider's side of the signature, written for itself: the program's own must agree with it.</summary>
public static class CallbackSignature
{
    public static string Of(string token, string url, IReadOnlyDictionary<string, string> form)
    {
        var text = new StringBuilder(url);
        foreach (var name in form.Keys.Order(StringComparer.Ordinal))
            text.Append(name).Append(form[name]);
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(token));
        mac.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        return Convert.ToBase64String(mac.GetHashAndReset());
    }
}
