using System.Globalization;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Cytopenia.Days;

/// <summary>
/// Reads blood counts written as <c>day:value</c>, parts separated by blanks, for example <c>0:1500 3:900 6:&lt;100</c>. Any order; a day may
/// occur more than once; values may have decimals.
/// </summary>
public static class DaySeries
{
    const NumberStyles WholeNumber = NumberStyles.AllowLeadingSign;

    /// <summary>Every count of the text, in its order. Empty when the text is blank.</summary>
    /// <param name="text">The series.</param>
    /// <param name="max">Highest possible value, included; the lowest is 0.</param>
    /// <exception cref="FormatException">A part cannot be read or is not possible; the message shows the part and says what is right.</exception>
    public static IReadOnlyList<DayValue> Read(string text, decimal max) => [.. Parts(text, []).Select(part => ReadOne(part, max))];

    /// <summary>Whole days, separated by blanks, commas, semicolons or vertical bars, for example <c>8 11</c>.</summary>
    /// <exception cref="FormatException">A part is not a whole number; the message shows it.</exception>
    public static IReadOnlyList<int> ReadDays(string text) => [.. Parts(text, [',', ';', '|']).Select(part =>
        DayOf(part) ?? throw new FormatException($"'{part}' is not a day; write whole numbers separated by blanks, such as 8 11."))];

    static DayValue ReadOne(string part, decimal max) =>
        part.Split(':') is [var day, var value] && DayOf(day) is { } number && CellNumber.Measured(value) is { } measured
            ? new DayValue(number, Possible(measured, max, part))
            : throw new FormatException($"'{part}' is not a day with its value; write day:value, such as 7:300, and separate the parts by blanks.");

    static int? DayOf(string text) => int.TryParse(text, WholeNumber, CultureInfo.InvariantCulture, out var day) ? day : null;

    static Measured Possible(Measured value, decimal max, string part) =>
        value.Value < 0 || value.Value > max || value is { Value: 0, Comparator: Comparator.Below }
            ? throw new FormatException(FormattableString.Invariant($"'{part}' is not possible; allowed: 0 to {max}."))
            : value;

    static string[] Parts(string text, char[] separators) =>
        text.Split([' ', '\t', '\r', '\n', .. separators], StringSplitOptions.RemoveEmptyEntries);
}
