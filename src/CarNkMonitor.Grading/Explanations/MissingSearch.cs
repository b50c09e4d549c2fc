namespace CarNkMonitor.Grading.Explanations;

/// <summary>
/// Which missing inputs a level hangs on, and which levels hang on each: found by trying every cell that every missing input could take, never
/// by reasoning about the table a second time.
/// </summary>
static class MissingSearch
{
    /// <summary>The missing inputs that make a difference, in the order of the gaps.</summary>
    /// <param name="inputs">The record as it is.</param>
    /// <param name="gaps">Every input of the table that may be missing.</param>
    /// <param name="range">Lowest and highest level of a record; a completed one can still leave a range.</param>
    public static IReadOnlyList<MissingInput> Of<TInputs>(TInputs inputs, IReadOnlyList<Gap<TInputs>> gaps, Func<TInputs, (int Low, int High)> range)
    {
        var missing = gaps.Where(gap => gap.IsMissing(inputs)).ToArray();
        var fillings = missing.GroupBy(gap => gap.Row).ToDictionary(row => row.Key, row => Fillings(inputs, row));
        return [.. from gap in missing let reach = Reach(gap, inputs, missing, fillings, range) where reach.Count > 0 select new MissingInput(gap.Code, [.. reach])];
    }

    /// <summary>Completes the record in every way by the other gaps; keeps the levels where this gap's cell makes a difference.</summary>
    static SortedSet<int> Reach<TInputs>(
        Gap<TInputs> gap, TInputs inputs, Gap<TInputs>[] missing, Dictionary<Func<TInputs, object?>, Func<TInputs, TInputs>[][]> fillings,
        Func<TInputs, (int Low, int High)> range)
    {
        var reach = new SortedSet<int>();
        foreach (var completed in Completions(inputs, gap, missing, fillings))
        {
            var ranges = gap.Cells.Select(cell => range(cell(completed))).Distinct().ToArray();
            if (ranges.Length > 1)
            {
                reach.UnionWith(ranges.SelectMany(one => new[] { one.Low, one.High }));
            }
        }

        return reach;
    }

    /// <summary>Of another row only its distinct findings matter; of the own row, what the own cell makes of it, where it makes a difference at all.</summary>
    static List<TInputs> Completions<TInputs>(
        TInputs inputs, Gap<TInputs> gap, Gap<TInputs>[] missing, Dictionary<Func<TInputs, object?>, Func<TInputs, TInputs>[][]> fillings)
    {
        List<TInputs> completions =
        [
            .. Filled(inputs, missing.Where(other => other.Row == gap.Row && other != gap)).DistinctBy(one => Findings(gap, one), SameFindings.One)
                .Where(one => Findings(gap, one).Distinct().Skip(1).Any()),
        ];
        foreach (var row in fillings.Where(row => row.Key != gap.Row))
        {
            completions = [.. completions.SelectMany(_ => row.Value, (partial, cells) => cells.Aggregate(partial, (record, cell) => cell(record)))];
        }

        return completions;
    }

    /// <summary>For every distinct finding of a row one way to it: a cell for each of its gaps, in their order.</summary>
    static Func<TInputs, TInputs>[][] Fillings<TInputs>(TInputs inputs, IGrouping<Func<TInputs, object?>, Gap<TInputs>> row)
    {
        (TInputs Record, Func<TInputs, TInputs>[] Cells)[] ways = [(inputs, [])];
        foreach (var gap in row)
        {
            ways = [.. ways.SelectMany(_ => gap.Cells, (way, cell) => (cell(way.Record), (Func<TInputs, TInputs>[])[.. way.Cells, cell]))];
        }

        return [.. ways.DistinctBy(way => row.Key(way.Record)).Select(way => way.Cells)];
    }

    static object?[] Findings<TInputs>(Gap<TInputs> gap, TInputs record) => [.. gap.Cells.Select(cell => gap.Row(cell(record)))];

    static IEnumerable<TInputs> Filled<TInputs>(TInputs partial, IEnumerable<Gap<TInputs>> gaps) =>
        gaps.Aggregate((IEnumerable<TInputs>)[partial], (filled, gap) => filled.SelectMany(one => gap.Cells, (one, cell) => cell(one)));

    sealed class SameFindings : IEqualityComparer<object?[]>
    {
        public static readonly SameFindings One = new();

        public bool Equals(object?[]? one, object?[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(object?[] findings) => findings.Aggregate(0, HashCode.Combine);
    }
}
