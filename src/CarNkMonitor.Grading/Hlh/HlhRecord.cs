using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>How the HLH and MAS tables read the record: worst values of (t - 72 h, t], statements since the most recent infusion, traits in force.</summary>
static class HlhRecord
{
    /// <summary>Every code that a table of this family reads as a reading.</summary>
    public static readonly string[] Readings =
    [
        HlhCodes.Temperature, HlhCodes.Splenomegaly, HlhCodes.Hepatomegaly, HlhCodes.Hemoglobin, HlhCodes.Leukocytes, HlhCodes.Neutrophils,
        HlhCodes.Platelets, HlhCodes.Triglycerides, HlhCodes.Fibrinogen, HlhCodes.Ferritin, HlhCodes.SolubleCd25, HlhCodes.Ast, HlhCodes.Alt,
        HlhCodes.Bilirubin, HlhCodes.Creatinine, HlhCodes.Hemophagocytosis, HlhCodes.Oliguria, HlhCodes.PulmonaryEdema,
    ];

    /// <summary>Has any of these been recorded since the most recent infusion (specification of CRS, 0.3 item 7)?</summary>
    public static bool IsAssessed(this SubjectRecord record, IEnumerable<string> readings, DateTime moment) =>
        record.InfusionAt(moment) is { } infusion && record.Any(readings, infusion.AddTicks(-1), moment);

    /// <summary>NOT_APPLICABLE before the first infusion, NOT_ASSESSED without a reading since the most recent one; otherwise what the table says.</summary>
    public static GradeResult Graded<TInputs>(
        this SubjectRecord record, Explainer<TInputs> explainer, IEnumerable<string> readings, DateTime moment, Func<GradeResult> grade) where TInputs : class =>
        record.InfusionAt(moment) is null ? explainer.BeforeInfusion() : record.IsAssessed(readings, moment) ? grade() : explainer.NotAssessed();

    public static Measured? Max(this SubjectRecord record, string code, DateTime moment) => record.Highest(code, moment, CourseTimes.ThreeDays)?.Measured;

    public static Measured? Min(this SubjectRecord record, string code, DateTime moment) => record.Lowest(code, moment, CourseTimes.ThreeDays)?.Measured;

    /// <summary>The latest yes/no statement since the most recent infusion.</summary>
    public static bool? Said(this SubjectRecord record, string code, DateTime moment) => record.SinceInfusion(code, moment)?.Flag;

    /// <summary>The latest examination since the most recent infusion; one that was not done says nothing.</summary>
    public static bool? Hemophagocytosis(this SubjectRecord record, DateTime moment) =>
        Coded.Of(record.SinceInfusion(HlhCodes.Hemophagocytosis, moment, fact => fact.Coded != "not_done"), HemophagocytosisWords);

    static readonly (string Word, bool Value)[] HemophagocytosisWords = [(HlhCodes.Present, true), ("absent", false)];
}
