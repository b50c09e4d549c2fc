using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>What ICAHT grading needs to know of one course after conditioning.</summary>
public sealed record IcahtInputs
{
    /// <summary>Neutrophil counts in cells/µL (10*9/L x 1000), unrounded; any order, several on a day allowed (the lowest counts).</summary>
    public IReadOnlyList<DayValue> Counts { get; init; } = [];

    /// <summary>RecoveryDay of the evaluation, of the last follow-up, or of the closing event if that is earlier. Later counts are not read.</summary>
    public required int EndDay { get; init; }

    /// <summary>
    /// The early window is final before day 30: death, progression, next antineoplastic or conditioning therapy, stem cell boost, end of
    /// follow-up. From day 30 on it is final anyway.
    /// </summary>
    public bool IsClosed { get; init; }

    /// <summary>Doses of growth factors. They never change the grade; they annotate it.</summary>
    public IReadOnlyList<GcsfDose> GcsfDoses { get; init; } = [];

    internal bool IsFinal => IsClosed || EndDay >= Icaht.LastEarlyDay;
}
