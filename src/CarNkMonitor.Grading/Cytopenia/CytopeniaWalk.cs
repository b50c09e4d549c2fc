using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>What one count says of a lineage.</summary>
enum CountState
{
    /// <summary>Below the limit.</summary>
    Low,

    /// <summary>Not low, but perhaps only because of a transfusion.</summary>
    Neutral,

    /// <summary>Not low, and on its own.</summary>
    Good,
}

/// <summary>What has been seen so far, going through the measured days in their order (specification 2.7, algorithm).</summary>
readonly record struct CytopeniaWalk(bool BaselineIsLow)
{
    /// <summary>Some low count after which a recovery can be seen.</summary>
    public bool Seen { get; init; } = BaselineIsLow;

    /// <summary>First low day since conditioning.</summary>
    public int? FirstLowDay { get; init; }

    /// <summary>Day of a good count that waits for its second.</summary>
    public int? FirstGoodDay { get; init; }

    /// <summary>The first of the two good days.</summary>
    public int? RecoveryDay { get; init; }

    /// <summary>Low days after the recovery.</summary>
    public int LowDaysAgain { get; init; }

    /// <summary>A low day after the window, without a recovery before it.</summary>
    public bool IsLowLate { get; init; }

    public CytopeniaWalk After(int day, CountState state, CytopeniaLimits limits) => state switch
    {
        CountState.Low => this with
        {
            Seen = true,
            FirstLowDay = FirstLowDay ?? day,
            FirstGoodDay = null,
            LowDaysAgain = RecoveryDay is null ? 0 : LowDaysAgain + 1,
            IsLowLate = IsLowLate || (RecoveryDay is null && day > limits.LastExpectedDay),
        },
        CountState.Neutral => this with { FirstGoodDay = null },
        CountState.Good => !Seen || RecoveryDay is not null ? this
            : FirstGoodDay is { } first && day - first <= limits.DaysBetweenGoodCounts ? this with { RecoveryDay = first }
            : this with { FirstGoodDay = day },
    };

    public CytopeniaFindings Findings(CytopeniaInputs inputs) => new(
        BaselineIsLow,
        HasRecovered: RecoveryDay is not null,
        WasLow: Seen,
        IsLowAgain: LowDaysAgain > 0,
        BeganLate: FirstLowDay > inputs.Limits.LastExpectedDay,
        IsLowLate,
        IsPastWindow: inputs.EvaluationDay > inputs.Limits.LastExpectedDay);

    /// <summary>One walk over counts that are all on one side of the limit.</summary>
    public static CytopeniaWalk Over(ReadOnlySpan<DailyCount> daily, CytopeniaInputs inputs)
    {
        var limit = inputs.Limits.LowBelow(inputs.Lineage);
        var walk = new CytopeniaWalk(inputs.Baseline?.IsBelow(limit) == true);
        foreach (var day in daily)
        {
            walk = walk.After(day.Day, StateOf(day.Day, day.Highest, limit, inputs), inputs.Limits);
        }

        return walk;
    }

    /// <summary>Every walk that the bounds leave possible.</summary>
    public static IReadOnlyCollection<CytopeniaWalk> AllOver(ReadOnlySpan<DailyCount> daily, CytopeniaInputs inputs)
    {
        var limit = inputs.Limits.LowBelow(inputs.Lineage);
        var isLow = inputs.Baseline is { } baseline ? baseline.IsBelow(limit) : false;
        HashSet<CytopeniaWalk> walks = isLow is { } known ? [new(known)] : [new(false), new(true)];
        foreach (var day in daily)
        {
            CountState[] states = [StateOf(day.Day, day.Lowest, limit, inputs), StateOf(day.Day, day.Highest, limit, inputs)];
            walks = [.. walks.SelectMany(walk => states, (walk, state) => walk.After(day.Day, state, inputs.Limits))];
        }

        return walks;
    }

    static CountState StateOf(int day, decimal value, decimal limit, CytopeniaInputs inputs) =>
        value < limit ? CountState.Low
        : inputs.Lineage.IsTransfused() && !Transfusions.NoneWithin(inputs.TransfusionDays, inputs.Limits.TransfusionFreeDays, day) ? CountState.Neutral
        : CountState.Good;
}
