using System.Globalization;
using System.Text.RegularExpressions;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>A number as people type it: point or comma, perhaps <c>&lt;</c> or <c>&gt;</c> before it. Never rounded, never guessed.</summary>
public sealed partial record TypedNumber(Comparator Comparator, decimal Value)
{
    /// <summary>
    /// Up to so many digits no conversion can move a value onto or across a limit: it is rounded only in the 28th. Files of other systems
    /// write 37.9 as 37.900001525878906.
    /// </summary>
    const int MostDigits = 20;

    /// <summary>The number, or the reason why the text is none. Words, thousands separators and exponents are not numbers.</summary>
    public static (TypedNumber? Number, string? Reason) Read(string text)
    {
        var match = Shape().Match(text.Trim());
        if (!match.Success)
        {
            return (null, $"'{text}' is not a number.");
        }

        var digits = match.Groups["number"].Value.Replace(',', '.');
        return digits.Count(char.IsAsciiDigit) > MostDigits
            ? (null, $"'{text}' has more than {MostDigits} digits.")
            : (new TypedNumber(ComparatorOf(match.Groups["bound"].Value), decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture)), null);
    }

    static Comparator ComparatorOf(string bound) => bound switch
    {
        "<" => Comparator.Below,
        ">" => Comparator.Above,
        _ => Comparator.Equal,
    };

    [GeneratedRegex(@"^(?<bound>[<>]?)\s*(?<number>[+-]?([0-9]+([.,][0-9]+)?|[.,][0-9]+))$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
