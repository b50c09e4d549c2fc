namespace CarNkMonitor.Grading.Explanations;

/// <summary>
/// The totals that a score of added points can still reach: item by item, as one bit for each total. The exact equivalent of trying every
/// completion of the record, for scores in which a missing item leads to other totals by each of its points, whatever the others are
/// (<see cref="MissingSearch"/> would have to try the product of all rows).
/// </summary>
/// <param name="lows">Bit n: some completion has the lower bound n.</param>
/// <param name="highs">Bit n: some completion has the upper bound n.</param>
readonly struct PointSums(ulong lows, ulong highs)
{
    /// <summary>No item yet: the total 0.</summary>
    public static readonly PointSums None = new(1, 1);

    readonly ulong _lows = lows;
    readonly ulong _highs = highs;

    /// <summary>An item that is recorded; a bound may leave a range of points.</summary>
    public PointSums Known(int low, int high) => new(_lows << low, _highs << high);

    /// <summary>An item that is missing: any of these points.</summary>
    public PointSums Missing(params ReadOnlySpan<int> points)
    {
        var (lowBits, highBits) = (0ul, 0ul);
        foreach (var point in points)
        {
            lowBits |= _lows << point;
            highBits |= _highs << point;
        }

        return new(lowBits, highBits);
    }

    /// <summary>What either of two ways reaches.</summary>
    public PointSums Or(PointSums other) => new(_lows | other._lows, _highs | other._highs);

    /// <summary>Every total that is the lower or the upper bound of some completion, ascending.</summary>
    public int[] Totals()
    {
        var bits = _lows | _highs;
        return [.. Enumerable.Range(0, 64).Where(total => (bits & (1ul << total)) != 0)];
    }
}
