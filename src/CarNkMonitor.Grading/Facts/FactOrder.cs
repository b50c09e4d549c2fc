using CarNkMonitor.Grading.Crs;

namespace CarNkMonitor.Grading.Facts;

/// <summary>
/// Facts by observed time; those of one instant by what they say and only then by their ids, so that what counts as the latest never hangs on who entered
/// it first. Of two statements of one instant the one that leaves the finding to the table stands last: it counts.
/// </summary>
sealed class FactOrder : IComparer<Fact>
{
    public static readonly FactOrder One = new();

    public int Compare(Fact? one, Fact? other) =>
        one!.ObservedAt != other!.ObservedAt ? one.ObservedAt.CompareTo(other.ObservedAt) : CompareContent(one, other);

    /// <summary>Sorts in place what is not sorted yet; the record of a database usually is.</summary>
    public static Fact[] Sorted(Fact[] facts)
    {
        for (var index = 1; index < facts.Length; index++)
        {
            if (One.Compare(facts[index - 1], facts[index]) > 0)
            {
                Array.Sort(facts, One);
                break;
            }
        }

        return facts;
    }

    static int CompareContent(Fact one, Fact other) =>
        Nullable.Compare(one.Value, other.Value) is not 0 and var byValue ? byValue
        : one.Comparator != other.Comparator ? one.Comparator.CompareTo(other.Comparator)
        : Attributions.IsOtherCause(one) != Attributions.IsOtherCause(other) ? (Attributions.IsOtherCause(one) ? -1 : 1)
        : string.CompareOrdinal(one.Coded, other.Coded) is not 0 and var byWord ? byWord
        : Nullable.Compare(one.Flag, other.Flag) is not 0 and var byFlag ? byFlag
        : Nullable.Compare(one.EndedAt, other.EndedAt) is not 0 and var byEnd ? byEnd
        : one.IsProvisional != other.IsProvisional ? one.IsProvisional.CompareTo(other.IsProvisional)
        : CompareReports(one.Reported, other.Reported) is not 0 and var byReport ? byReport
        : one.Id.CompareTo(other.Id);

    static int CompareReports(ReportedValue? one, ReportedValue? other) =>
        string.CompareOrdinal(one?.Unit, other?.Unit) is not 0 and var byUnit ? byUnit
        : Nullable.Compare(one?.Limits?.Upper, other?.Limits?.Upper) is not 0 and var byUpper ? byUpper
        : Nullable.Compare(one?.Limits?.Lower, other?.Limits?.Lower);
}
