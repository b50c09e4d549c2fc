using System.Globalization;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Cases;

/// <summary>Reads the numbers of cells and of series inside cells: never rounded, and of bounds only those that are known.</summary>
static class CellNumber
{
    const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>What <see cref="decimal"/> holds exactly; it would round 37.99… with more digits to a fever.</summary>
    const int MostDigits = 28;

    /// <summary>A number with a point, perhaps with a bound before it; null when the text is none.</summary>
    /// <exception cref="FormatException">It is a number that cannot be held exactly, or has a bound of another kind.</exception>
    public static Measured? Measured(string text)
    {
        var comparator = text.FirstOrDefault() switch { '<' => Comparator.Below, '>' => Comparator.Above, _ => Comparator.Equal };
        var number = comparator == Comparator.Equal ? text : text[1..].TrimStart();
        return number.FirstOrDefault() is '=' or '\u2264' or '\u2265'
            ? throw new FormatException($"'{text}' cannot be read: the only known bounds are < and >, such as <5 or >2000.")
            : Exact(number) is { } value ? new Measured(value, comparator) : null;
    }

    /// <summary>A number with a point; null when the text is none.</summary>
    /// <exception cref="FormatException">It has more digits than can be held exactly.</exception>
    public static decimal? Exact(string text) =>
        IsTooLong(text) ? throw new FormatException($"'{text}' has more than {MostDigits} digits and would be rounded; write it with fewer.")
        : decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    /// <summary>Zeros before the first digit and at the end of the decimals do not count.</summary>
    static bool IsTooLong(string text)
    {
        var parts = text.TrimStart('+', '-').Split('.');
        var decimals = parts.Length == 2 ? parts[1].TrimEnd('0') : "";
        return parts.Length <= 2 && parts.All(part => part.All(char.IsAsciiDigit))
            && (decimals.Length > MostDigits || (parts[0] + decimals).TrimStart('0').Length > MostDigits);
    }
}
