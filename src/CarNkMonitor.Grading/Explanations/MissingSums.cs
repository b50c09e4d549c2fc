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
        return
        [
            .. from gap in missing
               let others = SumsOf(sums.Where(row => row.Key != gap.Row).Select(row => row.Value))
               let reach = Reach(gap, Ways(inputs, missing.Where(other => other.Row == gap.Row && other != gap)), others, level)
               where reach.Count > 0
               select new MissingInput(gap.Code, [.. reach]),
        ];
    }

    static SortedSet<int> Reach<TInputs, TSum>(
        Gap<TInputs> gap, IEnumerable<TInputs> ways, HashSet<TSum> others, Func<TSum, (int Low, int High)> level)
        where TSum : struct, IAdditionOperators<TSum, TSum, TSum>
    {
        var reach = new SortedSet<int>();
        var own = ways.Select(way => gap.Cells.Select(cell => (TSum)gap.Row(cell(way))!).Distinct().ToArray()).Where(sums => sums.Length > 1).ToArray();
        foreach (var (other, sums) in others.SelectMany(other => own, (other, sums) => (other, sums)))
        {
            var ranges = sums.Select(sum => level(other + sum)).Distinct().ToArray();
            if (ranges.Length > 1)
            {
                reach.UnionWith(ranges.SelectMany(one => new[] { one.Low, one.High }));
            }
        }

        return reach;
    }

    /// <summary>The record completed in every way by these gaps of one row.</summary>
    static IEnumerable<TInputs> Ways<TInputs>(TInputs inputs, IEnumerable<Gap<TInputs>> gaps) =>
        gaps.Aggregate((IEnumerable<TInputs>)[inputs], (all, gap) => all.SelectMany(record => gap.Cells, (record, cell) => cell(record)).ToArray());

    static HashSet<TSum> SumsOf<TSum>(IEnumerable<HashSet<TSum>> rows) where TSum : struct, IAdditionOperators<TSum, TSum, TSum> =>
        rows.Aggregate(new HashSet<TSum> { default }, (sums, row) => [.. sums.SelectMany(sum => row, (sum, added) => sum + added)]);
}
