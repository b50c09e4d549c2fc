using System.Numerics;

namespace CarNkMonitor.Grading.Cytopenia.Days;

/// <summary>Consecutive days.</summary>
/// <param name="From">First day, included.</param>
/// <param name="Length">Number of days; 0 when there is none.</param>
readonly record struct DayRun(int From, int Length)
{
    /// <summary>Last day, included.</summary>
    public int To => From + Length - 1;
}

/// <summary>Some of the days 0 to 63, one bit each: low days and the runs they make.</summary>
readonly record struct DaySet(ulong Bits)
{
    /// <summary>The days at or below a limit (inclusive).</summary>
    public static DaySet AtMost(ReadOnlySpan<FilledDay> days, decimal limit)
    {
        var bits = 0UL;
        for (var day = 0; day < days.Length; day++)
        {
            bits |= days[day].IsAtMost(limit) ? 1UL << day : 0;
        }

        return new(bits);
    }

    /// <summary>The days below a limit (exclusive).</summary>
    public static DaySet Below(ReadOnlySpan<FilledDay> days, decimal limit)
    {
        var bits = 0UL;
        for (var day = 0; day < days.Length; day++)
        {
            bits |= days[day].IsBelow(limit) ? 1UL << day : 0;
        }

        return new(bits);
    }

    /// <summary>The days that are neither measured nor filled.</summary>
    public static DaySet Missing(ReadOnlySpan<FilledDay> days)
    {
        var bits = 0UL;
        for (var day = 0; day < days.Length; day++)
        {
            bits |= days[day].Origin == DayOrigin.Missing ? 1UL << day : 0;
        }

        return new(bits);
    }

    public int Count => BitOperations.PopCount(Bits);

    public bool Contains(int day) => (Bits >> day & 1) != 0;

    /// <summary>
    /// With the days of unstable recoveries: one or two days between two of these days. Three in a row are a recovery (CIBMTR) and stay out.
    /// </summary>
    public DaySet Joined => new(Bits | Bits << 1 & Bits >> 1 | Bits << 1 & Bits >> 2 | Bits << 2 & Bits >> 1);

    /// <summary>The longest run, the first of them when two are equally long; of length 0 when the set is empty.</summary>
    public DayRun Longest
    {
        get
        {
            var longest = default(DayRun);
            foreach (var run in this)
            {
                longest = run.Length > longest.Length ? run : longest;
            }

            return longest;
        }
    }

    /// <summary>The runs in the order of the days.</summary>
    public Enumerator GetEnumerator() => new(Bits);

    /// <summary>Walks the runs without allocating.</summary>
    public struct Enumerator(ulong left)
    {
        public DayRun Current { get; private set; }

        public bool MoveNext()
        {
            if (left == 0)
            {
                return false;
            }

            var from = BitOperations.TrailingZeroCount(left);
            Current = new(from, BitOperations.TrailingZeroCount(~(left >> from)));
            left &= Current.To >= 63 ? 0 : ulong.MaxValue << Current.To + 1;
            return true;
        }
    }
}
