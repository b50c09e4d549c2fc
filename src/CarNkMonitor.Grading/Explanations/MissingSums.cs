using System.Numerics;

namespace CarNkMonitor.Grading.Explanations;

/// <summary>
/// As <see cref="MissingSearch"/>, for tables whose rows add up: scores and counts of criteria. Every cell of every missing input is tried within
/// its own row; the other rows enter by every sum that they can make. That is the same answer as trying all combinations, without the
/// combinations: nine items of three cells are 19,683 records but a few hundred sums.
/// </summary>
static class MissingSums
{
    /// <summary>The missing inputs that make a difference, in the order of the gaps.</summary>
    /// <param name="inputs">The record as it is.</param>
    /// <param name="rows">Every row of the table: what it adds, a boxed <typeparamref name="TSum"/>. Gaps refer to them by reference.</param>
    /// <param name="gaps">Every input of the table that may be missing.</param>
    /// <param name="level">Lowest and highest level of a sum; a completed record can still leave a range.</param>
    public static IReadOnlyList<MissingInput> Of<TInputs, TSum>(
        TInputs inputs, IReadOnlyList<Func<TInputs, object?>> rows, IReadOnlyList<Gap<TInputs>> gaps, Func<TSum, (int Low, int High)> level)
        where TSum : struct, IAdditionOperators<TSum, TSum, TSum>
    {
        var missing = gaps.Where(gap => gap.IsMissing(inputs)).ToArray();
        var sums = rows.ToDictionary(row => row, row => Ways(inputs, missing.Where(gap => gap.Row == row)).Select(way => (TSum)row(way)!).ToHashSet());
        var others = SumsOfOthers(sums);
        return
        [
            .. from gap in missing
               let reach = Reach(gap, Ways(inputs, missing.Where(other => other.Row == gap.Row && other != gap)), others[gap.Row], level)
               where reach.Count > 0
               select new MissingInput(gap.Code, [.. reach]),
        ];
    }

    static SortedSet<int> Reach<TInputs, TSum>(
        Gap<TInputs> gap, IEnumerable<TInputs> ways, HashSet<TSum> others, Func<TSum, (int Low, int High)> level)
        where TSum : struct, IAdditionOperators<TSum, TSum, TSum>
    {
        var reach = new SortedSet<int>();
        foreach (var own in OwnSums<TInputs, TSum>(gap, ways))
        {
            foreach (var other in others)
            {
                Add(reach, Array.ConvertAll(own, sum => level(other + sum)));
            }
        }

        return reach;
    }

    /// <summary>What the cells of a gap make of its own row where they differ; many ways of completing the row make the same of it.</summary>
    static IEnumerable<TSum[]> OwnSums<TInputs, TSum>(Gap<TInputs> gap, IEnumerable<TInputs> ways) =>
        ways.Select(way => gap.Cells.Select(cell => (TSum)gap.Row(cell(way))!).Distinct().ToArray()).Where(sums => sums.Length > 1).Distinct(SameSums<TSum>.One);

    static void Add(SortedSet<int> reach, (int Low, int High)[] levels)
    {
        if (Array.TrueForAll(levels, level => level == levels[0]))
        {
            return;
        }

        foreach (var (low, high) in levels)
        {
            reach.Add(low);
            reach.Add(high);
        }
    }

    /// <summary>The record completed in every way by these gaps of one row.</summary>
    static IEnumerable<TInputs> Ways<TInputs>(TInputs inputs, IEnumerable<Gap<TInputs>> gaps) =>
        gaps.Aggregate((IEnumerable<TInputs>)[inputs], (all, gap) => all.SelectMany(record => gap.Cells, (record, cell) => cell(record)).ToArray());

    /// <summary>For every row the sums that the rows before it and those after it can make together.</summary>
    static Dictionary<Func<TInputs, object?>, HashSet<TSum>> SumsOfOthers<TInputs, TSum>(Dictionary<Func<TInputs, object?>, HashSet<TSum>> sums)
        where TSum : struct, IAdditionOperators<TSum, TSum, TSum>
    {
        var rows = sums.Keys.ToArray();
        var after = new HashSet<TSum>[rows.Length];
        for (var (index, all) = (rows.Length - 1, Nothing<TSum>()); index >= 0; index--)
        {
            (after[index], all) = (all, SumsOf(all, sums[rows[index]]));
        }

        var (others, before) = (new Dictionary<Func<TInputs, object?>, HashSet<TSum>>(), Nothing<TSum>());
        for (var index = 0; index < rows.Length; index++)
        {
            others.Add(rows[index], SumsOf(before, after[index]));
            before = SumsOf(before, sums[rows[index]]);
        }

        return others;
    }

    static HashSet<TSum> Nothing<TSum>() where TSum : struct => [default];

    static HashSet<TSum> SumsOf<TSum>(HashSet<TSum> some, HashSet<TSum> more) where TSum : struct, IAdditionOperators<TSum, TSum, TSum>
    {
        var sums = new HashSet<TSum>();
        foreach (var one in some)
        {
            foreach (var other in more)
            {
                sums.Add(one + other);
            }
        }

        return sums;
    }

    sealed class SameSums<TSum> : IEqualityComparer<TSum[]>
    {
        public static readonly SameSums<TSum> One = new();

        public bool Equals(TSum[]? one, TSum[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(TSum[] sums) => sums.Aggregate(0, HashCode.Combine);
    }
}
