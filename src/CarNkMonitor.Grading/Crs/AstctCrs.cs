using static CarNkMonitor.Grading.ToxicityGrade;

namespace CarNkMonitor.Grading.Crs;

/// <summary>
/// CRS by the ASTCT consensus: Lee et al. 2019, Biol Blood Marrow Transplant 25:625-638, doi:10.1016/j.bbmt.2018.12.758, Table 2.
/// The grade is the more severe of hypotension and hypoxia in a subject with fever; fever is waived once CRS was treated.
/// </summary>
public static class AstctCrs
{
    /// <summary>Criteria id of this table and edition.</summary>
    public const string Criteria = "ASTCT-CRS-2019";

    /// <summary>Lowest and highest grade that the possible cells allow; equal when every cell is known.</summary>
    public static GradeRange Grade(Possible<Fever> fever, Possible<Hypotension> hypotension, Possible<Hypoxia> hypoxia) => new(
        // Every row of the table rises to the right, so the bounds are reached in its outermost cells (a test walks all of them).
        Grade(fever.Lowest, hypotension.Lowest, hypoxia.Lowest),
        Grade(fever.Highest, hypotension.Highest, hypoxia.Highest));

    /// <summary>The printed table, for known cells. Grade 5 is a clinician's statement of the cause of death and is taken before it.</summary>
    public static ToxicityGrade Grade(Fever fever, Hypotension hypotension, Hypoxia hypoxia) => fever switch
    {
        Fever.Absent => None,
        Fever.Waived => Worst(Row(hypotension), Row(hypoxia)),
        Fever.Present => Worst(Grade1, Worst(Row(hypotension), Row(hypoxia))),
    };

    static ToxicityGrade Row(Hypotension hypotension) => hypotension switch
    {
        Hypotension.Absent => None,
        Hypotension.WithoutVasopressor => Grade2,
        Hypotension.OneVasopressor => Grade3,
        Hypotension.SeveralVasopressors => Grade4,
    };

    static ToxicityGrade Row(Hypoxia hypoxia) => hypoxia switch
    {
        Hypoxia.Absent => None,
        Hypoxia.LowFlowOxygen => Grade2,
        Hypoxia.HighFlowOxygen => Grade3,
        Hypoxia.PositivePressure => Grade4,
    };

    static ToxicityGrade Worst(ToxicityGrade one, ToxicityGrade other) => one > other ? one : other;
}

/// <summary>First row of the table: temperature &gt;= 38.0 °C not attributable to another cause.</summary>
public enum Fever
{
    /// <summary>No fever, and none is waived: no CRS.</summary>
    Absent,

    /// <summary>Fever is no longer required, because CRS was treated since its onset.</summary>
    Waived,

    /// <summary>Fever of CRS.</summary>
    Present,
}

/// <summary>Second row of the table.</summary>
public enum Hypotension
{
    /// <summary>None.</summary>
    Absent,

    /// <summary>Not requiring vasopressors.</summary>
    WithoutVasopressor,

    /// <summary>Requiring one vasopressor, with or without vasopressin.</summary>
    OneVasopressor,

    /// <summary>Requiring more than one vasopressor, vasopressin not counted.</summary>
    SeveralVasopressors,
}

/// <summary>Third row of the table: the support that is required, not the saturation.</summary>
public enum Hypoxia
{
    /// <summary>None.</summary>
    Absent,

    /// <summary>Nasal cannula at up to 6 L/min (inclusive), or blow-by.</summary>
    LowFlowOxygen,

    /// <summary>Cannula above 6 L/min, facemask, non-rebreather or Venturi mask.</summary>
    HighFlowOxygen,

    /// <summary>CPAP, BiPAP, intubation with mechanical ventilation.</summary>
    PositivePressure,
}
