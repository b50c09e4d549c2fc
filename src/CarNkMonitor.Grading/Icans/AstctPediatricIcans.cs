using static CarNkMonitor.Grading.ToxicityGrade;

namespace CarNkMonitor.Grading.Icans;

/// <summary>
/// ICANS of children by the ASTCT consensus: Lee et al. 2019, Biol Blood Marrow Transplant 25:625-638, doi:10.1016/j.bbmt.2018.12.758, Table 7.
/// CAPD stands in the place of ICE; the other rows are those of the adults.
/// </summary>
public static class AstctPediatricIcans
{
    /// <summary>Criteria id: one edition with <see cref="AstctIcans"/>; the result names the instrument.</summary>
    public const string Criteria = AstctIcans.Criteria;

    /// <summary>Lowest and highest grade that the possible cells allow; equal when every cell that matters is known.</summary>
    public static GradeRange Grade(
        Possible<Capd> capd, Possible<Consciousness> consciousness, Possible<Seizure> seizure, MotorWeakness motor, RaisedPressure pressure) => new(
        Grade(capd.Lowest, consciousness.Lowest, seizure.Lowest, motor, pressure),
        Grade(capd.Highest, consciousness.Highest, seizure.Highest, motor, pressure));

    /// <summary>The printed table, for known cells. Grade 5 is taken before it.</summary>
    public static ToxicityGrade Grade(Capd capd, Consciousness consciousness, Seizure seizure, MotorWeakness motor, RaisedPressure pressure) =>
        AstctIcans.Worst(Row(capd), AstctIcans.Others(consciousness, seizure, motor, pressure));

    internal static ToxicityGrade Row(Capd capd) => capd switch
    {
        Capd.NotRaised => None,
        // Printed for grade 1 and for grade 2 alike: the consciousness row alone makes the difference.
        Capd.OneToEight => Grade1,
        Capd.NineOrMore => Grade3,
        Capd.UnableToPerform => Grade4,
    };
}

/// <summary>First row of the table of children: the CAPD total.</summary>
public enum Capd
{
    /// <summary>0, or not above the child's own baseline.</summary>
    NotRaised,

    /// <summary>1 to 8, both included. A screen: low values are common in sick or frightened children.</summary>
    OneToEight,

    /// <summary>9 or more.</summary>
    NineOrMore,

    /// <summary>Unable to perform CAPD, because unarousable.</summary>
    UnableToPerform,
}
