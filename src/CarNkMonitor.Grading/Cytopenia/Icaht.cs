using static CarNkMonitor.Grading.ToxicityGrade;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>
/// ICAHT, immune effector cell-associated haematotoxicity, neutrophils: Rejeski et al. 2023, Blood 142:865-877, doi:10.1182/blood.2023020578,
/// EHA/EBMT consensus grading (the table of early and late ICAHT). All limits are cells/µL and inclusive, unlike CTCAE grade 4 (&lt; 500).
/// </summary>
public static class Icaht
{
    /// <summary>Criteria id of this table and edition.</summary>
    public const string Criteria = "ICAHT-2023";

    /// <summary>Grades 0 to 4; the table has no grade 5.</summary>
    public static readonly Scale Grades = Scale.Numbers(0, 4);

    /// <summary>Severe neutropenia of the early rows: at or below this (inclusive), cells/µL.</summary>
    public const decimal Severe = 500;

    /// <summary>Profound neutropenia of the early rows: at or below this (inclusive), cells/µL.</summary>
    public const decimal Profound = 100;

    /// <summary>Early ICAHT is days 0 to 30, both included.</summary>
    public const int LastEarlyDay = 30;

    /// <summary>Late ICAHT is graded on days 31 to 100, both included; later counts are shown and not graded.</summary>
    public const int LastLateDay = 100;

    /// <summary>The printed table for days 0 to 30: the more severe of its two rows.</summary>
    public static ToxicityGrade Early(SevereDays severe, ProfoundDays profound) => Worst(Row(severe), Row(profound));

    /// <summary>The printed table after day 30.</summary>
    public static ToxicityGrade Late(LateNeutrophils neutrophils) => neutrophils switch
    {
        LateNeutrophils.Above1500 => None,
        LateNeutrophils.UpTo1500 => Grade1,
        LateNeutrophils.UpTo1000 => Grade2,
        LateNeutrophils.UpTo500 => Grade3,
        LateNeutrophils.UpTo100 => Grade4,
    };

    internal static ToxicityGrade Row(SevereDays severe) => severe switch
    {
        SevereDays.None => None,
        SevereDays.OneToSix => Grade1,
        SevereDays.SevenToThirteen => Grade2,
        SevereDays.FourteenOrMore => Grade3,
        SevereDays.NeverAbove => Grade4,
    };

    internal static ToxicityGrade Row(ProfoundDays profound) => profound switch
    {
        ProfoundDays.UnderSeven => None,
        ProfoundDays.SevenToThirteen => Grade3,
        ProfoundDays.FourteenOrMore => Grade4,
    };

    static ToxicityGrade Worst(ToxicityGrade one, ToxicityGrade other) => one > other ? one : other;
}

/// <summary>Early, first row: the longest run with neutrophils &lt;= 500/µL.</summary>
public enum SevereDays
{
    /// <summary>No such day.</summary>
    None,

    /// <summary>1 to 6 days.</summary>
    OneToSix,

    /// <summary>7 to 13 days.</summary>
    SevenToThirteen,

    /// <summary>14 days or more.</summary>
    FourteenOrMore,

    /// <summary>Never above 500: from day 3 or earlier to the last day.</summary>
    NeverAbove,
}

/// <summary>Early, second row: the longest run with neutrophils &lt;= 100/µL.</summary>
public enum ProfoundDays
{
    /// <summary>0 to 6 days: the row has no grade for them.</summary>
    UnderSeven,

    /// <summary>7 to 13 days.</summary>
    SevenToThirteen,

    /// <summary>14 days or more.</summary>
    FourteenOrMore,
}

/// <summary>Late: the lowest neutrophil count of days 31 to 100, cells/µL.</summary>
public enum LateNeutrophils
{
    /// <summary>&gt; 1500, or low on one of several days only (transient).</summary>
    Above1500,

    /// <summary>&gt; 1000 and &lt;= 1500.</summary>
    UpTo1500,

    /// <summary>&gt; 500 and &lt;= 1000.</summary>
    UpTo1000,

    /// <summary>&gt; 100 and &lt;= 500.</summary>
    UpTo500,

    /// <summary>&lt;= 100.</summary>
    UpTo100,
}
