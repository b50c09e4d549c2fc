using CarNkMonitor.Grading.EarlyWarning;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.EarlyWarning;

/// <summary>Invariants of NEWS2 over random observations, and the chart said a second time.</summary>
public sealed class News2LawsTests
{
    const string Law9 = "crs-icans-mas 9; gvhd-cytopenia-observations 0.4";

    static Gen<Measured?> Number(int low, int high, decimal step = 1, bool always = false) => Gen.Select(Gen.Int[0, 15], Gen.Int[low, high], (kind, value) => (always ? 9 : kind) switch
    {
        < 3 => (Measured?)null,
        3 => new Measured(value * step, Comparator.Below),
        4 => new Measured(value * step, Comparator.Above),
        _ => new Measured(value * step),
    });

    static Gen<News2Inputs> Make(bool always) => Gen.Select(
        Gen.Select(Number(5, 30, always: always), Number(80, 100, always: always), Number(80, 230, always: always), Number(30, 140, always: always), Number(690, 800, 0.05m, always)),
        Gen.Int[always ? 1 : 0, 2], Gen.Int[always ? 1 : 0, 5], Gen.Bool, (numbers, oxygen, level, scale2) => new News2Inputs
        {
            RespiratoryRate = numbers.Item1, Saturation = numbers.Item2, Systolic = numbers.Item3, Pulse = numbers.Item4, Temperature = numbers.Item5,
            IsOnOxygen = oxygen == 0 ? null : oxygen == 1, Consciousness = level == 0 ? null : (Consciousness)(level - 1), UsesScale2 = scale2,
        });

    static readonly Gen<News2Inputs> Inputs = Make(always: false);
    static readonly Gen<News2Inputs> Complete = Make(always: true);

    [Fact, Rule("NEWS2-4.1", "gvhd-cytopenia-observations 4.1; RCP 2017 chart 1")]
    public void A_complete_set_adds_up_as_the_chart_read_by_hand() => Complete.Sample(inputs =>
    {
        var points = News2ByHand.Points(inputs);
        var result = News2Grader.Grade(inputs);
        Assert.Equal((points.Sum(), points.Sum(), GradeState.Determined), (result.Low, result.High, result.State));
        Assert.Equal(points.Contains(3), News2Grader.Respond(inputs)!.Value.AnyThree);
        Assert.Equal(points.Contains(3), result.Flags.Contains(News2Flag.AnyThree));
    }, iter: Law.Tries);

    [Fact, Rule("LAW-9.3", Law9)]
    public void Bounds_are_ordered_and_equal_exactly_when_determined() => Inputs.Sample(inputs =>
    {
        var result = News2Grader.Grade(inputs);
        Assert.True(result.Low >= 0 && result.Low <= result.High && result.High <= 20);
        Assert.Equal(result.Low == result.High, result.State == GradeState.Determined);
    }, iter: Law.Tries);

    [Fact, Rule("LAW-9.2", Law9)]
    public void Forgetting_a_value_only_widens_the_range_and_never_raises_the_response() => Inputs.Sample(inputs =>
    {
        foreach (var forgotten in Forgotten(inputs))
        {
            var (known, less) = (News2Grader.Grade(inputs), News2Grader.Grade(forgotten));
            var (response, lesser) = (News2Grader.Respond(inputs)!.Value, News2Grader.Respond(forgotten)!.Value);
            Assert.True(less.Low <= known.Low && less.High >= known.High);
            Assert.True(lesser.Risk <= response.Risk && lesser.Frequency <= response.Frequency && (response.AnyThree || !lesser.AnyThree));
        }
    }, iter: Law.Tries);

    [Fact, Rule("LAW-9.2-bounds", Law9)]
    public void A_bound_leaves_the_total_of_every_number_within_it() => Gen.Select(Complete, Gen.Int[0, 240], Gen.Int[1, 80]).Sample((inputs, value, further) =>
    {
        foreach (var (bound, exact) in Narrowed(inputs, value, further))
        {
            var (wide, one) = (News2Grader.Grade(bound), News2Grader.Grade(exact));
            Assert.True(wide.Low <= one.Low && wide.High >= one.High, $"{bound} -> {exact}");
        }
    }, iter: Law.Tries);

    [Fact, Rule("LAW-9.1", Law9)]
    public void Oxygen_and_less_than_alert_never_lower_a_bound() => Inputs.Sample(inputs =>
    {
        var (air, oxygen) = (News2Grader.Grade(inputs with { IsOnOxygen = false }), News2Grader.Grade(inputs with { IsOnOxygen = true }));
        Assert.True(oxygen.Low >= air.Low + 2 && oxygen.High >= air.High + 2);
        var (alert, voice) = (News2Grader.Grade(inputs with { Consciousness = Consciousness.Alert }), News2Grader.Grade(inputs with { Consciousness = Consciousness.Voice }));
        Assert.Equal((alert.Low + 3, alert.High + 3), (voice.Low, voice.High));
    }, iter: Law.Tries);

    [Fact, Rule("LAW-units", "gvhd-cytopenia-observations 0.2 item 3")]
    public void The_unit_never_changes_the_points() => Gen.Select(Complete, Gen.Int[600, 900]).Sample((inputs, twentieths) =>
    {
        var celsius = twentieths * 0.05m;
        var fromFahrenheit = QuantityRules.Find("temperature")!.ToCanonical((celsius * 1.8m) + 32, "[degF]")!.Value;
        Assert.Equal(News2Grader.Grade(inputs with { Temperature = celsius }).Low, News2Grader.Grade(inputs with { Temperature = fromFahrenheit }).Low);
        var fromFraction = QuantityRules.Find("spo2")!.ToCanonical(inputs.Saturation!.Value.Value / 100, "{fraction}")!.Value;
        Assert.Equal(News2Grader.Grade(inputs).Low, News2Grader.Grade(inputs with { Saturation = fromFraction }).Low);
    }, iter: Law.Tries);

    [Fact, Rule("NEWS2-0.4", Law9)]
    public void What_is_missing_names_exactly_the_totals_that_hang_on_it() => Inputs.Sample(inputs =>
    {
        var gaps = News2ByHand.Gaps(inputs).ToArray();
        if (gaps.Length > 4)
        {
            return;
        }

        Assert.Equal(
            gaps.Select(gap => $"{gap.Code} {string.Join(",", Reach(inputs, gap.Code, gaps))}"),
            News2Grader.Grade(inputs).Missing.Select(missing => $"{missing.Code} {string.Join(",", missing.CouldReach)}"));
    }, iter: Law.OneOf(60));

    static SortedSet<int> Reach(News2Inputs inputs, string code, (string Code, Func<News2Inputs, News2Inputs>[] Values)[] gaps)
    {
        var reach = new SortedSet<int>();
        foreach (var completed in gaps.Where(gap => gap.Code != code).Aggregate(
            (IEnumerable<News2Inputs>)[inputs], (all, gap) => all.SelectMany(partial => gap.Values.Select(value => value(partial)))))
        {
            var results = gaps.Single(gap => gap.Code == code).Values.Select(value => News2Grader.Grade(value(completed))).ToArray();
            if (results.Select(result => (result.Low, result.High)).Distinct().Count() > 1)
            {
                reach.UnionWith(results.SelectMany(result => new[] { result.Low!.Value, result.High!.Value }));
            }
        }

        return reach;
    }

    static IEnumerable<News2Inputs> Forgotten(News2Inputs inputs) =>
    [
        inputs with { RespiratoryRate = null }, inputs with { Saturation = null }, inputs with { IsOnOxygen = null }, inputs with { Systolic = null },
        inputs with { Pulse = null }, inputs with { Consciousness = null }, inputs with { Temperature = null },
    ];

    static IEnumerable<(News2Inputs Bound, News2Inputs Exact)> Narrowed(News2Inputs inputs, decimal value, decimal further)
    {
        var (below, above) = (new Measured(value, Comparator.Below), new Measured(value, Comparator.Above));
        yield return (inputs with { RespiratoryRate = below }, inputs with { RespiratoryRate = value - further });
        yield return (inputs with { RespiratoryRate = above }, inputs with { RespiratoryRate = value + further });
        yield return (inputs with { Saturation = below }, inputs with { Saturation = value - further });
        yield return (inputs with { Saturation = above }, inputs with { Saturation = value + further });
        yield return (inputs with { Systolic = below }, inputs with { Systolic = value - further });
        yield return (inputs with { Systolic = above }, inputs with { Systolic = value + further });
        yield return (inputs with { Pulse = below }, inputs with { Pulse = value - (further / 10) });
        yield return (inputs with { Pulse = above }, inputs with { Pulse = value + (further / 10) });
        yield return (inputs with { Temperature = below }, inputs with { Temperature = value - (further / 10) });
        yield return (inputs with { Temperature = above }, inputs with { Temperature = value + (further / 10) });
    }
}
