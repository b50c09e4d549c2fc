using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Facts;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class IcahtLawsTests
{
    static readonly decimal[] NearLimits = [0, 90, 100, 101, 104, 106, 499, 500, 501, 504, 505, 506, 1000, 1001, 1500, 1501];

    static readonly Gen<decimal> Count = Gen.Frequency(
        (4, Gen.Int[0, NearLimits.Length - 1].Select(at => NearLimits[at])),
        (3, Gen.Int[0, 120].Select(cells => (decimal)cells)),
        (3, Gen.Int[80, 700].Select(cells => (decimal)cells)),
        (1, Gen.Int[0, 30_000].Select(tenths => tenths / 10m)));

    /// <summary>Between a count a day and one in two weeks; early days, late days, days that are not read.</summary>
    static readonly Gen<DayValue[]> Counts = Gen.Select(Gen.Int[1, 45], Gen.Int[0, 45]).SelectMany((most, spread) =>
        Gen.Select(Gen.Int[-3, 5 + spread], Count, (day, value) => new DayValue(day, value)).Array[0, most]);

    static readonly Gen<IcahtInputs> Inputs = Gen.Select(Counts, Gen.Frequency((1, Gen.Int[-2, 110]), (2, Gen.Int[10, 45])), Gen.Bool,
        (counts, endDay, closed) => new IcahtInputs { Counts = counts, EndDay = endDay, IsClosed = closed });

    [Fact]
    public void The_algorithm_of_the_specification_over_plain_lists_gives_the_same() => Inputs.Sample(inputs =>
    {
        var (early, plain) = (IcahtGrader.Early(inputs), PlainIcaht.OfEarly(inputs.Counts, inputs.EndDay, inputs.IsClosed));
        Assert.Equal(plain.Grade, early.Low);
        Assert.Equal(early.Low, early.High);
        var days = EarlyNeutropenia.Of(inputs);
        Assert.Equal((plain.Longest500, plain.Longest100), (days.Longest500, days.Longest100));
        var late = IcahtGrader.Late(inputs);
        Assert.Equal(PlainIcaht.OfLate(inputs.Counts, inputs.EndDay), (late.Low, LateNeutropenia.Of(inputs).IsConfirmed));
        Assert.Equal(late.Low, late.High);
    }, iter: Law.Tries);

    [Fact]
    public void The_order_of_a_series_and_repeated_values_never_matter() => Inputs.Sample(inputs =>
    {
        var shuffled = inputs with { Counts = [.. inputs.Counts.OrderBy(count => (count.Day * 7919 % 31, count.Value.Value)), .. inputs.Counts.Take(3)] };
        Assert.Equal(Describe(inputs), Describe(shuffled));
    }, iter: Law.Tries);

    [Fact]
    public void A_lower_count_on_a_measured_day_never_lowers_a_grade() => Gen.Select(Inputs, Gen.Int[0, 44], Count).Sample((inputs, at, lower) =>
    {
        if (at < inputs.Counts.Count && lower < inputs.Counts[at].Value.Value)
        {
            NeverLower(inputs, inputs with { Counts = [.. inputs.Counts.Select((count, place) => place == at ? count with { Value = lower } : count)] });
        }
    }, iter: Law.Tries);

    [Fact]
    public void A_further_count_on_a_measured_day_never_lowers_a_grade() => Gen.Select(Inputs, Gen.Int[0, 44], Count).Sample((inputs, at, value) =>
    {
        if (at < inputs.Counts.Count)
        {
            NeverLower(inputs, inputs with { Counts = [.. inputs.Counts, new DayValue(inputs.Counts[at].Day, value)] });
        }
    }, iter: Law.Tries);

    [Fact]
    public void A_count_on_an_unmeasured_day_may_lower_the_grade_even_when_it_is_low_because_only_imputed_values_are_rounded()
    {
        var (imputed, measured) = ("3:502 5:508 6:2000 7:2000 8:2000", "3:502 4:504 5:508 6:2000 7:2000 8:2000");
        Assert.Equal(1, IcahtGrader.Early(Course.Neutrophils("0:2000 2:2000 " + imputed, 8)).Low);
        Assert.Equal(0, IcahtGrader.Early(Course.Neutrophils("0:2000 2:2000 " + measured, 8)).Low);
    }

    [Fact]
    public void A_good_count_inside_a_long_gap_may_raise_the_grade_because_it_makes_the_gap_short_enough_to_fill()
    {
        Assert.Equal(1, IcahtGrader.Early(Course.Neutrophils("0:100 12:100 13:2000 14:2000 15:2000", 15)).Low);
        Assert.Equal(2, IcahtGrader.Early(Course.Neutrophils("0:100 6:510 12:100 13:2000 14:2000 15:2000", 15)).Low);
    }

    [Fact]
    public void A_second_late_count_may_lower_the_grade_because_one_low_day_is_transient()
    {
        Assert.Equal(3, IcahtGrader.Late(Course.Neutrophils("40:450", 90)).Low);
        Assert.Equal(0, IcahtGrader.Late(Course.Neutrophils("40:450 60:1600", 90)).Low);
    }

    [Fact]
    public void Closing_the_window_never_lowers_the_grade() => Inputs.Sample(inputs =>
        NeverLower(inputs with { IsClosed = false }, inputs with { IsClosed = true }), iter: Law.Tries);

    [Fact]
    public void An_interim_grade_never_falls_from_one_measured_day_to_another() => Gen.Select(Inputs, Gen.Int[0, 10]).Sample((inputs, later) =>
    {
        var open = inputs with { IsClosed = false };
        if (inputs.EndDay < 30 && inputs.Counts.Any(count => count.Day == inputs.EndDay))
        {
            NeverLower(open, open with { EndDay = inputs.EndDay + later });
        }
    }, iter: Law.Tries);

    [Fact]
    public void An_interim_grade_may_fall_while_its_last_days_are_only_copied_forward()
    {
        var series = "0:2000 6:2000 " + Course.Days(7, 13, 400);
        Assert.Equal((3, 2), (IcahtGrader.Early(Course.Neutrophils(series, 20)).Low, IcahtGrader.Early(Course.Neutrophils(series, 21)).Low));
        Assert.Equal(2, IcahtGrader.Early(Course.Neutrophils(series + " 14:2000 20:2000", 20)).Low);
    }

    [Fact]
    public void A_bound_gives_the_range_of_all_numbers_it_could_be() => Gen.Select(Inputs, Gen.Int[0, 44], Gen.Bool, Count).Sample((inputs, at, below, number) =>
    {
        if (at >= inputs.Counts.Count)
        {
            return;
        }

        var limit = inputs.Counts[at].Value.Value;
        var bounded = With(inputs, at, new Measured(limit, below ? Comparator.Below : Comparator.Above));
        var inside = below ? number < limit : number > limit;
        foreach (var grade in (Func<IcahtInputs, GradeResult>[])[IcahtGrader.Early, IcahtGrader.Late])
        {
            var (range, known) = (grade(bounded), grade(With(inputs, at, number)));
            Assert.True(!inside || (range.Low is null && known.Low is null) || (range.Low <= known.Low && range.High >= known.High));
            Assert.Equal(range.Low == range.High, range.State != GradeState.CannotExclude);
        }
    }, iter: Law.Tries);

    [Fact]
    public void Doses_and_counts_outside_of_the_windows_never_change_a_grade() => Inputs.Sample(inputs =>
    {
        var more = inputs with { GcsfDoses = [new(5, GcsfAgent.Filgrastim)], Counts = [.. inputs.Counts, new(-1, 0), new(101, 0), new(Math.Max(31, inputs.EndDay + 1) + 70, 0)] };
        Assert.Equal((IcahtGrader.Early(inputs).Low, IcahtGrader.Late(inputs).Low), (IcahtGrader.Early(more).Low, IcahtGrader.Late(more).Low));
    }, iter: Law.Tries);

    [Fact]
    public void Lengths_and_grades_hold_together_and_every_result_explains_itself() => Inputs.Sample(inputs =>
    {
        var days = EarlyNeutropenia.Of(inputs);
        Assert.True(days.Longest100 <= days.Longest500 && days.LowDays100 <= days.LowDays500 && days.Longest500 <= Math.Max(0, days.LastDay + 1));
        Assert.True(!days.NeverAbove500 || days.Longest500 >= days.LastDay - 2);
        var early = IcahtGrader.Early(inputs);
        Assert.Equal(early.Low > 0, days.Longest500 > 0);
        foreach (var result in (GradeResult[])[early, IcahtGrader.Late(inputs)])
        {
            Assert.NotEmpty(result.Sentence.English);
            Assert.Equal(result.Low is null, result.Drivers.Count == 0);
        }
    }, iter: Law.Of(2_000));

    static IcahtInputs With(IcahtInputs inputs, int at, Measured value) =>
        inputs with { Counts = [.. inputs.Counts.Select((count, place) => place == at ? count with { Value = value } : count)] };

    static void NeverLower(IcahtInputs before, IcahtInputs after)
    {
        Assert.True(!(IcahtGrader.Early(after).Low < IcahtGrader.Early(before).Low));
        Assert.True(after.Counts.Count == before.Counts.Count || SameDays(before, after), "The law is about days that are measured.");
        Assert.True(before.EndDay != after.EndDay || !(IcahtGrader.Late(after).Low < IcahtGrader.Late(before).Low));
    }

    static bool SameDays(IcahtInputs before, IcahtInputs after) =>
        before.Counts.Select(count => count.Day).ToHashSet().SetEquals(after.Counts.Select(count => count.Day));

    static (int?, int?, int?, int?, EarlyNeutropenia, LateNeutropenia) Describe(IcahtInputs inputs)
    {
        var (early, late) = (IcahtGrader.Early(inputs), IcahtGrader.Late(inputs));
        return (early.Low, early.High, late.Low, late.High, EarlyNeutropenia.Of(inputs), LateNeutropenia.Of(inputs));
    }
}
