using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Gvhd;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.IecHs;
using CarNkMonitor.Grading.Infection;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>
/// Which tables grade an adverse event: those a physician confirms, and whose episodes are reported. Scores, criteria patterns, signals and windows of
/// expectation help to judge and are no events; of acute GvHD the reported grade counts, which is the one for trial data.
/// </summary>
public static class GradedTables
{
    static readonly HashSet<string> Whole =
        [AstctCrs.Criteria, AstctIcans.Criteria, Ctcae5.Criteria, Ctcae6.Criteria, CtcaeFebrileNeutropenia.Criteria, Icaht.Criteria, Ticaht.Criteria];

    static readonly HashSet<TablePart> Parts = [new(IecHsPattern.Criteria, "grade"), new(MagicAcuteGvhd.Criteria, "reported")];

    public static bool IsAdverseEvent(TablePart table) => Whole.Contains(table.Criteria) || Parts.Contains(table);

    internal static bool IsAdverseEvent(this Assessment assessment) => IsAdverseEvent(new TablePart(assessment.Criteria, assessment.Part));

    /// <summary>Always shown for a decision, also at grade 0.</summary>
    internal static bool IsAlwaysShown(this Assessment assessment) => assessment.Criteria is AstctCrs.Criteria or AstctIcans.Criteria;
}
