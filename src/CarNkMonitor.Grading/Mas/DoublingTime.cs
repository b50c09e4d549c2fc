namespace CarNkMonitor.Grading.Mas;

/// <summary>
/// How long a value that rises exponentially takes to double: interval × ln 2 / ln(now / previous).
/// <para>
/// Exact at a limit. The doubling time is the interval divided by log2(now / previous). Between rational numbers log2 is rational only for a power of
/// two, so a doubling time can equal a limit only there (24 h later exactly twice as much is exactly 24 h); whole doublings are therefore taken
/// out first, by exact multiplication, and only the rest below two goes through a series, in decimal and good to more than 20 digits. Any other pair
/// lies on one side of the limit, and further away than that for values of up to ten digits.
/// </para>
/// </summary>
public static class DoublingTime
{
    /// <summary>Below a millionth of a doubling a rise is noise, and a division by it would leave the range of a decimal.</summary>
    const decimal LeastRise = 0.000001m;

    const decimal Ln2 = 0.6931471805599453094172321215m;

    /// <summary>In hours, unrounded; null when the value does not rise, or rises from nothing.</summary>
    /// <param name="now">The later value, in the unit of the earlier one.</param>
    /// <param name="previous">The earlier value.</param>
    /// <param name="intervalHours">Hours between them, up to a century.</param>
    public static decimal? Hours(decimal now, decimal previous, decimal intervalHours) =>
        previous > 0 && now > previous && intervalHours > 0 && Doublings(now, previous) is >= LeastRise and var doublings ? intervalHours / doublings : null;

    /// <summary>
    /// Positive when the doubling time is below the limit, 0 when it is exactly the limit, negative when it is above it or there is no rise. A rise
    /// from nothing is faster than any limit.
    /// </summary>
    internal static int SpeedAgainst(decimal limitHours, decimal now, decimal previous, decimal intervalHours)
    {
        if (now <= previous)
        {
            return -1;
        }

        if (previous <= 0)
        {
            return 1;
        }

        // A binary estimate is good to 15 digits; only near the limit the exact way is worth its time.
        var estimate = Math.Log2((double)now / (double)previous) * (double)limitHours - (double)intervalHours;
        return Math.Abs(estimate) > 0.000001 ? Math.Sign(estimate) : (limitHours * Doublings(now, previous)).CompareTo(intervalHours);
    }

    /// <summary>log2(now / previous) for now &gt;= previous &gt; 0: the whole doublings, and 2 artanh((r - 1) / (r + 1)) / ln 2 for the rest r in [1, 2).</summary>
    internal static decimal Doublings(decimal now, decimal previous)
    {
        var whole = 0;
        while (now >= previous * 2)
        {
            previous *= 2;
            whole++;
        }

        var term = (now - previous) / (now + previous);
        var square = term * term;
        var sum = 0m;
        for (var odd = 1; term != 0; odd += 2)
        {
            sum += term / odd;
            term *= square;
        }

        return whole + 2 * sum / Ln2;
    }
}
