namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Length of a text in the alphabet of GSM 03.38: one part holds 160 septets.</summary>
public static class Gsm7
{
    public const int OnePart = 160;

    const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>Sent as an escape and a character.</summary>
    const string Extension = "\f^{}\\[~]|€";

    /// <summary>How many septets the text takes; null when a character is not in the alphabet, which would make every part hold 70.</summary>
    public static int? Septets(string text)
    {
        var sum = 0;
        foreach (var character in text)
        {
            var width = Basic.Contains(character, StringComparison.Ordinal) ? 1 : Extension.Contains(character, StringComparison.Ordinal) ? 2 : 0;
            if (width == 0)
                return null;
            sum += width;
        }

        return sum;
    }

    public static bool FitsOnePart(string text) => Septets(text) is <= OnePart;
}
