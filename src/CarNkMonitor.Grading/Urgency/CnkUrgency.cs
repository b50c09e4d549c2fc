using CarNkMonitor.Grading.Mas;
using static CarNkMonitor.Grading.Urgency.ClinicalUrgency;

namespace CarNkMonitor.Grading.Urgency;

/// <summary>
/// Grade to urgency, our own proposal (specification 6.3): no published source gives a notification time in minutes. The urgency of a
/// patient is the highest of all rows, those of <see cref="SignalUrgency"/> among them. Grade 0 and what was not assessed are ROUTINE.
/// </summary>
public static class CnkUrgency
{
    /// <summary>Criteria id.</summary>
    public const string Criteria = "CNK-URGENCY-1";

    /// <summary>How soon a physician is wanted.</summary>
    public static ClinicalUrgency Of(UrgencyFindings findings) => Highest(
        Crs(findings.Crs.Low, findings.CrsIsNewOrWorse),
        Icans(findings.Icans.Low),
        IecHs(findings.IecHs),
        Mas(findings.MasLow),
        Gap(findings.Crs),
        Gap(findings.Icans),
        Gap(findings.MasLow, findings.MasHigh),
        Rise(findings.RoseByTwoGradesIn24H),
        SignalUrgency.Of(findings.Signals));

    /// <summary>New grade 1 is the first fever after conditioning, usually in neutropenia, with its one-hour antibiotic target.</summary>
    internal static ClinicalUrgency Crs(ToxicityGrade grade, bool isNewOrWorse) => grade switch
    {
        ToxicityGrade.None => Routine,
        ToxicityGrade.Grade1 => isNewOrWorse ? Urgent1H : SameDay,
        ToxicityGrade.Grade2 => Urgent1H,
        ToxicityGrade.Grade3 or ToxicityGrade.Grade4 or ToxicityGrade.Grade5 => EmergencyNow,
    };

    /// <summary>Grade 1 can reach grade 4 within hours, and treatment before seizure or oedema matters.</summary>
    internal static ClinicalUrgency Icans(ToxicityGrade grade) => grade switch
    {
        ToxicityGrade.None => Routine,
        ToxicityGrade.Grade1 or ToxicityGrade.Grade2 => Urgent1H,
        ToxicityGrade.Grade3 or ToxicityGrade.Grade4 or ToxicityGrade.Grade5 => EmergencyNow,
    };

    internal static ClinicalUrgency IecHs(ToxicityGrade grade) => grade switch
    {
        ToxicityGrade.None => Routine,
        ToxicityGrade.Grade1 => SameDay,
        ToxicityGrade.Grade2 => Urgent1H,
        ToxicityGrade.Grade3 or ToxicityGrade.Grade4 or ToxicityGrade.Grade5 => EmergencyNow,
    };

    internal static ClinicalUrgency Mas(MasLevel level) => level switch
    {
        MasLevel.None => Routine,
        MasLevel.Watch => Routine,       // order tests
        MasLevel.Amber => SameDay,
        MasLevel.Red => Urgent1H,
    };

    /// <summary>"Complete the missing value": at least so soon, however low the grade is for sure.</summary>
    internal static ClinicalUrgency Gap(GradeRange range) =>
        range.IsDetermined ? Routine
        : range.High >= ToxicityGrade.Grade3 ? Urgent1H
        : SameDay;

    internal static ClinicalUrgency Gap(MasLevel low, MasLevel high) => high > low && high >= MasLevel.Amber ? SameDay : Routine;

    internal static ClinicalUrgency Rise(bool byTwoGradesIn24H) => byTwoGradesIn24H ? EmergencyNow : Routine;

    internal static ClinicalUrgency Highest(params ReadOnlySpan<ClinicalUrgency> all)
    {
        var highest = Routine;
        foreach (var one in all)
            highest = one > highest ? one : highest;
        return highest;
    }
}
