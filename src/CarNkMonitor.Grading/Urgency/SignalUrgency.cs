using CarNkMonitor.Grading.Facts;
using static CarNkMonitor.Grading.Urgency.ClinicalUrgency;

namespace CarNkMonitor.Grading.Urgency;

/// <summary>
/// Signals to urgency, our own proposal (specification of cytopenia and GvHD, 2.8): rows beside those of <see cref="CnkUrgency"/>, under the same
/// criteria id. The urgency is the highest of all rows.
/// </summary>
public static class SignalUrgency
{
    /// <summary>Platelets below this (exclusive), 10*9/L, at any time.</summary>
    public const decimal PlateletsBelow = 10;

    /// <summary>Haemoglobin below this (exclusive), g/L, at any time.</summary>
    public const decimal HemoglobinBelow = 70;

    /// <summary>NEWS2 from here on (inclusive) is an emergency.</summary>
    public const int EmergencyNews2 = 7;

    /// <summary>NEWS2 from here on (inclusive) is urgent.</summary>
    public const int UrgentNews2 = 5;

    /// <summary>How soon a physician is wanted for these findings alone.</summary>
    public static ClinicalUrgency Of(SignalFindings findings) => CnkUrgency.Highest(
        Gvhd(findings.GvhdSignal, findings.GvhdIsNewOrWorse),
        Cytopenia(findings.CytopeniaIsUnexpected),
        Low(findings.Platelets, PlateletsBelow),
        Low(findings.Hemoglobin, HemoglobinBelow),
        Fever(findings.FebrileNeutropenia, findings.IsInConditioningNadir),
        News2(findings.News2, findings.AnyNews2ParameterIsThree),
        BloodCulture(findings.BloodCultureIsPositive));

    /// <summary>Grade I is told at the next review; an unchanged, reviewed signal calls nobody again.</summary>
    internal static ClinicalUrgency Gvhd(int signal, bool isNewOrWorse) => signal switch
    {
        >= 4 => isNewOrWorse ? Urgent1H : Routine,
        >= 2 => isNewOrWorse ? SameDay : Routine,
        _ => Routine,
    };

    internal static ClinicalUrgency Cytopenia(bool isUnexpected) => isUnexpected ? SameDay : Routine;

    /// <summary>A bound that leaves it open, such as <c>&lt;20</c>, counts as low: asking costs less than missing it.</summary>
    internal static ClinicalUrgency Low(Measured? value, decimal limit) => value is { } known && known.IsBelow(limit) != false ? SameDay : Routine;

    internal static ClinicalUrgency Fever(FebrileNeutropenia answer, bool isInConditioningNadir) => answer switch
    {
        FebrileNeutropenia.No => Routine,
        FebrileNeutropenia.Indeterminate => isInConditioningNadir ? Urgent1H : Routine,
        FebrileNeutropenia.Yes => Urgent1H,
    };

    internal static ClinicalUrgency News2(int? total, bool anyThree) =>
        total >= EmergencyNews2 ? EmergencyNow
        : total >= UrgentNews2 || anyThree ? Urgent1H
        : Routine;

    internal static ClinicalUrgency BloodCulture(bool isPositive) => isPositive ? Urgent1H : Routine;
}
