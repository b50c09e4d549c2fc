using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Infection;

/// <summary>Reads a series of a case file: entries <c>time:value</c> separated by blanks.</summary>
static class SeriesText
{
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

        var (at, measured) = (CellNumber.Exact(time) ?? throw NoNumber(text, time), CellNumber.Measured(value) ?? throw NoNumber(text, value));
        return decimal.Abs(at) > Furthest ? throw new FormatException($"The time of '{text}' is not possible.")
            : measured.Value < min || measured.Value > max ? throw new FormatException(FormattableString.Invariant($"The value of '{text}' is not possible; allowed: {min} to {max}."))
            : entry(at, measured);
    }

    static FormatException NoNumber(string text, string number) => new($"'{number}' in '{text}' is not a number; write it with a point, such as 38.5.");
}
