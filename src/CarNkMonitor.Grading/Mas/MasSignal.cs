using static CarNkMonitor.Grading.Mas.MasLevel;

namespace CarNkMonitor.Grading.Mas;

/// <summary>
/// The CarNkMonitor MAS signal (specification 4.6), our own proposal and no published score: a screen that finds, early and from routine values, the
/// patient whose inflammation is turning into macrophage activation while counts are low anyway from conditioning. Its limits are study data
/// (<see cref="MasThresholds"/>); the table of levels below is not.
/// </summary>
public static class MasSignal
{
    /// <summary>Criteria id of this table and edition.</summary>
    public const string Criteria = "CNK-MAS-1";

    /// <summary>The table of levels, for known components. Ferritin is obligatory for AMBER and RED: it is the one required item of IEC-HS.</summary>
    /// <param name="ferritin">Component B.</param>
    /// <param name="fever">Component A: persistent high fever.</param>
    /// <param name="cytopenia">Component C: cytopenia beyond conditioning.</param>
    /// <param name="organ">Component D: organ or coagulation.</param>
    public static MasLevel Level(MasFerritin ferritin, bool fever, bool cytopenia, bool organ)
    {
        var others = (fever ? 1 : 0) + (cytopenia ? 1 : 0) + (organ ? 1 : 0);
        return ferritin switch
        {
            MasFerritin.Strong => others >= 1 ? Red : Amber,
            MasFerritin.ModerateOrRapid => others >= 2 ? Red : others == 1 ? Amber : Watch,
            MasFerritin.Neither => fever && (cytopenia || organ) ? Watch : None,
        };
    }
}

/// <summary>Component B, the rows of the table of levels; least severe first.</summary>
public enum MasFerritin
{
    /// <summary>Known, and neither of the two below.</summary>
    Neither,

    /// <summary>B-moderate or B-rapid, and not B-strong.</summary>
    ModerateOrRapid,

    /// <summary>B-strong: the level alone.</summary>
    Strong,
}
