using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests;

/// <summary>An input that may be missing, and what it could hold: values on both sides of every limit, written down by hand.</summary>
/// <param name="Code">Observation code, as the result names it when it is missing.</param>
/// <param name="IsMissing">Whether the record lacks it.</param>
/// <param name="Forget">The record without it.</param>
/// <param name="Values">The record with it, from the least to the most severe value.</param>
/// <param name="Bounds">The record with it as a bound; no order.</param>
sealed record Field<T>(string Code, Func<T, bool> IsMissing, Func<T, T> Forget, Func<T, T>[] Values, params Func<T, T>[] Bounds)
{
    /// <summary>Values beyond everything that is recorded, only for the loops over all values: a limit above every value, a value above every limit.</summary>
    public Func<T, T>[] Extremes { get; init; } = [];

    public IEnumerable<Func<T, T>> All => Values.Concat(Extremes);
}

/// <summary>The invariants of specification 9 for a table of many independent inputs.</summary>
/// <param name="empty">A record of nothing.</param>
/// <param name="fields">Every input that may be missing.</param>
/// <param name="choices">What else can differ: of each list one is chosen.</param>
/// <param name="graders">What the table answers.</param>
sealed class TableLaws<T>(T empty, Field<T>[] fields, Func<T, T>[][] choices, params Func<T, GradeResult>[] graders)
{
    /// <summary>Low is never above high; equal exactly when determined.</summary>
    public void Bounds_are_ordered() => Inputs(4).Sample(inputs =>
    {
        foreach (var result in graders.Select(grader => grader(inputs)).Where(result => result.State != GradeState.NotApplicable))
        {
            Assert.True(result.Low <= result.High && result.Low >= result.Scale.Lowest && result.High <= result.Scale.Highest);
            Assert.Equal(result.Low == result.High, result.State == GradeState.Determined);
        }
    }, iter: Law.Tries);

    /// <summary>Of two values of one input the more severe one never gives a lower bound that is lower, nor an upper one.</summary>
    public void Worse_never_lowers() => Gen.Select(Inputs(4), Gen.Int[0, 1_000_000]).Sample((inputs, dice) =>
    {
        var field = fields[dice % fields.Length];
        var (one, other) = (dice % field.Values.Length, dice / 31 % field.Values.Length);
        Compare(field.Values[Math.Min(one, other)](field.Forget(inputs)), field.Values[Math.Max(one, other)](field.Forget(inputs)),
            (better, worse) => worse.Low >= better.Low && worse.High >= better.High, field.Code);
    }, iter: Law.Tries);

    /// <summary>Without a value the range contains the one with it.</summary>
    public void Forgetting_only_widens() => Gen.Select(Inputs(4), Gen.Int[0, 1_000_000]).Sample((inputs, dice) =>
    {
        var field = fields[dice % fields.Length];
        Compare(inputs, field.Forget(inputs), (known, less) => less.Low <= known.Low && less.High >= known.High, field.Code);
    }, iter: Law.Tries);

    /// <summary>Each missing input and the levels that hang on it, against plain loops over every value of every missing input.</summary>
    public void Missing_is_what_all_combinations_say() => Inputs(8).Where(inputs => Combinations(inputs) <= 2_000).Sample(inputs =>
    {
        foreach (var grader in graders)
        {
            var result = grader(inputs);
            var expected = result.State == GradeState.CannotExclude ? BruteForce(inputs, grader) : [];
            Assert.Equal(expected, result.Missing.ToDictionary(missing => missing.Code, missing => string.Join(",", missing.CouldReach)));
        }
    }, iter: Law.OneOf(80));

    /// <summary>The same for a record of nothing at all, where all combinations are too many: what every single input could reach at least.</summary>
    public void Nothing_known_names_every_input(params string[] exceptions)
    {
        foreach (var grader in graders)
        {
            Assert.Equal(fields.Select(field => field.Code).Except(exceptions).Order(), grader(empty).Missing.Select(missing => missing.Code).Order());
        }
    }

    public Gen<T> Inputs(int oneMissingOf) => Gen.Int[0, 1_000_000].Array[fields.Length + choices.Length].Select(dice => Build(dice, oneMissingOf));

    T Build(int[] dice, int oneMissingOf)
    {
        var inputs = empty;
        for (var at = 0; at < fields.Length; at++)
        {
            var ways = dice[at] / 64 % 8 == 0 && fields[at].Bounds.Length > 0 ? fields[at].Bounds : fields[at].Values;
            inputs = dice[at] % oneMissingOf == 0 ? inputs : ways[dice[at] / 512 % ways.Length](inputs);
        }

        return choices.Select((list, at) => list[dice[fields.Length + at] % list.Length]).Aggregate(inputs, (record, choice) => choice(record));
    }

    void Compare(T one, T other, Func<GradeResult, GradeResult, bool> holds, string code)
    {
        foreach (var grader in graders)
        {
            var (first, second) = (grader(one), grader(other));
            if (first.Low is not null && second.Low is not null && !holds(first, second))
            {
                Assert.Fail($"{code}: {first.Low}-{first.High}, {second.Low}-{second.High}\n{one}\n{other}");
            }
        }
    }

    long Combinations(T inputs) => fields.Where(field => field.IsMissing(inputs)).Aggregate(1L, (all, field) => all * field.All.Count());

    Dictionary<string, string> BruteForce(T inputs, Func<T, GradeResult> grader)
    {
        var missing = fields.Where(field => field.IsMissing(inputs)).ToArray();
        var reached = new Dictionary<string, string>();
        foreach (var field in missing)
        {
            var levels = new SortedSet<int>();
            foreach (var completed in missing.Where(other => other != field).Aggregate((IEnumerable<T>)[inputs], (all, other) => all.SelectMany(_ => other.All, (record, value) => value(record)).ToArray()))
            {
                var ranges = field.All.Select(value => grader(value(completed))).Select(result => (Low: result.Low ?? 0, High: result.High ?? 0)).Distinct().ToArray();
                if (ranges.Length > 1)
                {
                    levels.UnionWith(ranges.SelectMany(range => new[] { range.Low, range.High }));
                }
            }

            if (levels.Count > 0)
            {
                reached[field.Code] = string.Join(",", levels);
            }
        }

        return reached;
    }
}
