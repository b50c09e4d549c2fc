using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>
/// qSOFA: Singer M, Deutschman CS, Seymour CW, et al. 2016, JAMA 315(8):801-810, doi:10.1001/jama.2016.0287 (Box 4); Seymour CW, Liu VX,
/// Iwashyna TJ, et al. 2016, JAMA 315(8):762-774, doi:10.1001/jama.2016.0288. Shown where an infection is suspected; no alarm of its own.
/// </summary>
public static class Qsofa
{
    /// <summary>Criteria id of this table and edition.</summary>
    public const string Criteria = "QSOFA-2016";

    /// <summary>The highest total.</summary>
    public const int Highest = 3;

    /// <summary>Positive from this total on, inclusive.</summary>
    public const int PositiveFrom = 2;

    /// <summary>Respiratory rate &gt;= 22 /min (inclusive).</summary>
    internal static Tally RespiratoryRate(Measured? rate) => Tally.Of(rate?.IsAtLeast(22));

    /// <summary>Systolic pressure &lt;= 100 mm[Hg] (inclusive).</summary>
    internal static Tally Systolic(Measured? pressure) => Tally.Of(!pressure?.IsAbove(100));

    /// <summary>Altered mentation: Glasgow coma score below 15 (exclusive).</summary>
    internal static Tally GlasgowComaScore(Measured? score) => Tally.Of(score?.IsBelow(15));
}
