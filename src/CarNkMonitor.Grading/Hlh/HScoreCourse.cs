using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>The HScore over time (specification 4.3): from raw timed observations to the score at a moment. A pure function of the facts.</summary>
public static class HScoreCourse
{
    /// <summary>The score at a moment, UTC; an entry observed at that very moment counts.</summary>
    /// <returns>NOT_APPLICABLE before the first infusion; NOT_ASSESSED while nothing that the table reads has been recorded since the most recent one.</returns>
    public static GradeResult At(SubjectFacts facts, DateTime moment) => At(new SubjectRecord(facts, countProvisional: true), moment);

    internal static GradeResult At(SubjectRecord record, DateTime moment) =>
        record.Graded(HScoreExplainer.Score, HlhRecord.Readings, moment, () => HScoreGrader.Grade(InputsAt(record, moment)));

    internal static HScoreInputs InputsAt(SubjectRecord record, DateTime moment) => new()
    {
        KnownImmunosuppression = record.Standing(HlhCodes.Immunosuppression, moment)?.Flag,
        TemperatureMax = record.Max(HlhCodes.Temperature, moment),
        Hepatomegaly = record.Said(HlhCodes.Hepatomegaly, moment),
        Splenomegaly = record.Said(HlhCodes.Splenomegaly, moment),
        Hemoglobin = record.Min(HlhCodes.Hemoglobin, moment),
        Leukocytes = record.Min(HlhCodes.Leukocytes, moment),
        Platelets = record.Min(HlhCodes.Platelets, moment),
        Ferritin = record.Max(HlhCodes.Ferritin, moment),
        Triglycerides = Laboratory.Triglycerides(record.Highest(HlhCodes.Triglycerides, moment, CourseTimes.ThreeDays)),
        Fibrinogen = record.Min(HlhCodes.Fibrinogen, moment),
        Ast = record.Max(HlhCodes.Ast, moment),
        Hemophagocytosis = record.Hemophagocytosis(moment),
    };
}
