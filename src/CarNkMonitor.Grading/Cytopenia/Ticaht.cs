using static CarNkMonitor.Grading.ToxicityGrade;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>
/// T-ICAHT, thrombocytopenia after CAR cells, early part: Rejeski et al. 2025, Blood, doi:10.1182/blood.2025028833, Table 1. Limits are
/// platelets in 10*9/L and exclusive (&lt;), unlike the neutrophil limits of ICAHT. The late part of the table is not graded here.
/// </summary>
public static class Ticaht
{
    /// <summary>Criteria id of this table and edition.</summary>
    public const string Criteria = "T-ICAHT-2025";

    /// <summary>Grades 0 to 4; the table has no grade 5.</summary>
    public static readonly Scale Grades = Scale.Numbers(0, 4);

    /// <summary>First row: below this (exclusive), 10*9/L.</summary>
    public const decimal Low = 50;

    /// <summary>Second row: below this (exclusive), 10*9/L.</summary>
    public const decimal VeryLow = 20;

    /// <summary>Early T-ICAHT is days 0 to 30, both included.</summary>
    public const int LastEarlyDay = 30;

    /// <summary>The printed table for days 0 to 30: the more severe of its two rows.</summary>
    public static ToxicityGrade Early(LowPlateletDays low, VeryLowPlateletDays veryLow)
    {
        var (one, other) = (Row(low), Row(veryLow));
        return one > other ? one : other;
    }

    static ToxicityGrade Row(LowPlateletDays low) => low switch
    {
        LowPlateletDays.None => None,
        LowPlateletDays.OneToSix => Grade1,
        LowPlateletDays.SevenOrMore => Grade2,
    };

    static ToxicityGrade Row(VeryLowPlateletDays veryLow) => veryLow switch
    {
        VeryLowPlateletDays.None => None,
        VeryLowPlateletDays.OneToThirteen => Grade3,
        VeryLowPlateletDays.FourteenOrMore => Grade4,
    };
}

/// <summary>First row: all days with platelets &lt; 50, added up.</summary>
public enum LowPlateletDays
{
    /// <summary>No such day.</summary>
    None,

    /// <summary>1 to 6 days.</summary>
    OneToSix,

    /// <summary>7 days or more.</summary>
    SevenOrMore,
}

/// <summary>Second row: all days with platelets &lt; 20, added up.</summary>
public enum VeryLowPlateletDays
{
    /// <summary>No such day.</summary>
    None,

    /// <summary>1 to 13 days.</summary>
    OneToThirteen,

    /// <summary>14 days or more.</summary>
    FourteenOrMore,
}
