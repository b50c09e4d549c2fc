using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.Mas;

/// <summary>EULAR/ACR/PRINTO 2016 over time (specification 4.4): from raw timed observations to the result at a moment. A pure function of the facts.</summary>
public static class EularMasCourse
{
    const decimal FeverFrom = 38.0m;

    /// <summary>Whether the set is met at a moment, UTC; an entry observed at that very moment counts.</summary>
    /// <returns>NOT_APPLICABLE before the first infusion; NOT_ASSESSED while nothing that the table reads has been recorded since the most recent one.</returns>
    public static GradeResult At(SubjectFacts facts, DateTime moment) => At(new SubjectRecord(facts, countProvisional: true), moment);

    internal static GradeResult At(SubjectRecord record, DateTime moment) =>
        record.Graded(EularMasExplainer.Call, HlhRecord.Readings, moment, () => EularMasGrader.Call(InputsAt(record, moment)));

    internal static EularMasInputs InputsAt(SubjectRecord record, DateTime moment) => new()
    {
        KnownOrSuspectedSjia = record.Standing(HlhCodes.KnownOrSuspectedSjia, moment)?.Flag == true,
        IsFebrile = record.Highest(HlhCodes.Temperature, moment, CourseTimes.Day)?.Measured.IsAtLeast(FeverFrom),
        Ferritin = record.Max(HlhCodes.Ferritin, moment),
        Platelets = record.Min(HlhCodes.Platelets, moment),
        Ast = record.Max(HlhCodes.Ast, moment),
        Triglycerides = Laboratory.Triglycerides(record.Highest(HlhCodes.Triglycerides, moment, CourseTimes.ThreeDays)),
        Fibrinogen = record.Min(HlhCodes.Fibrinogen, moment),
    };
}
