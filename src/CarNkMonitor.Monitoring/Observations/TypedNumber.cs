using System.Globalization;
using System.Text.RegularExpressions;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>A number as people type it: point or comma, perhaps <c>&lt;</c> or <c>&gt;</c> before it. Never rounded, never guessed.</summary>
public sealed partial record TypedNumber(Comparator Comparator, decimal Value)
{
    /// <summary>
    /// How else the text can be meant and written: 1,500 is read as 1.5, and could be 1500. Null where one reading alone makes sense, as in 0,500 or 36,90.
    /// </summary>
    public string? Otherwise { get; init; }

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
            : (new TypedNumber(ComparatorOf(match.Groups["bound"].Value), decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture))
            {
                Otherwise = HasTwoReadings(text) ? text.Trim().Replace(",", "", StringComparison.Ordinal) : null,
            }, null);
    }

    /// <summary>A comma before exactly three digits is a decimal sign to half of the world and separates the thousands for the other half.</summary>
    public static bool HasTwoReadings(string text) => Thousands().IsMatch(text.Trim());

    /// <summary>The number as nobody can misread it: without a comma, and without zeros that say nothing.</summary>
    public string Plain => string.Create(CultureInfo.InvariantCulture, $"{SignOf(Comparator)}{Value:0.####################}");

    static Comparator ComparatorOf(string bound) => bound switch
    {
        "<" => Comparator.Below,
        ">" => Comparator.Above,
        _ => Comparator.Equal,
    };

    static string SignOf(Comparator comparator) => comparator switch
    {
        Comparator.Equal => "",
        Comparator.Below => "<",
        Comparator.Above => ">",
    };

    [GeneratedRegex(@"^[<>]?\s*[+-]?[1-9][0-9]{0,2},[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^(?<bound>[<>]?)\s*(?<number>[+-]?([0-9]+([.,][0-9]+)?|[.,][0-9]+))$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
