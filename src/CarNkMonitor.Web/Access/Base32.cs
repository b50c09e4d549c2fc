namespace CarNkMonitor.Web.Access;

/// <summary>RFC 4648 base 32 without padding: how authenticator apps take a secret that is typed.</summary>
public static class Base32
{
    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <exception cref="FormatException">A character outside the alphabet; spaces and case do not matter.</exception>
    public static byte[] Decode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var letter in text.ToUpperInvariant().Where(letter => letter is not ' ' and not '='))
        {
            var value = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
            {
                throw new FormatException($"'{letter}' is not a letter of base 32.");
            }

            (buffer, bits) = (((buffer << 5) | value) & 0xfff, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)((buffer >> bits) & 0xff));
            }
        }

        return [.. bytes];
    }
}
