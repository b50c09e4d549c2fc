using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Scores;

/// <summary>
/// CAR-HEMATOTOX and the EASIX family over time (specification of observations 2.6): the last values before LD1; before conditioning the last ones so far.
/// Pure functions of the facts.
/// </summary>
public static class ScoreCourse
{
    /// <summary>CAR-HEMATOTOX at a moment, UTC.</summary>
    /// <returns>NOT_ASSESSED without any of its values before LD1, and after an infusion whose conditioning is not on record.</returns>
    public static GradeResult CarHematotox(SubjectFacts facts, DateTime moment) => CarHematotox(new SubjectRecord(facts, countProvisional: true), moment);

    /// <summary>EASIX at a moment, UTC.</summary>
    /// <returns>NOT_ASSESSED without any of its values before LD1, and after an infusion whose conditioning is not on record.</returns>
    public static GradeResult Easix(SubjectFacts facts, DateTime moment) => Easix(new SubjectRecord(facts, countProvisional: true), moment);

    /// <summary>m-EASIX at a moment, UTC; as <see cref="Easix(SubjectFacts, DateTime)"/>.</summary>
    public static GradeResult ModifiedEasix(SubjectFacts facts, DateTime moment) => ModifiedEasix(new SubjectRecord(facts, countProvisional: true), moment);

    /// <summary>s-EASIX at a moment, UTC; as <see cref="Easix(SubjectFacts, DateTime)"/>.</summary>
    public static GradeResult SimplifiedEasix(SubjectFacts facts, DateTime moment) => SimplifiedEasix(new SubjectRecord(facts, countProvisional: true), moment);

    internal static GradeResult CarHematotox(SubjectRecord record, DateTime moment)
    {
        var last = LastValues(record, moment);
        var inputs = new CarHematotoxInputs
        {
            Platelets = last(ScoreCodes.Platelets), Neutrophils = last(ScoreCodes.Neutrophils), Hemoglobin = last(ScoreCodes.Hemoglobin),
            Crp = last(ScoreCodes.Crp), Ferritin = last(ScoreCodes.Ferritin),
        };
        return inputs == new CarHematotoxInputs() ? CarHematotoxGrader.NotAssessed : CarHematotoxGrader.Grade(inputs);
    }

    internal static GradeResult Easix(SubjectRecord record, DateTime moment) => Easix(record, moment, EasixExplainer.Original, EasixGrader.Easix);

    internal static GradeResult ModifiedEasix(SubjectRecord record, DateTime moment) => Easix(record, moment, EasixExplainer.Modified, EasixGrader.Modified);

    internal static GradeResult SimplifiedEasix(SubjectRecord record, DateTime moment) => Easix(record, moment, EasixExplainer.Simplified, EasixGrader.Simplified);

    static GradeResult Easix(SubjectRecord record, DateTime moment, EasixExplainer explainer, Func<EasixInputs, GradeResult> grade)
    {
        var last = LastValues(record, moment);
        var inputs = new EasixInputs
        {
            Ldh = last(ScoreCodes.Ldh), Creatinine = last(ScoreCodes.Creatinine), Crp = last(ScoreCodes.Crp), Platelets = last(ScoreCodes.Platelets),
        };
        return inputs == new EasixInputs() ? explainer.NotAssessed() : grade(inputs);
    }

    static Func<string, Measured?> LastValues(SubjectRecord record, DateTime moment)
    {
        var start = Conditioning.StartAt(record, moment);
        return start is null && record.InfusionAt(moment) is not null ? static _ => null
            : code => record.Standing(code, start is { } first && first <= moment ? first.AddTicks(-1) : moment)?.Measured;
    }
}
