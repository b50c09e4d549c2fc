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

namespace CarNkMonitor.Grading.Courses;

/// <summary>One result that a run gives at a moment.</summary>
sealed record CourseTable(string Criteria, string Part, Func<CourseRun, DateTime, CourseResult> At);

/// <summary>Every table that can be graded over time.</summary>
static class CourseTables
{
    static readonly BloodLineage[] Lineages = [BloodLineage.Neutrophils, BloodLineage.Platelets, BloodLineage.Hemoglobin];

    public static readonly IReadOnlyList<CourseTable> All =
    [
        new(AstctCrs.Criteria, "", OfCrs),
        new(AstctIcans.Criteria, "", static (run, moment) => run.History.IcansAt(moment)),
        Plain(IecHsPattern.Criteria, "pattern", static (run, moment) => run.IecHsAt(moment).Pattern),
        Plain(IecHsPattern.Criteria, "grade", static (run, moment) => run.IecHsAt(moment).Grade),
        Plain(MasSignal.Criteria, "", static (run, moment) => MasSignalCourse.At(run.Record, run.History, run.Settings.Mas, moment)),
        Plain(Hlh2004.Criteria, "", static (run, moment) => Hlh2004Course.At(run.Record, moment)),
        Plain(HScore.Criteria, "", static (run, moment) => HScoreCourse.At(run.Record, moment)),
        Plain(CartoxHlh.Criteria, "", static (run, moment) => CartoxHlhCourse.At(run.Record, run.History, moment)),
        Plain(EularMas.Criteria, "", static (run, moment) => EularMasCourse.At(run.Record, moment)),
        Plain(MagicAcuteGvhd.Criteria, "signal", static (run, moment) => MagicCourse.Signal(run.Record, moment, () => run.MagicAt(moment))),
        Plain(MagicAcuteGvhd.Criteria, "reported", static (run, moment) => MagicCourse.Reported(run.Record, moment, () => run.MagicAt(moment))),
        .. CtcaeCourse.Terms(CtcaeEdition.Version5).Concat(CtcaeCourse.Terms(CtcaeEdition.Version6)).Select(OfTerm),
        Plain(CtcaeFebrileNeutropenia.Criteria, "febrile neutropenia", static (run, moment) => FebrileNeutropeniaCourse.Ctcae(run.Record, moment)),
        Plain(IdsaFebrileNeutropenia.Criteria, "", static (run, moment) => FebrileNeutropeniaCourse.Idsa(run.Record, moment)),
        Plain(Icaht.Criteria, "early", static (run, moment) => RecoveryTables.EarlyIcaht(run.RecoveryAt(moment))),
        Plain(Icaht.Criteria, "late", static (run, moment) => RecoveryTables.LateIcaht(run.RecoveryAt(moment))),
        Plain(Ticaht.Criteria, "early", static (run, moment) => RecoveryTables.Ticaht(run.RecoveryAt(moment))),
        Plain(AncPhenotype.Criteria, "", static (run, moment) => RecoveryTables.Phenotype(run.RecoveryAt(moment))),
        .. Lineages.Select(lineage => Plain(CnkCytopenia.Criteria, lineage.Code(), (run, moment) => RecoveryTables.Window(run.RecoveryAt(moment), lineage, run.Settings.Cytopenia))),
        Plain(News2.Criteria, "", static (run, moment) => EarlyWarningCourse.News2(run.Record, moment)),
        Plain(Qsofa.Criteria, "", static (run, moment) => EarlyWarningCourse.Qsofa(run.Record, moment)),
        Plain(CarHematotox.Criteria, "", static (run, moment) => ScoreCourse.CarHematotox(run.Record, moment)),
        Plain(Easix.Criteria, "", static (run, moment) => ScoreCourse.Easix(run.Record, moment)),
        Plain(ModifiedEasix.Criteria, "", static (run, moment) => ScoreCourse.ModifiedEasix(run.Record, moment)),
        Plain(SimplifiedEasix.Criteria, "", static (run, moment) => ScoreCourse.SimplifiedEasix(run.Record, moment)),
    ];

    /// <summary>Criteria ids, each once.</summary>
    public static readonly IReadOnlyList<string> Ids = [.. All.Select(table => table.Criteria).Distinct()];

    static CourseResult OfCrs(CourseRun run, DateTime moment)
    {
        var crs = run.History.CrsAt(moment);
        return new CourseResult(moment, crs.Result, crs.Episode, crs.OnsetAt);
    }

    static CourseTable OfTerm(LabCriterion term) =>
        Plain(term.Criteria, term.Term.ToLowerInvariant(), (run, moment) => CtcaeCourse.At(run.Record, term, moment));

    /// <summary>A table without episodes.</summary>
    static CourseTable Plain(string criteria, string part, Func<CourseRun, DateTime, GradeResult> at) =>
        new(criteria, part, (run, moment) => new CourseResult(moment, at(run, moment), Episode: 1, OnsetAt: null) { Record = run.Record });
}
