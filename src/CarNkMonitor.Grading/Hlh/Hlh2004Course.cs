using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>HLH-2004 over time (specification 4.2): from raw timed observations to the result at a moment. A pure function of the facts.</summary>
public static class Hlh2004Course
{
    /// <summary>Whether the set is met at a moment, UTC; an entry observed at that very moment counts.</summary>
    /// <returns>NOT_APPLICABLE before the first infusion; NOT_ASSESSED while nothing that the table reads has been recorded since the most recent one.</returns>
    public static GradeResult At(SubjectFacts facts, DateTime moment) => At(new SubjectRecord(facts, countProvisional: true), moment);

    internal static GradeResult At(SubjectRecord record, DateTime moment) =>
        record.Graded(Hlh2004Explainer.Call, HlhRecord.Readings, moment, () => Hlh2004Grader.Call(InputsAt(record, moment)));

    internal static Hlh2004Inputs InputsAt(SubjectRecord record, DateTime moment)
    {
        var lipids = record.Highest(HlhCodes.Triglycerides, moment, CourseTimes.ThreeDays);
        return new Hlh2004Inputs
        {
            AgeWeeks = record.Subject.DaysOldAt(moment) / 7m,
            TemperatureMax = record.Max(HlhCodes.Temperature, moment),
            Splenomegaly = record.Said(HlhCodes.Splenomegaly, moment),
            Hemoglobin = record.Min(HlhCodes.Hemoglobin, moment),
            Platelets = record.Min(HlhCodes.Platelets, moment),
            Neutrophils = record.Min(HlhCodes.Neutrophils, moment),
            Triglycerides = Laboratory.Triglycerides(lipids),
            TriglyceridesFasting = Laboratory.IsFasting(record, lipids),
            Fibrinogen = record.Min(HlhCodes.Fibrinogen, moment),
            Hemophagocytosis = record.Hemophagocytosis(moment),
            NkActivity = NkActivityAt(record, moment),
            Ferritin = record.Max(HlhCodes.Ferritin, moment),
            SolubleCd25 = record.SinceInfusion(HlhCodes.SolubleCd25, moment)?.Measured,
            MolecularDiagnosis = record.Standing(HlhCodes.MolecularDiagnosis, moment)?.Flag == true,
        };
    }

    /// <summary>After an infusion of NK cells the assay measures these.</summary>
    static NkActivity? NkActivityAt(SubjectRecord record, DateTime moment) => record.InfusionAt(moment) is not null
        ? NkActivity.UninterpretablePostNk
        : Coded.Of(record.Standing(HlhCodes.NkActivity, moment), NkWords);

    static readonly (string Word, NkActivity Value)[] NkWords =
        [("normal", NkActivity.Normal), ("low_or_absent", NkActivity.LowOrAbsent), ("uninterpretable_post_nk", NkActivity.UninterpretablePostNk)];
}
