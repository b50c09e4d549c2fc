using System.Globalization;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>
/// The published probability of reactive haemophagocytic syndrome for a score: Fardet et al. 2014, doi:10.1002/art.38690, printed for the tens from 90 to 250.
/// No formula is published with it; what lies between two tens is interpolated in a straight line (our proposal).
/// </summary>
public static class HScoreProbability
{
    const int FirstTen = 100;
    const int LastTen = 240;

    /// <summary>Per cent at 100, 110 … 240; at 90 "&lt; 1" is printed, at 250 "&gt; 99".</summary>
    static readonly int[] AtTens = [1, 3, 5, 9, 16, 25, 40, 54, 70, 80, 88, 93, 96, 98, 99];

    /// <summary>Text of a score, in per cent: <c>&lt;=1</c> below 100, <c>&gt;=99</c> above 240, otherwise a whole number, rounded half up.</summary>
    public static string Text(int score) => score switch
    {
        < FirstTen => "<=1",
        > LastTen => ">=99",
        _ => PerCent(score).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Text of an interval: <c>low-high</c>, or one text when both ends print the same.</summary>
    public static string Text(int lowest, int highest) =>
        (Text(lowest), Text(highest)) is var (low, high) && low == high ? low : $"{low}-{high}";

    static int PerCent(int score)
    {
        var (ten, ones) = Math.DivRem(score - FirstTen, 10);
        // Both summands are tenths of a per cent; 5 of them more, cut off, is rounding half up.
        return ones == 0 ? AtTens[ten] : (10 * AtTens[ten] + (AtTens[ten + 1] - AtTens[ten]) * ones + 5) / 10;
    }
}
