using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>What T-ICAHT grading needs to know of one course after conditioning.</summary>
public sealed record TicahtInputs
{
    /// <summary>Platelet counts in 10*9/L, unrounded; any order, several on a day allowed (the lowest counts).</summary>
    public IReadOnlyList<DayValue> Counts { get; init; } = [];

    /// <summary>RecoveryDay of the evaluation, of the last follow-up, or of the closing event if that is earlier. Later counts are not read.</summary>
    public required int EndDay { get; init; }

    /// <summary>The window is final before day 30: the events of <see cref="IcahtInputs.IsClosed"/>. It never changes the grade.</summary>
    public bool IsClosed { get; init; }

    /// <summary>RecoveryDays of platelet transfusions. They never change the grade; they put off the recovery.</summary>
    public IReadOnlyList<int> TransfusionDays { get; init; } = [];

    internal bool IsFinal => IsClosed || EndDay >= Ticaht.LastEarlyDay;
}
