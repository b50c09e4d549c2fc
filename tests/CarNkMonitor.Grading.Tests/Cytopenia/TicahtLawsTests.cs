using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Facts;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class TicahtLawsTests
{
    static readonly Gen<decimal> Count = Gen.Frequency((3, Gen.Int[0, 700].Select(tenths => tenths / 10m)), (1, Gen.Int[0, 70].Select(count => (decimal)count)));

    static readonly Gen<TicahtInputs> Inputs =
        from most in Gen.Int[1, 45]
        from counts in Gen.Select(Gen.Int[-3, 33], Count, (day, value) => new DayValue(day, value)).Array[0, most]
        from endDay in Gen.Int[-2, 40]
        from transfusions in Gen.Int[-3, 33].Array[0, 3]
        select new TicahtInputs { Counts = counts, EndDay = endDay, TransfusionDays = transfusions };

    [Fact]
    public void The_algorithm_of_the_specification_over_plain_lists_gives_the_same() => Inputs.Sample(inputs =>
    {
        var result = TicahtGrader.Early(inputs);
        Assert.Equal((PlainIcaht.OfPlatelets(inputs.Counts, inputs.EndDay), result.Low), (result.Low, result.High));
    }, iter: Law.Tries);

    [Fact]
    public void The_order_of_a_series_and_repeated_values_never_matter() => Inputs.Sample(inputs =>
    {
        var shuffled = inputs with { Counts = [.. inputs.Counts.Take(3), .. inputs.Counts.Reverse()], TransfusionDays = [.. inputs.TransfusionDays.Reverse()] };
        Assert.Equal((TicahtGrader.Early(inputs).Low, EarlyThrombocytopenia.Of(inputs)), (TicahtGrader.Early(shuffled).Low, EarlyThrombocytopenia.Of(shuffled)));
    }, iter: Law.Tries);

    [Fact]
    public void A_lower_count_on_a_measured_day_never_lowers_the_grade() => Gen.Select(Inputs, Gen.Int[0, 44], Count).Sample((inputs, at, lower) =>
    {
        if (at < inputs.Counts.Count)
        {
            var further = inputs with { Counts = [.. inputs.Counts, inputs.Counts[at] with { Value = lower }] };
            Assert.True(!(TicahtGrader.Early(further).Low < TicahtGrader.Early(inputs).Low));
        }
    }, iter: Law.Tries);

    [Fact]
    public void Closing_the_window_and_transfusions_never_change_the_grade() => Inputs.Sample(inputs =>
        Assert.Equal(TicahtGrader.Early(inputs).Low, TicahtGrader.Early(inputs with { IsClosed = true, TransfusionDays = [] }).Low), iter: Law.Tries);

    [Fact]
    public void A_further_transfusion_never_brings_the_recovery_forward() => Gen.Select(Inputs, Gen.Int[-3, 33]).Sample((inputs, day) =>
    {
        var (before, after) = (EarlyThrombocytopenia.Of(inputs).RecoveryDay, EarlyThrombocytopenia.Of(inputs with { TransfusionDays = [.. inputs.TransfusionDays, day] }).RecoveryDay);
        Assert.True(after is null || after >= before);
    }, iter: Law.Tries);

    [Fact]
    public void A_grade_never_falls_from_one_measured_day_to_another() => Gen.Select(Inputs, Gen.Int[0, 10]).Sample((inputs, later) =>
    {
        if (inputs.Counts.Any(count => count.Day == inputs.EndDay))
        {
            Assert.True(!(TicahtGrader.Early(inputs with { EndDay = inputs.EndDay + later }).Low < TicahtGrader.Early(inputs).Low));
        }
    }, iter: Law.Tries);

    [Fact]
    public void A_bound_gives_the_range_of_all_numbers_it_could_be() => Gen.Select(Inputs, Gen.Int[0, 44], Gen.Bool, Count).Sample((inputs, at, below, number) =>
    {
        if (at < inputs.Counts.Count && (below ? number < inputs.Counts[at].Value.Value : number > inputs.Counts[at].Value.Value))
        {
            var range = TicahtGrader.Early(With(inputs, at, new Measured(inputs.Counts[at].Value.Value, below ? Comparator.Below : Comparator.Above)));
            var known = TicahtGrader.Early(With(inputs, at, number));
            Assert.True((range.Low is null && known.Low is null) || (range.Low <= known.Low && range.High >= known.High));
        }
    }, iter: Law.Tries);

    static TicahtInputs With(TicahtInputs inputs, int at, Measured value) =>
        inputs with { Counts = [.. inputs.Counts.Select((count, place) => place == at ? count with { Value = value } : count)] };
}
