using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>
/// ICAHT, T-ICAHT, the recovery phenotype and the expected window over time (specification of cytopenias 2.3 to 2.7): from raw timed counts,
/// doses and events to the result at a moment. Days are RecoveryDays of the site's calendar. Pure functions of the facts.
/// </summary>
public static class RecoveryTables
{
    /// <summary>Early ICAHT at a moment, UTC.</summary>
    /// <returns>NOT_APPLICABLE before the first infusion; NOT_ASSESSED without a count since day 0.</returns>
    public static GradeResult EarlyIcaht(SubjectFacts facts, DateTime moment) => EarlyIcaht(CourseOf(facts, moment));

    /// <summary>Late ICAHT at a moment, UTC.</summary>
    /// <returns>NOT_APPLICABLE before day 31; NOT_COMPUTED without a count after day 30.</returns>
    public static GradeResult LateIcaht(SubjectFacts facts, DateTime moment) => LateIcaht(CourseOf(facts, moment));

    /// <summary>Early T-ICAHT at a moment, UTC.</summary>
    /// <returns>NOT_APPLICABLE before the first infusion; NOT_ASSESSED without a count since day 0.</returns>
    public static GradeResult Ticaht(SubjectFacts facts, DateTime moment) => Ticaht(CourseOf(facts, moment));

    /// <summary>The recovery phenotype at a moment, UTC.</summary>
    /// <returns>NOT_APPLICABLE before the first infusion; NOT_ASSESSED without a count since day 0.</returns>
    public static GradeResult Phenotype(SubjectFacts facts, DateTime moment) => Phenotype(CourseOf(facts, moment));

    /// <summary>Expected or unexpected cytopenia of one lineage at a moment, UTC.</summary>
    /// <returns>NOT_APPLICABLE before the first infusion; NOT_ASSESSED without a count since day 0.</returns>
    public static GradeResult Window(SubjectFacts facts, BloodLineage lineage, CytopeniaLimits limits, DateTime moment) =>
        Window(CourseOf(facts, moment), lineage, limits);

    internal static GradeResult EarlyIcaht(RecoveryCourse? course) =>
        course?.HasCount(CytopeniaCodes.Neutrophils) == false ? IcahtGrader.NotAssessed : IcahtGrader.Early(IcahtInputs(course));

    internal static GradeResult LateIcaht(RecoveryCourse? course) => IcahtGrader.Late(IcahtInputs(course));

    internal static GradeResult Ticaht(RecoveryCourse? course) => course?.HasCount(CytopeniaCodes.Platelets) == false ? TicahtGrader.NotAssessed
        : TicahtGrader.Early(course is null ? new TicahtInputs { EndDay = Before } : new TicahtInputs
        {
            Counts = course.Counts(CytopeniaCodes.Platelets, fromConditioning: false),
            EndDay = course.EndDay,
            IsClosed = course.IsClosed,
            TransfusionDays = course.Days("platelet_transfusion"),
        });

    internal static GradeResult Phenotype(RecoveryCourse? course) => course?.HasCount(CytopeniaCodes.Neutrophils) == false ? PhenotypeGrader.NotAssessed
        : PhenotypeGrader.Grade(course is null ? new PhenotypeInputs { EndDay = Before } : new PhenotypeInputs
        {
            Counts = course.Counts(CytopeniaCodes.Neutrophils, fromConditioning: false, CytopeniaCodes.PerMicroliter),
            EndDay = course.EndDay,
        });

    internal static GradeResult Window(RecoveryCourse? course, BloodLineage lineage, CytopeniaLimits limits) =>
        course?.HasCount(lineage.Code()) == false ? CytopeniaGrader.NotAssessed : CytopeniaGrader.Grade(WindowInputs(course, lineage, limits));

    internal static CytopeniaInputs WindowInputs(RecoveryCourse? course, BloodLineage lineage, CytopeniaLimits limits) => course is null
        ? new CytopeniaInputs { Lineage = lineage, ConditioningDay = 0, EvaluationDay = Before }
        : new CytopeniaInputs
        {
            Lineage = lineage,
            ConditioningDay = course.ConditioningDay,
            EvaluationDay = course.EndDay,
            Baseline = course.Baseline(lineage.Code())?.Measured,
            Counts = course.Counts(lineage.Code(), fromConditioning: true),
            TransfusionDays = lineage switch
            {
                BloodLineage.Neutrophils => [],
                BloodLineage.Platelets => course.Days("platelet_transfusion"),
                BloodLineage.Hemoglobin => course.Days("rbc_transfusion"),
            },
            EarlyGrade = lineage switch
            {
                BloodLineage.Neutrophils => EarlyIcaht(course),
                BloodLineage.Platelets => Ticaht(course),
                BloodLineage.Hemoglobin => null,
            },
            Limits = limits,
        };

    /// <summary>Before day 0 no table of recovery applies.</summary>
    const int Before = -1;

    static IcahtInputs IcahtInputs(RecoveryCourse? course) => course is null ? new IcahtInputs { EndDay = Before } : new IcahtInputs
    {
        Counts = course.Counts(CytopeniaCodes.Neutrophils, fromConditioning: false, CytopeniaCodes.PerMicroliter),
        EndDay = course.EndDay,
        IsClosed = course.IsClosed,
        GcsfDoses = course.GcsfDoses(),
    };

    static RecoveryCourse? CourseOf(SubjectFacts facts, DateTime moment) => RecoveryCourse.At(new SubjectRecord(facts, countProvisional: true), moment);
}
