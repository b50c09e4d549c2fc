using System.Globalization;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Infection;

/// <summary>Reads a series of a case file: entries <c>time:value</c> separated by blanks.</summary>
static class SeriesText
{
    const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Further from the fever than any record; keeps differences of times within the exact numbers.</summary>
    const decimal Furthest = 1_000_000;

    /// <exception cref="FormatException">An entry is not of that form, or its time or value is not possible.</exception>
    public static IReadOnlyList<T> Read<T>(string cell, decimal min, decimal max, Func<decimal, Measured, T> entry) =>
        [.. cell.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => Entry(text, min, max, entry))];

    static T Entry<T>(string text, decimal min, decimal max, Func<decimal, Measured, T> entry)
    {
        if (text.Split(':') is not [var time, { Length: > 0 } value])
        {
            throw new FormatException($"'{text}' is not of the form time:value, such as 45:38.2.");
        }

        var comparator = value[0] switch { '<' => Comparator.Below, '>' => Comparator.Above, _ => Comparator.Equal };
        var (at, number) = (Number(text, time), Number(text, comparator == Comparator.Equal ? value : value[1..]));
        return decimal.Abs(at) > Furthest ? throw new FormatException($"The time of '{text}' is not possible.")
            : number < min || number > max ? throw new FormatException(FormattableString.Invariant($"The value of '{text}' is not possible; allowed: {min} to {max}."))
            : entry(at, new Measured(number, comparator));
    }

    static decimal Number(string text, string number) => decimal.TryParse(number, Plain, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new FormatException($"'{number}' in '{text}' is not a number; write it with a point, such as 38.5.");
}
