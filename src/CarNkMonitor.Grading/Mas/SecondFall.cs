using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Mas;

/// <summary>
/// A second fall after recovery: at least two lineages were below their limit after the most recent conditioning, later at or above it, and are
/// below it now. Null when a lineage that could decide has no current value.
/// </summary>
static class SecondFall
{
    public static bool? Of(SubjectRecord record, DateTime moment, MasThresholds limits, Fact? neutrophils, Fact? platelets, Fact? hemoglobin)
    {
        var since = record.Recovery.ConditioningFrom(moment) ?? record.FirstInfusion ?? moment;
        Tally Falls(string code, decimal below, Fact? now) => Tally.Of(HasRecovered(record.Between(code, since.AddTicks(-1), moment), below) & now?.Measured.IsBelow(below));
        return (Falls(Hlh.HlhCodes.Neutrophils, limits.NeutrophilsBelow, neutrophils)
            + Falls(Hlh.HlhCodes.Platelets, limits.PlateletsBelow, platelets)
            + Falls(Hlh.HlhCodes.Hemoglobin, limits.HemoglobinBelow, hemoglobin)).IsAtLeast(limits.LineagesFrom);
    }

    /// <summary>Below, and later at or above. A bound that leaves a side open leaves it open.</summary>
    static bool? HasRecovered(ReadOnlySpan<Fact> counts, decimal below)
    {
        bool? wasLow = false;
        bool? recovered = false;
        foreach (var count in counts)
        {
            var isLow = count.Measured.IsBelow(below);
            recovered |= wasLow & !isLow;
            wasLow |= isLow;
        }

        return recovered;
    }
}
