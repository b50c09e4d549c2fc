namespace CarNkMonitor.Grading.Facts;

/// <summary>Looks into lists of facts that are sorted by observed time.</summary>
static class Timed
{
    /// <summary>The facts in (after, until]: after excluded, until included.</summary>
    public static ReadOnlySpan<Fact> Between(Fact[] sorted, DateTime after, DateTime until)
    {
        var from = CountUntil(sorted, after);
        return sorted.AsSpan(from, Math.Max(0, CountUntil(sorted, until) - from));
    }

    /// <summary>True when one of these sorted instants lies in (after, until].</summary>
    public static bool AnyBetween(DateTime[] sorted, DateTime after, DateTime until)
    {
        var index = Array.BinarySearch(sorted, after.AddTicks(1));
        index = index < 0 ? ~index : index;
        return index < sorted.Length && sorted[index] <= until;
    }

    /// <summary>The facts of one instant, the one of the fact at this index: all of them are one set.</summary>
    public static ArraySegment<Fact> SetFrom(Fact[] sorted, int index)
    {
        var end = index;
        while (end < sorted.Length && sorted[end].ObservedAt == sorted[index].ObservedAt)
        {
            end++;
        }

        return new(sorted, index, end - index);
    }

    /// <summary>When the fact at this index was observed; the end of time where there is none.</summary>
    public static DateTime At(Fact[] sorted, int index) => index < sorted.Length ? sorted[index].ObservedAt : DateTime.MaxValue;

    /// <summary>How many facts lie at or before this instant.</summary>
    static int CountUntil(Fact[] sorted, DateTime instant)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle].ObservedAt <= instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
