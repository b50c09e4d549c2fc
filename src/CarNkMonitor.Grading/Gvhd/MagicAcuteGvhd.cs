using static CarNkMonitor.Grading.Gvhd.GvhdGrade;
using static CarNkMonitor.Grading.Gvhd.OrganStage;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>
/// Acute GvHD by MAGIC: Harris et al. 2016, Biol Blood Marrow Transplant 22:4-10, doi:10.1016/j.bbmt.2015.09.001, Table 1 (organ stages and
/// overall grade). The grade is that of the most severe target organ, and each organ has its own way from stage to grade: it is not the
/// highest stage. Skin stage 3 alone is grade II, lower GI stage 2 alone is grade III.
/// </summary>
public static class MagicAcuteGvhd
{
    /// <summary>Criteria id of this table and edition.</summary>
    public const string Criteria = "MAGIC-2016";

    /// <summary>Lowest and highest grade that the possible stages allow; equal when nothing that matters is open.</summary>
    public static (GvhdGrade Low, GvhdGrade High) Grade(
        Possible<OrganStage> skin, Possible<OrganStage> liver, Possible<UpperGiStage> upperGi, Possible<OrganStage> lowerGi) => (
        // No organ's grade falls while its stage rises, so the bounds are reached in the outermost stages (a test walks all of them).
        Grade(skin.Lowest, liver.Lowest, upperGi.Lowest, lowerGi.Lowest),
        Grade(skin.Highest, liver.Highest, upperGi.Highest, lowerGi.Highest));

    /// <summary>The printed table, for known stages.</summary>
    public static GvhdGrade Grade(OrganStage skin, OrganStage liver, UpperGiStage upperGi, OrganStage lowerGi) =>
        Worst(Worst(Skin(skin), Liver(liver)), Worst(UpperGi(upperGi), LowerGi(lowerGi)));

    /// <summary>What skin alone makes.</summary>
    public static GvhdGrade Skin(OrganStage stage) => stage switch
    {
        Stage0 => None,
        Stage1 => GradeI,
        Stage2 => GradeI,
        Stage3 => GradeII,
        Stage4 => GradeIV,
    };

    /// <summary>What the liver alone makes.</summary>
    public static GvhdGrade Liver(OrganStage stage) => stage switch
    {
        Stage0 => None,
        Stage1 => GradeII,
        Stage2 => GradeIII,
        Stage3 => GradeIII,
        Stage4 => GradeIV,
    };

    /// <summary>What the upper GI tract alone makes: never more than grade II.</summary>
    public static GvhdGrade UpperGi(UpperGiStage stage) => stage switch
    {
        UpperGiStage.Stage0 => None,
        UpperGiStage.Stage1 => GradeII,
    };

    /// <summary>What the lower GI tract alone makes.</summary>
    public static GvhdGrade LowerGi(OrganStage stage) => stage switch
    {
        Stage0 => None,
        Stage1 => GradeII,
        Stage2 => GradeIII,
        Stage3 => GradeIII,
        Stage4 => GradeIV,
    };

    static GvhdGrade Worst(GvhdGrade one, GvhdGrade other) => one > other ? one : other;
}

/// <summary>Stage of skin, liver or lower GI tract.</summary>
public enum OrganStage
{
    /// <summary>Not involved.</summary>
    Stage0,

    /// <summary>Stage 1.</summary>
    Stage1,

    /// <summary>Stage 2.</summary>
    Stage2,

    /// <summary>Stage 3.</summary>
    Stage3,

    /// <summary>Stage 4.</summary>
    Stage4,
}

/// <summary>Stage of the upper GI tract: the table has only two, so that 2, 3 and 4 cannot even be written.</summary>
public enum UpperGiStage
{
    /// <summary>No or intermittent nausea, vomiting or anorexia.</summary>
    Stage0,

    /// <summary>Persistent nausea, vomiting or anorexia.</summary>
    Stage1,
}

/// <summary>Overall grade of acute GvHD; there is no grade 5.</summary>
public enum GvhdGrade
{
    /// <summary>No organ is staged 1 to 4: grade 0.</summary>
    None,

    /// <summary>Grade I.</summary>
    GradeI,

    /// <summary>Grade II.</summary>
    GradeII,

    /// <summary>Grade III.</summary>
    GradeIII,

    /// <summary>Grade IV.</summary>
    GradeIV,
}
