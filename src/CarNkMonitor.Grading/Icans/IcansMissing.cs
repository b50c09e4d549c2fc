using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>
/// Which missing inputs the grade hangs on, and which grades hang on each. A score depends on the sum of its items alone, and every sum up to
/// the sum of their highest points can be reached: so the items that are missing beside the one in question are tried as one block, sum by sum
/// (29 instead of 78,125 for CAPD), and items of equal points hang on the same grades.
/// </summary>
static class IcansMissing
{
    // With the consciousness, because "unable to perform" is a finding of both.
    static readonly Func<IcansInputs, object?> IceRow = inputs => (IceFinding.Of(inputs), ConsciousnessFinding.Of(inputs));
    static readonly Func<IcansInputs, object?> CapdRow = inputs => (CapdFinding.Of(inputs), ConsciousnessFinding.Of(inputs));
    static readonly Func<IcansInputs, object?> ConsciousnessRow = inputs => ConsciousnessFinding.Of(inputs);
    static readonly Func<IcansInputs, object?> SeizureRow = inputs => SeizureFinding.Of(inputs);
    static readonly Func<IcansInputs, object?> Age = inputs => IcansInstrument.Of(inputs);
    static readonly Func<IcansInputs, object?> Cause = inputs => inputs.Death;

    static readonly Gap<IcansInputs>[] Others =
    [
        new(IcansCodes.Consciousness, ConsciousnessRow, inputs => inputs.Consciousness is null && !inputs.ConsciousnessHasOtherCause,
            [.. Enum.GetValues<Consciousness>().Select(level => (Func<IcansInputs, IcansInputs>)(inputs => inputs with { Consciousness = level }))]),
        new(IcansCodes.SeizureDuration, SeizureRow, inputs => inputs.Seizure == SeizureReport.Unspecified && inputs.SeizureMinutes is null,
        [
            inputs => inputs with { SeizureMinutes = SeizureFinding.ProlongedAbove },
            inputs => inputs with { SeizureMinutes = SeizureFinding.ProlongedAbove + 1 },
        ]),
        new(IcansCodes.BirthDate, Age, inputs => inputs.AgeYears is null,
        [
            inputs => inputs with { AgeYears = IcansInstrument.CapdWithDelayUpTo + 1 },
            inputs => inputs with { AgeYears = IcansInstrument.CapdBelow - 1 },
        ]),
        new(IcansCodes.Death, Cause, inputs => inputs.Death == IcansDeathCause.Unknown,
        [
            inputs => inputs with { Death = IcansDeathCause.Other },
            inputs => inputs with { Death = IcansDeathCause.Icans },
        ]),
    ];

    public static IReadOnlyList<MissingInput> Of(IcansInputs inputs)
    {
        var (ice, capd) = (Missing(Instrument.Ice, inputs), Missing(Instrument.Capd, inputs));
        Gap<IcansInputs>[] whole = [.. Block(ice, IceRow, inputs), .. Block(capd, CapdRow, inputs)];
        return
        [
            .. Items(ice, IceRow, Block(capd, CapdRow, inputs), inputs),
            .. Items(capd, CapdRow, Block(ice, IceRow, inputs), inputs),
            .. Search(inputs, [.. whole, .. Others]).Where(input => input.Code != BlockCode),
        ];
    }

    const string BlockCode = "_block";

    /// <summary>Each item with all other missing items of its score as one block; the first of equal points speaks for all of them.</summary>
    static IEnumerable<MissingInput> Items(ScoreItem[] missing, Func<IcansInputs, object?> row, Gap<IcansInputs>[] otherScore, IcansInputs inputs)
    {
        var reach = missing.GroupBy(item => item.Most).ToDictionary(equal => equal.Key, equal =>
        {
            var item = equal.First();
            var gap = new Gap<IcansInputs>(item.Code, row, _ => true, Cells([item], inputs));
            var found = Search(inputs, [gap, .. Block([.. missing.Where(other => other != item)], row, inputs), .. otherScore, .. Others]);
            return found.FirstOrDefault(input => input.Code == item.Code)?.CouldReach;
        });
        return from item in missing let levels = reach[item.Most] where levels is not null select new MissingInput(item.Code, levels);
    }

    static ScoreItem[] Missing(Instrument instrument, IcansInputs inputs) => !IcansInstrument.IsInUse(instrument, inputs) ? [] : instrument switch
    {
        // A charted total stands in for the items (specification 2.2), and so does "unable, because unarousable".
        Instrument.Ice => inputs.Ice is { Total: not null, HasItem: false } || IceFinding.Of(inputs) == Ice.Unarousable ? [] : Unrecorded(IceScore.Items, inputs),
        Instrument.Capd => CapdFinding.Of(inputs) == Capd.UnableToPerform ? [] : Unrecorded(CapdScore.Items, inputs),
    };

    static ScoreItem[] Unrecorded(ScoreItem[] items, IcansInputs inputs) => [.. items.Where(item => item.Points(inputs) is null)];

    static Gap<IcansInputs>[] Block(ScoreItem[] items, Func<IcansInputs, object?> row, IcansInputs inputs) =>
        items.Length == 0 ? [] : [new(BlockCode, row, _ => true, Cells(items, inputs))];

    /// <summary>Every sum of these items; and "unable to perform", where only another cause of a depressed consciousness keeps that cell open.</summary>
    static Func<IcansInputs, IcansInputs>[] Cells(ScoreItem[] items, IcansInputs inputs)
    {
        var sums = Enumerable.Range(0, items.Sum(item => item.Most) + 1).Select(sum => (Func<IcansInputs, IcansInputs>)(record => Filled(record, items, sum)));
        return inputs.ConsciousnessHasOtherCause && !IsCharted(items, inputs) ? [.. sums, Unable] : [.. sums];
    }

    static bool IsCharted(ScoreItem[] items, IcansInputs inputs) =>
        IcansInstrument.IsCharted(IceScore.Items.Contains(items[0]) ? Instrument.Ice : Instrument.Capd, inputs);

    static IcansInputs Unable(IcansInputs record) => record with { ConsciousnessHasOtherCause = false, Consciousness = Consciousness.VigorousOrUnarousable };

    /// <summary>One way to reach this sum; the grade sees only the sum.</summary>
    static IcansInputs Filled(IcansInputs record, ScoreItem[] items, int sum)
    {
        foreach (var item in items)
        {
            var points = Math.Min(sum, item.Most);
            record = item.With(record, points);
            sum -= points;
        }

        return record;
    }

    static IReadOnlyList<MissingInput> Search(IcansInputs inputs, Gap<IcansInputs>[] gaps) => MissingSearch.Of(inputs, gaps, completed =>
    {
        var range = IcansGrader.RangeOf(completed);
        return ((int)range.Low, (int)range.High);
    });
}
