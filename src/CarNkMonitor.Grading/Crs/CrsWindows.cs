using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>What a record says at one moment: the evaluation windows of specification 1.2.</summary>
static class CrsWindows
{
    /// <summary>What counts at that moment: an explained episode is out of it.</summary>
    public static CrsInputs At(CrsRecord record, DateTime moment, DateTime? onset)
    {
        var recorded = Read(record, moment, onset, null, null);
        var (hypotension, hypoxia) = (record.Hypotension.ExplainedAt(moment), record.Hypoxia.ExplainedAt(moment));
        if (hypotension is null && hypoxia is null)
        {
            return recorded;
        }

        // While nothing beside the explained episode is in the windows the finding is excluded as a whole; otherwise only that episode's readings are.
        var rest = Read(record, moment, onset, hypotension, hypoxia);
        var isExcluded = hypotension is { EndedAt: null } && !HypotensionFinding.MayBeSeen(rest);
        var isOxygenExcluded = hypoxia is { EndedAt: null } && !OxygenFinding.MayBeSeen(rest);
        var counted = Read(record, moment, onset, isExcluded ? null : hypotension, isOxygenExcluded ? null : hypoxia);
        var judgements = counted.Sources!.Judgements with { Hypotension = hypotension?.Statement, Hypoxia = hypoxia?.Statement };
        return counted with
        {
            HypotensionHasOtherCause = isExcluded, HypoxiaHasOtherCause = isOxygenExcluded, Recorded = recorded, Sources = counted.Sources with { Judgements = judgements },
        };
    }

    static CrsInputs Read(CrsRecord record, DateTime moment, DateTime? onset, ExplainedEpisode? hypotension, ExplainedEpisode? hypoxia)
    {
        var temperature = Worst(Timed.Between(record.Temperature, moment - CrsTimes.TemperatureWindow, moment), FeverFinding.Limit, Hotter, null);
        var (day, age) = record.DayAt(moment);
        var limit = CrsRecord.LimitAt(age);
        var systolic = InWindow(record.Systolic, moment, limit, Lower, Explained(hypotension, limit, MayBeBelow));
        var saturation = InWindow(record.Saturation, moment, OxygenFinding.UnmetBelow, Lower, Explained(hypoxia, OxygenFinding.UnmetBelow, MayBeBelow));
        var seen = InWindow(record.HypotensionSeen, moment, limit, static (one, other, _) => one.Flag == true && other.Flag != true,
            Explained(hypotension, limit, static (fact, _) => fact.Flag == true));
        var bolus = Worst(Timed.Between(record.Boluses, moment - CrsTimes.Window, moment), limit, Always, Explained(hypotension, limit, static (_, _) => true));
        var agents = StandingEntries.At(record.Agents, moment, hypotension);
        var oxygen = StandingEntries.At(record.Oxygen, moment, hypoxia);
        var death = Timed.Between(record.Deaths, DateTime.MinValue, moment) is [.., var stated] ? stated : null;
        var (fever, masking) = (record.Fever.OtherCauseAt(moment), MaskingAt(record, moment, onset));
        return new CrsInputs
        {
            Day = day,
            Age = age,
            TemperatureMax = temperature?.Measured,
            FeverHasOtherCause = fever is not null,
            IsEstablished = onset is not null,
            Masking = masking.Drugs,
            SystolicMin = systolic?.Measured,
            HypotensionSeen = seen?.Flag,
            FluidBolus = bolus is not null,
            Vasopressors = agents.Entry?.Value.Agents ?? (agents.IsExplained ? Vasopressors.None : null),
            Device = oxygen.Entry?.Value.Device ?? (oxygen.IsExplained ? OxygenDevice.RoomAir : null),
            Flow = oxygen.Entry?.Value.Flow,
            SaturationMin = saturation?.Measured,
            Death = death is null ? null : CauseOf(death),
            Sources = new CrsSources(
                temperature, systolic, seen, bolus, agents.Entry?.Value.Facts ?? [], oxygen.Entry?.Value.DeviceFact, oxygen.Entry?.Value.FlowFact, saturation, death,
                new CrsJudgements(fever, masking.Facts)),
        };
    }

    /// <summary>Which readings are left out: those with the finding that the episode covers; null where no episode is explained.</summary>
    static Func<Fact, bool>? Explained(ExplainedEpisode? episode, decimal limit, Func<Fact, decimal, bool> hasFinding) =>
        episode is null ? null : CoveredBy(episode, limit, hasFinding);

    static Func<Fact, bool> CoveredBy(ExplainedEpisode episode, decimal limit, Func<Fact, decimal, bool> hasFinding) =>
        fact => hasFinding(fact, limit) && episode.Covers(fact.ObservedAt);

    /// <summary>The worst of (t - 4 h, t]; if there is none, the latest of (t - 12 h, t].</summary>
    static Fact? InWindow(Fact[] sorted, DateTime moment, decimal limit, Func<Fact, Fact, decimal, bool> isWorse, Func<Fact, bool>? isLeftOut) =>
        Worst(Timed.Between(sorted, moment - CrsTimes.Window, moment), limit, isWorse, isLeftOut)
        ?? Worst(Timed.Between(sorted, moment - CrsTimes.LatestWithin, moment), limit, Always, isLeftOut);

    /// <summary>
    /// Of the facts that are not left out; where each is worse than the one before, the latest. The limit is handed through: a walk asks thousands of
    /// times, and what it captured would be made anew each time.
    /// </summary>
    static Fact? Worst(ReadOnlySpan<Fact> facts, decimal limit, Func<Fact, Fact, decimal, bool> isWorse, Func<Fact, bool>? isLeftOut)
    {
        Fact? worst = null;
        foreach (var fact in facts)
        {
            if (isLeftOut is null || !isLeftOut(fact))
            {
                worst = worst is null || isWorse(fact, worst, limit) ? fact : worst;
            }
        }

        return worst;
    }

    static bool Always(Fact one, Fact other, decimal limit) => true;

    static bool MayBeBelow(Fact fact, decimal limit) => fact.Measured.IsBelow(limit) != false;

    /// <summary>A certain fever before a possible one before none; then the number.</summary>
    static bool Hotter(Fact one, Fact other, decimal limit)
    {
        var (a, b) = (Rank(one.Measured.IsAtLeast(limit)), Rank(other.Measured.IsAtLeast(limit)));
        return a > b || a == b && one.Value > other.Value;
    }

    static bool Lower(Fact one, Fact other, decimal limit)
    {
        var (a, b) = (Rank(one.Measured.IsBelow(limit)), Rank(other.Measured.IsBelow(limit)));
        return a > b || a == b && one.Value < other.Value;
    }

    static int Rank(bool? holds) => holds switch { true => 2, null => 1, false => 0 };

    /// <summary>In an established episode every dose since onset counts; before one, a dose counts while it acts (specification 1.3).</summary>
    static (MaskingTherapy? Drugs, IReadOnlyList<Fact> Facts) MaskingAt(CrsRecord record, DateTime moment, DateTime? onset)
    {
        var drugs = MaskingTherapy.None;
        List<Fact>? doses = null;
        foreach (var dose in Timed.Between(record.Doses, (onset ?? moment - CrsTimes.LongestMasking).AddTicks(-1), moment))
        {
            var (drug, acts) = CrsTimes.Masking(dose)!.Value;
            var counts = onset is { } since ? dose.ObservedAt >= since : dose.ObservedAt > moment - acts;
            if (counts)
            {
                drugs |= drug;
                (doses ??= []).Add(dose);
            }
        }

        return doses is not null ? (drugs, doses)
            : Timed.Between(record.Reviews, moment - CrsTimes.ReviewHolds, moment) is [.., var review] ? (MaskingTherapy.None, [review])
            : (null, []);
    }

    static DeathCause CauseOf(Fact death) => death.Coded switch
    {
        "crs" => DeathCause.Crs,
        "other" or "icans" or "iechs" => DeathCause.Other,
        "unknown" or null => DeathCause.Unknown,
        _ => throw new ArgumentException($"'{death.Coded}' is not a known cause of {CrsCodes.Death}; allowed: crs, icans, iechs, other, unknown."),
    };
}
