using System.Globalization;

namespace CarNkMonitor.Monitoring.Data;

/// <summary>Makes a text harmless in a spreadsheet, which would run it as a formula; pure.</summary>
public static class CsvCell
{
    /// <summary>Signs that begin a formula, also as full-width signs, which some spreadsheets read alike; a tab or a line end before one hides it.</summary>
    static readonly char[] Dangerous = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

    /// <summary>The text with an apostrophe before it where it could be run; plain numbers stay numbers, and nothing stays empty.</summary>
    public static string Guarded(string? text) =>
        string.IsNullOrEmpty(text) ? ""
        : Array.IndexOf(Dangerous, text[0]) < 0 || decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? text
        : $"'{text}";
}
