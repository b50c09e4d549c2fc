using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Facts;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class PhenotypeLawsTests
{
    static readonly decimal[] NearLimits = [0, 499, 500, 501, 999, 1000, 1001, 1500, 1501, 3000];

    static readonly Gen<decimal> Count = Gen.Frequency((4, Gen.Int[0, NearLimits.Length - 1].Select(at => NearLimits[at])), (2, Gen.Int[0, 2500].Select(cells => (decimal)cells)));

    static readonly Gen<PhenotypeInputs> Inputs =
        from most in Gen.Int[1, 30]
        from counts in Gen.Select(Gen.Int[-2, 64], Count, (day, value) => new DayValue(day, value)).Array[0, most]
        from low in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[10, 22]))
        from endDay in Gen.Int[-1, 70]
        select new PhenotypeInputs { Counts = [.. counts, .. Enumerable.Range(4, low).Select(day => new DayValue(day, 450))], EndDay = endDay };

    [Fact]
    public void The_definitions_of_the_specification_over_plain_lists_give_the_same() => Inputs.Sample(inputs =>
        Assert.Equal(Plain(inputs), (NeutrophilPhenotype?)PhenotypeGrader.Grade(inputs).Low), iter: Law.Tries);

    [Fact]
    public void The_order_of_a_series_and_repeated_values_never_matter() => Inputs.Sample(inputs => Assert.Equal(
        PhenotypeGrader.Grade(inputs).Low, PhenotypeGrader.Grade(inputs with { Counts = [.. inputs.Counts.Take(2), .. inputs.Counts.Reverse()] }).Low), iter: Law.Tries);

    [Fact]
    public void A_lower_count_on_a_measured_day_never_undoes_aplastic() => Gen.Select(Inputs, Gen.Int[0, 40], Count).Sample((inputs, at, lower) =>
    {
        if (at < inputs.Counts.Count && PhenotypeGrader.Grade(inputs).Low == (int)NeutrophilPhenotype.Aplastic)
        {
            var further = inputs with { Counts = [.. inputs.Counts, inputs.Counts[at] with { Value = lower }] };
            Assert.Equal((int)NeutrophilPhenotype.Aplastic, PhenotypeGrader.Grade(further).Low);
        }
    }, iter: Law.Tries);

    [Fact]
    public void A_bound_gives_the_range_of_all_numbers_it_could_be() => Gen.Select(Inputs, Gen.Int[0, 40], Gen.Bool, Count).Sample((inputs, at, below, number) =>
    {
        if (at < inputs.Counts.Count && (below ? number < inputs.Counts[at].Value.Value : number > inputs.Counts[at].Value.Value))
        {
            var range = PhenotypeGrader.Grade(With(inputs, at, new Measured(inputs.Counts[at].Value.Value, below ? Comparator.Below : Comparator.Above)));
            var known = PhenotypeGrader.Grade(With(inputs, at, number));
            Assert.True((range.Low is null && known.Low is null) || (range.Low <= known.Low && range.High >= known.High));
        }
    }, iter: Law.Tries);

    [Fact]
    public void A_missing_count_names_every_phenotype_that_any_course_has() => Inputs.Where(inputs => inputs.EndDay >= 0).Sample(inputs =>
    {
        if (PhenotypeGrader.Grade(inputs).Low is { } phenotype)
        {
            Assert.Contains(phenotype, PhenotypeGrader.Grade(inputs with { Counts = [] }).Missing[0].CouldReach);
        }
    }, iter: Law.Of(2_000));

    static PhenotypeInputs With(PhenotypeInputs inputs, int at, Measured value) =>
        inputs with { Counts = [.. inputs.Counts.Select((count, place) => place == at ? count with { Value = value } : count)] };

    static NeutrophilPhenotype? Plain(PhenotypeInputs inputs)
    {
        var last = Math.Min(60, inputs.EndDay);
        var measured = PlainIcaht.Lowest(inputs.Counts, 0, last);
        if (measured.Count == 0)
        {
            return null;
        }

        var (longest, length) = (0, 0);
        foreach (var day in PlainIcaht.Filled(measured, last, tens: true))
        {
            length = day < 500 ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }

        if (longest >= 14)
        {
            return NeutrophilPhenotype.Aplastic;
        }

        var low = measured.Where(day => day.Value < 1000).Select(day => day.Key).ToArray();
        var rises = measured.Where(day => day.Value > 1500 && low.Any(dip => dip < day.Key)).Select(day => day.Key);
        if (rises.Any(rise => low.Any(dip => dip > Math.Max(rise, 21))))
        {
            return NeutrophilPhenotype.Intermittent;
        }

        var back = low.Length == 0 ? 99 : measured.Where(day => day.Value >= 1000 && day.Key > low[0]).Select(day => day.Key).DefaultIfEmpty(99).First();
        var late = measured.Where(day => day.Key > 21 && day.Key >= back).Select(day => day.Value).ToArray();
        return inputs.EndDay >= 28 && (low.Length == 0 || (late.Length > 0 && late.All(value => value >= 1000))) ? NeutrophilPhenotype.Quick : NeutrophilPhenotype.Unclassified;
    }
}
