using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.EarlyWarning;
using CarNkMonitor.Grading.Gvhd;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.IecHs;
using CarNkMonitor.Grading.Infection;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Scores;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>In which order the tables stand for people: what can kill within hours first, indices last.</summary>
public static class TableWeight
{
    static readonly string[] Order =
    [
        AstctCrs.Criteria, AstctIcans.Criteria, IecHsPattern.Criteria, MasSignal.Criteria, IdsaFebrileNeutropenia.Criteria, News2.Criteria,
        MagicAcuteGvhd.Criteria, Icaht.Criteria, Ticaht.Criteria, Ctcae5.Criteria, Ctcae6.Criteria, Qsofa.Criteria, AncPhenotype.Criteria,
        CnkCytopenia.Criteria, Hlh2004.Criteria, HScore.Criteria, CartoxHlh.Criteria, EularMas.Criteria, CarHematotox.Criteria, Easix.Criteria,
        ModifiedEasix.Criteria, SimplifiedEasix.Criteria,
    ];

    /// <summary>Those that may be told beside CRS on the worklist.</summary>
    internal static readonly string[] BesideCrs =
    [
        AstctIcans.Criteria, IecHsPattern.Criteria, MasSignal.Criteria, IdsaFebrileNeutropenia.Criteria, News2.Criteria, MagicAcuteGvhd.Criteria,
        Icaht.Criteria, Ticaht.Criteria, Ctcae5.Criteria, Ctcae6.Criteria,
    ];

    /// <summary>0 for CRS; a table that is not known comes last.</summary>
    public static int Of(TablePart table) => Array.IndexOf(Order, table.Criteria) is var place and >= 0 ? place : Order.Length;
}
