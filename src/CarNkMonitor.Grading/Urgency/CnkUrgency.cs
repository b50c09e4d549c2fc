using static CarNkMonitor.Grading.Urgency.ClinicalUrgency;

namespace CarNkMonitor.Grading.Urgency;

/// <summary>
/// Grade to urgency, our own proposal (specification 6.3): no published source gives a notification time in minutes. The urgency of a
/// patient is the highest of all rows. Grade 0 and what was not assessed are ROUTINE.
/// </summary>
public static class CnkUrgency
{
    /// <summary>Criteria id.</summary>
    public const string Criteria = "CNK-URGENCY-1";

    /// <summary>How soon a physician is wanted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A grade outside 0 to 5, or a range upside down.</exception>
    public static ClinicalUrgency Of(UrgencyFindings findings) => Highest(
        Crs(Checked(findings.Crs).Low, findings.CrsIsNewOrWorse),
        Icans(Checked(findings.Icans).Low),
        IecHs(findings.IecHs ?? 0),
        Mas(findings.MasLow),
        Gap(findings.Crs),
        Gap(findings.Icans),
        Gap(findings.MasLow, findings.MasHigh),
        findings.RoseByTwoGradesIn24H ? EmergencyNow : Routine);

    /// <summary>New grade 1 is the first fever after conditioning, usually in neutropenia, with its one-hour antibiotic target.</summary>
    static ClinicalUrgency Crs(int grade, bool isNewOrWorse) => grade switch
    {
        0 => Routine,
        1 => isNewOrWorse ? Urgent1H : SameDay,
        2 => Urgent1H,
        >= 3 and <= 5 => EmergencyNow,
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "CRS grades run from 0 to 5."),
    };

    /// <summary>Grade 1 can reach grade 4 within hours, and treatment before seizure or oedema matters.</summary>
    static ClinicalUrgency Icans(int grade) => grade switch
    {
        0 => Routine,
        1 or 2 => Urgent1H,
        >= 3 and <= 5 => EmergencyNow,
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "ICANS grades run from 0 to 5."),
    };

    static ClinicalUrgency IecHs(int grade) => grade switch
    {
        0 => Routine,
        1 => SameDay,
        2 => Urgent1H,
        >= 3 and <= 5 => EmergencyNow,
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "IEC-HS grades run from 1 to 5."),
    };

    static ClinicalUrgency Mas(MasLevel level) => level switch
    {
        MasLevel.None => Routine,
        MasLevel.Watch => Routine,       // order tests
        MasLevel.Amber => SameDay,
        MasLevel.Red => Urgent1H,
    };

    /// <summary>"Complete the missing value": at least so soon, however low the grade is for sure.</summary>
    static ClinicalUrgency Gap(GradeBounds range) =>
        !range.HasGap ? Routine
        : range.High >= 3 ? Urgent1H
        : SameDay;

    static ClinicalUrgency Gap(MasLevel low, MasLevel high) => high > low && high >= MasLevel.Amber ? SameDay : Routine;

    static ClinicalUrgency Highest(params ReadOnlySpan<ClinicalUrgency> all)
    {
        var highest = Routine;
        foreach (var one in all)
            highest = one > highest ? one : highest;
        return highest;
    }

    static GradeBounds Checked(GradeBounds range) => range is { Low: >= 0, High: <= 5 } && range.Low <= range.High
        ? range
        : throw new ArgumentOutOfRangeException(nameof(range), range, "A range of grades runs upward within 0 to 5.");
}
