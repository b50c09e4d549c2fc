using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>What the recovery phenotype is judged from.</summary>
public sealed record PhenotypeInputs
{
    /// <summary>Neutrophil counts in cells/µL (10*9/L x 1000), unrounded; any order, several on a day allowed (the lowest counts).</summary>
    public IReadOnlyList<DayValue> Counts { get; init; } = [];

    /// <summary>RecoveryDay of the evaluation, of the last follow-up, or of the closing event if that is earlier. Later counts are not read.</summary>
    public required int EndDay { get; init; }
}
