using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Facts;
using CsCheck;
using Xunit;
using static CarNkMonitor.Grading.Cytopenia.CytopeniaCategory;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

public sealed class CytopeniaLawsTests
{
    static readonly Gen<decimal> Count = Gen.Frequency((3, Gen.Int[0, 20].Select(tenths => tenths / 10m)), (1, Gen.Int[0, 100].Select(count => (decimal)count)));

    static readonly Gen<CytopeniaInputs> Inputs =
        from lineage in Gen.Int[0, 2]
        from most in Gen.Int[1, 20]
        from counts in Gen.Select(Gen.Int[-7, 50], Count, (day, value) => new DayValue(day, value)).Array[0, most]
        from transfusions in Gen.Int[-7, 50].Array[0, 4]
        from baseline in Gen.Frequency((1, Gen.Const((decimal?)null)), (3, Count.Select(value => (decimal?)value)))
        from evaluation in Gen.Int[-6, 55]
        select Scaled(new CytopeniaInputs
        {
            Lineage = (BloodLineage)lineage, ConditioningDay = -5, EvaluationDay = evaluation, Baseline = baseline is { } value ? (Measured)value : null, Counts = counts,
            TransfusionDays = transfusions,
        });

    [Fact]
    public void The_algorithm_of_the_specification_over_plain_lists_gives_the_same() => Inputs.Sample(inputs =>
    {
        var (result, plain) = (CytopeniaGrader.Grade(inputs), Plain(inputs));
        Assert.Equal((plain?.Category, result.Low), ((CytopeniaCategory?)result.Low, result.High));
        if (plain is { } expected)
        {
            var course = CytopeniaCourse.AllOf(inputs).Single();
            Assert.Equal((expected.RecoveryDay, expected.Category == Biphasic ? expected.LowAgain >= 2 : null), (course.RecoveryDay, course.IsConfirmed));
        }
    }, iter: Law.Tries);

    [Fact]
    public void The_order_of_a_series_and_repeated_values_never_matter() => Inputs.Sample(inputs => Assert.Equal(
        CytopeniaCourse.AllOf(inputs),
        CytopeniaCourse.AllOf(inputs with { Counts = [.. inputs.Counts.Take(2), .. inputs.Counts.Reverse()], TransfusionDays = [.. inputs.TransfusionDays.Reverse()] })), iter: Law.Tries);

    [Fact]
    public void The_same_counts_in_another_unit_of_the_same_scale_give_the_same() => Inputs.Sample(inputs =>
    {
        var thousand = inputs.Limits with { Neutrophils = inputs.Limits.Neutrophils * 1000, Platelets = inputs.Limits.Platelets * 1000, Hemoglobin = inputs.Limits.Hemoglobin * 1000 };
        var scaled = Times(inputs, 1000) with { Limits = thousand };
        Assert.Equal(CytopeniaGrader.Grade(inputs).Low, CytopeniaGrader.Grade(scaled).Low);
    }, iter: Law.Tries);

    [Fact]
    public void A_low_count_after_day_30_is_a_signal_unless_the_baseline_was_low() => Gen.Select(Inputs, Gen.Int[31, 55]).Sample((inputs, day) =>
    {
        var low = inputs with { Counts = [.. inputs.Counts, new(day, 0)], EvaluationDay = 55 };
        var category = (CytopeniaCategory)CytopeniaGrader.Grade(low).Low!;
        Assert.True(category.IsSignal() || category == BaselineCytopenia);
    }, iter: Law.Tries);

    [Fact]
    public void A_signal_stays_one_as_the_days_pass() => Gen.Select(Inputs, Gen.Int[0, 30]).Sample((inputs, later) =>
    {
        if (CytopeniaGrader.Grade(inputs).Low is { } before && ((CytopeniaCategory)before).IsSignal())
        {
            Assert.True(((CytopeniaCategory)CytopeniaGrader.Grade(inputs with { EvaluationDay = inputs.EvaluationDay + later }).Low!).IsSignal());
        }
    }, iter: Law.Tries);

    [Fact]
    public void Forgetting_the_baseline_hides_no_signal_but_a_second_dip_after_a_recovery_that_only_a_low_baseline_began() => Inputs.Sample(inputs =>
    {
        var (with, without) = (CytopeniaGrader.Grade(inputs), CytopeniaGrader.Grade(inputs with { Baseline = null }));
        Assert.Equal(with.State, without.State);
        Assert.True(with.Low is not { } low || !IsSignalWithoutBaseline(inputs, (CytopeniaCategory)low) || ((CytopeniaCategory)without.Low!).IsSignal());
    }, iter: Law.Tries);

    [Fact]
    public void A_further_transfusion_never_brings_the_recovery_forward() => Gen.Select(Inputs, Gen.Int[-7, 50]).Sample((inputs, day) =>
    {
        var before = RecoveryDay(inputs);
        var after = RecoveryDay(inputs with { TransfusionDays = [.. inputs.TransfusionDays, day] });
        Assert.True(after is null || after >= before);
    }, iter: Law.Tries);

    [Fact]
    public void A_lower_count_may_change_a_signal_because_it_can_undo_the_recovery_that_a_second_dip_needs()
    {
        Assert.Equal(Biphasic, Of("7:0.3 12:1.4 14:1.8 24:0.9"));
        Assert.Equal(ExpectedOngoing, Of("7:0.3 12:0.4 14:1.8 24:0.9"));
    }

    [Fact]
    public void A_bound_gives_the_range_of_all_numbers_it_could_be() => Gen.Select(Inputs, Gen.Int[0, 20], Gen.Bool, Count).Sample((inputs, at, below, number) =>
    {
        var value = at < inputs.Counts.Count ? number * Scale(inputs.Lineage) : 0;
        if (at < inputs.Counts.Count && (below ? value < inputs.Counts[at].Value.Value : value > inputs.Counts[at].Value.Value))
        {
            var range = CytopeniaGrader.Grade(With(inputs, at, new Measured(inputs.Counts[at].Value.Value, below ? Comparator.Below : Comparator.Above)));
            var known = CytopeniaGrader.Grade(With(inputs, at, value));
            Assert.True((range.Low is null && known.Low is null) || (range.Low <= known.Low && range.High >= known.High));
        }
    }, iter: Law.Tries);

    [Fact]
    public void A_missing_count_names_every_category_that_some_course_has_and_no_other() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4], Gen.Bool, Gen.Int[-7, 2].Array[0, 2]).Sample((days, end, low, transfusions) =>
    {
        var inputs = new CytopeniaInputs
        {
            Lineage = BloodLineage.Platelets, ConditioningDay = -5, EvaluationDay = days - 5, Baseline = low ? 10m : 100m, TransfusionDays = transfusions,
            Limits = new() { LastExpectedDay = end - 5, DaysBetweenGoodCounts = 2, TransfusionFreeDays = 2 },
        };
        var all = AllCourses(days).Select(counts => CytopeniaGrader.Grade(inputs with { Counts = counts }).Low!.Value).Distinct().Order();
        Assert.Equal(all, CytopeniaGrader.Grade(inputs).Missing[0].CouldReach);
    }, iter: Law.OneOf(133));

    static IEnumerable<DayValue[]> AllCourses(int days) => Enumerable.Range(1, (int)Math.Pow(3, days + 1) - 1).Select(number => Enumerable.Range(0, days + 1)
        .Select(day => (Day: day - 5, What: number / (int)Math.Pow(3, day) % 3)).Where(day => day.What > 0).Select(day => new DayValue(day.Day, day.What == 1 ? 10m : 90m)).ToArray());

    static bool IsSignalWithoutBaseline(CytopeniaInputs inputs, CytopeniaCategory category) =>
        category.IsSignal() && CytopeniaCourse.AllOf(inputs).Single().FirstLowDay < (CytopeniaCourse.AllOf(inputs).Single().RecoveryDay ?? 99);

    static int? RecoveryDay(CytopeniaInputs inputs) => CytopeniaCourse.AllOf(inputs) is [var only] ? only.RecoveryDay : null;

    static CytopeniaCategory Of(string series) => (CytopeniaCategory)CytopeniaGrader.Grade(new()
    {
        Lineage = BloodLineage.Neutrophils, ConditioningDay = -5, EvaluationDay = 28, Baseline = 3m, Counts = DaySeries.Read(series, 200),
    }).Low!;

    static decimal Scale(BloodLineage lineage) => CytopeniaLimits.Proposed.LowBelow(lineage);

    /// <summary>Around the limit of the lineage.</summary>
    static CytopeniaInputs Scaled(CytopeniaInputs inputs) => Times(inputs, Scale(inputs.Lineage));

    static CytopeniaInputs Times(CytopeniaInputs inputs, decimal factor) => inputs with
    {
        Baseline = inputs.Baseline is { } baseline ? baseline with { Value = baseline.Value * factor } : null,
        Counts = [.. inputs.Counts.Select(count => count with { Value = count.Value with { Value = count.Value.Value * factor } })],
    };

    static CytopeniaInputs With(CytopeniaInputs inputs, int at, Measured value) =>
        inputs with { Counts = [.. inputs.Counts.Select((count, place) => place == at ? count with { Value = value } : count)] };

    static (CytopeniaCategory Category, int? RecoveryDay, int LowAgain)? Plain(CytopeniaInputs inputs)
    {
        var limit = inputs.Lineage switch { BloodLineage.Neutrophils => 1.0m, BloodLineage.Platelets => 50, BloodLineage.Hemoglobin => 80 };
        var days = PlainIcaht.Lowest(inputs.Counts, -5, inputs.EvaluationDay);
        if (days.Count == 0)
        {
            return null;
        }

        var low = days.Where(day => day.Value < limit).Select(day => day.Key).ToList();
        var baselineIsLow = inputs.Baseline?.Value < limit;
        var seenFrom = baselineIsLow ? -99 : low.Count > 0 ? low[0] : 99;
        bool IsGood(int day) => days[day] >= limit
            && (inputs.Lineage == BloodLineage.Neutrophils || !inputs.TransfusionDays.Any(transfused => Enumerable.Range(day - 6, 7).Contains(transfused)));
        var keys = days.Keys.ToList();
        int? recovery = keys.Zip(keys.Skip(1)).Where(pair => pair.First > seenFrom && IsGood(pair.First) && IsGood(pair.Second) && pair.Second - pair.First <= 10)
            .Select(pair => (int?)pair.First).FirstOrDefault();
        var again = low.Count(day => day > recovery);
        var category =
            baselineIsLow && recovery is null ? BaselineCytopenia
            : low.Count == 0 && !baselineIsLow ? None
            : again > 0 ? Biphasic
            : low.Count > 0 && low[0] >= 31 ? LateOnset
            : low.Any(day => day >= 31) ? Prolonged
            : recovery is not null ? ExpectedResolved
            : inputs.EvaluationDay <= 30 ? ExpectedOngoing
            : RecoveryUnverified;
        return (category, recovery, again);
    }
}
