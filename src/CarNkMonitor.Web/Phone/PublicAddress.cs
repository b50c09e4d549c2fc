namespace CarNkMonitor.Web.Phone;

/// <summary>
/// The provider signs an address with or without its port, depending on the scheme and the product. This is spelling only: the characters
/// of the rest are kept as they are, the case of the host included.
/// </summary>
static class PublicAddress
{
    /// <summary>As given, without the port, and with the scheme's own port.</summary>
    public static IReadOnlyList<string> Forms(string url)
    {
        var (scheme, authority, path) = Split(url);
        var host = authority[..EndOfHost(authority)];
        var port = scheme.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        return [.. new[] { url, scheme + host + path, host == authority ? scheme + host + port + path : url }.Distinct()];
    }

    static (string Scheme, string Authority, string Path) Split(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#') is var found and >= 0 ? start + found : url.Length;
        return (url[..start], url[start..end], url[end..]);
    }

    static int EndOfHost(string authority) =>
        authority.LastIndexOf(':') is var colon and > 0 && colon > authority.LastIndexOf(']') ? colon : authority.Length;
}
