using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Infection;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Infection;

/// <summary>Invariants of febrile neutropenia over random episodes.</summary>
public sealed class FebrileNeutropeniaLawsTests
{
    const string Law9 = "crs-icans-mas 9; gvhd-cytopenia-observations 0.4 and 3.1";

    static readonly decimal[] Celsius = [37.5m, 37.9m, 38.0m, 38.0m, 38.1m, 38.2m, 38.3m, 38.4m];
    static readonly int[] Minutes = [0, 10, 30, 59, 60, 61, 120, 121, 180, 240, 241, 300, 301, 420, 481];
    static readonly decimal[] Counts = [0, 0.09m, 0.1m, 0.3m, 0.49m, 0.5m, 0.7m, 0.8m, 0.99m, 1.0m, 1.1m, 2m];
    static readonly decimal[] Hours = [-168, -120, -102, -96, -73, -72, -54, -30, -6, 0, 3, 24, 25];

    static readonly Gen<FebrileNeutropeniaInputs> Inputs = Gen.Select(Gen.Int[0, 100_000].Array[0, 6], Gen.Int[0, 100_000].Array[0, 4], Gen.Int[0, 9], (temperatures, counts, fall) =>
        new FebrileNeutropeniaInputs
        {
            Temperatures = [.. temperatures.Select(seed => new TemperatureReading(Minutes[seed % Minutes.Length], Celsius[seed / 100 % Celsius.Length]))],
            Counts = [.. counts.Select(seed => new NeutrophilCount(Hours[seed % Hours.Length], Counts[seed / 100 % Counts.Length]))],
            IsExpectedToFall = fall == 0,
        });

    [Fact, Rule("LAW-9.3", Law9)]
    public void Bounds_are_ordered_and_equal_exactly_when_determined() => Inputs.Sample(inputs =>
    {
        foreach (var result in Both(inputs))
        {
            Assert.True(result.Low <= result.High);
            Assert.Equal(result.Low == result.High, result.State == GradeState.Determined);
        }
    }, iter: Law.Tries);

    [Fact, Rule("LAW-ORDER", Law9)]
    public void The_order_of_entry_never_matters() => Inputs.Sample(inputs => Assert.Equal(
        Both(inputs).Select(Shown), Both(inputs with { Temperatures = [.. inputs.Temperatures.Reverse()], Counts = [.. inputs.Counts.Reverse()] }).Select(Shown)), iter: Law.Tries);

    [Fact, Rule("LAW-9.1", Law9)]
    public void A_higher_temperature_and_a_statement_never_lower_a_bound() => Inputs.Sample(inputs =>
    {
        foreach (var worse in new[]
        {
            inputs with { Temperatures = [.. inputs.Temperatures.Select((reading, index) => index == 0 ? reading with { Celsius = reading.Celsius.Value + 0.3m } : reading)] },
            inputs with { IsExpectedToFall = true }, inputs with { IsLifeThreatening = true },
        })
        {
            Holds(inputs, worse);
        }
    }, iter: Law.Tries);

    /// <summary>The count used alone: a lower one before it makes a fall less steep.</summary>
    [Fact, Rule("LAW-9.1", Law9)]
    public void A_lower_count_never_lowers_a_bound() => Inputs.Where(inputs => inputs.Counts.Count(count => count.Hour is >= -72 and <= 24) == 1).Sample(inputs =>
        Holds(inputs, inputs with { Counts = [.. inputs.Counts.Select(count => count.Hour is >= -72 and <= 24 ? count with { Count = count.Count.Value * 0.6m } : count)] }), iter: Law.Tries);

    [Fact, Rule("LAW-9.2", Law9)]
    public void Forgetting_a_series_only_widens_the_range() => Inputs.Sample(inputs =>
    {
        foreach (var less in new[] { inputs with { Temperatures = [] }, inputs with { Counts = [] } })
        {
            Assert.All(Both(inputs).Zip(Both(less)), pair => Assert.True(pair.Second.Low <= pair.First.Low && pair.Second.High >= pair.First.High));
        }
    }, iter: Law.Tries);

    [Fact, Rule("LAW-9.2", Law9)]
    public void A_bound_spans_the_values_that_it_allows() => Inputs.Where(inputs => inputs.Counts.Count > 0 && inputs.Temperatures.Count > 0).Sample(inputs =>
    {
        var (count, reading) = (inputs.Counts[0], inputs.Temperatures[0]);
        foreach (var (bound, exact) in new[]
        {
            (WithCount(inputs, new Measured(count.Count.Value + 0.2m, Comparator.Below)), inputs), (WithReading(inputs, new Measured(reading.Celsius.Value - 0.2m, Comparator.Above)), inputs),
            (WithReading(inputs, new Measured(reading.Celsius.Value + 0.2m, Comparator.Below)), inputs), (WithCount(inputs, new Measured(count.Count.Value, Comparator.Above)), WithCount(inputs, count.Count.Value + 0.3m)),
        })
        {
            Assert.All(Both(exact).Zip(Both(bound)), pair => Assert.True(pair.Second.Low <= pair.First.Low && pair.Second.High >= pair.First.High));
        }
    }, iter: Law.Tries);

    [Fact, Rule("FEB-3.1m", Law9)]
    public void What_CTCAE_grades_below_half_a_count_has_alarmed() => Inputs.Sample(inputs =>
    {
        var only = inputs with { Counts = [new NeutrophilCount(-1, 0.4m)] };
        Assert.True(CtcaeFebrileNeutropenia.Grade(only).Low < 3 || IdsaFebrileNeutropenia.Grade(only).Low == 1);
    }, iter: Law.Tries);

    [Fact, Rule("FEB-3.1b", Law9)]
    public void Sustained_is_what_two_readings_and_all_between_them_say() => Inputs.Where(inputs => inputs.Temperatures.Count > 0).Sample(inputs =>
    {
        var low = inputs with { Temperatures = [.. inputs.Temperatures.Select(reading => reading with { Celsius = Math.Min(reading.Celsius.Value, 38.2m) })], Counts = [new NeutrophilCount(-1, 0.4m)] };
        Assert.Equal(IsSustained(low.Temperatures, minutes => minutes >= 60) ? 1 : 0, IdsaFebrileNeutropenia.Grade(low).Low);
        Assert.Equal(IsSustained(low.Temperatures, minutes => minutes > 60) ? 3 : 0, CtcaeFebrileNeutropenia.Grade(low).Low);
    }, iter: Law.Tries);

    /// <summary>The sentence of the specification, word by word, over every pair.</summary>
    static bool IsSustained(IReadOnlyList<TemperatureReading> readings, Func<decimal, bool> isLong) => readings.Any(one => readings.Any(other =>
    {
        var times = readings.Select(reading => reading.Minute).Where(minute => minute >= one.Minute && minute <= other.Minute).Distinct().Order().ToArray();
        return one.Celsius.Value >= 38 && other.Celsius.Value >= 38 && isLong(other.Minute - one.Minute)
            && readings.Where(reading => reading.Minute > one.Minute && reading.Minute < other.Minute).All(reading => reading.Celsius.Value >= 38)
            && times.Zip(times.Skip(1)).All(pair => pair.Second - pair.First <= 240);
    }));

    static FebrileNeutropeniaInputs WithCount(FebrileNeutropeniaInputs inputs, Measured count) => inputs with { Counts = [inputs.Counts[0] with { Count = count }, .. inputs.Counts.Skip(1)] };

    static FebrileNeutropeniaInputs WithReading(FebrileNeutropeniaInputs inputs, Measured celsius) =>
        inputs with { Temperatures = [inputs.Temperatures[0] with { Celsius = celsius }, .. inputs.Temperatures.Skip(1)] };

    static GradeResult[] Both(FebrileNeutropeniaInputs inputs) => [IdsaFebrileNeutropenia.Grade(inputs), CtcaeFebrileNeutropenia.Grade(inputs)];

    static string Shown(GradeResult result) => $"{result.Criteria} {result.Low}-{result.High} {string.Join(' ', result.Flags)}";

    static void Holds(FebrileNeutropeniaInputs before, FebrileNeutropeniaInputs worse) =>
        Assert.All(Both(before).Zip(Both(worse)), pair => Assert.True(pair.Second.Low >= pair.First.Low && pair.Second.High >= pair.First.High));
}
