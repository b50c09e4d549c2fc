using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>What a record says at one moment: the evaluation windows of specification 1.2.</summary>
static class CrsWindows
{
    public static CrsInputs At(CrsRecord record, DateTime moment, DateTime? onset)
    {
        var temperature = Worst(Timed.Between(record.Temperature, moment - CrsTimes.TemperatureWindow, moment), Hotter);
        var limit = record.LimitAt(moment);
        var systolic = InWindow(record.Systolic, moment, (one, other) => Lower(one, other, limit));
        var saturation = InWindow(record.Saturation, moment, (one, other) => Lower(one, other, OxygenFinding.UnmetBelow));
        var seen = InWindow(record.HypotensionSeen, moment, (one, other) => one.Flag == true && other.Flag != true);
        var bolus = Timed.Between(record.Boluses, moment - CrsTimes.Window, moment) is [.., var given] ? given : null;
        var agents = StandingEntries.At(record.Agents, moment)?.Value;
        var oxygen = StandingEntries.At(record.Oxygen, moment)?.Value;
        var death = Timed.Between(record.Deaths, DateTime.MinValue, moment) is [.., var stated] ? stated : null;
        return new CrsInputs
        {
            Day = record.DayAt(moment),
            Age = record.AgeAt(moment),
            TemperatureMax = temperature?.Measured,
            FeverHasOtherCause = record.Fever.HasOtherCause(moment),
            IsEstablished = onset is not null,
            Masking = MaskingAt(record, moment, onset),
            SystolicMin = systolic?.Measured,
            HypotensionSeen = seen?.Flag,
            FluidBolus = bolus is not null,
            Vasopressors = agents?.Agents,
            HypotensionHasOtherCause = record.Hypotension.HasOtherCause(moment),
            Device = oxygen?.Device,
            Flow = oxygen?.Flow,
            SaturationMin = saturation?.Measured,
            HypoxiaHasOtherCause = record.Hypoxia.HasOtherCause(moment),
            Death = death is null ? null : CauseOf(death),
            Sources = new CrsSources(temperature, systolic, seen, bolus, agents?.Facts ?? [], oxygen?.DeviceFact, oxygen?.FlowFact, saturation, death),
        };
    }

    /// <summary>The worst of (t - 4 h, t]; if there is none, the latest of (t - 12 h, t].</summary>
    static Fact? InWindow(Fact[] sorted, DateTime moment, Func<Fact, Fact, bool> isWorse) =>
        Worst(Timed.Between(sorted, moment - CrsTimes.Window, moment), isWorse)
        ?? (Timed.Between(sorted, moment - CrsTimes.LatestWithin, moment) is [.., var latest] ? latest : null);

    static Fact? Worst(ReadOnlySpan<Fact> facts, Func<Fact, Fact, bool> isWorse)
    {
        Fact? worst = null;
        foreach (var fact in facts)
        {
            worst = worst is null || isWorse(fact, worst) ? fact : worst;
        }

        return worst;
    }

    /// <summary>A certain fever before a possible one before none; then the number.</summary>
    static bool Hotter(Fact one, Fact other)
    {
        var (a, b) = (Rank(one.Measured.IsAtLeast(FeverFinding.Limit)), Rank(other.Measured.IsAtLeast(FeverFinding.Limit)));
        return a > b || a == b && one.Value > other.Value;
    }

    static bool Lower(Fact one, Fact other, decimal limit)
    {
        var (a, b) = (Rank(one.Measured.IsBelow(limit)), Rank(other.Measured.IsBelow(limit)));
        return a > b || a == b && one.Value < other.Value;
    }

    static int Rank(bool? holds) => holds switch { true => 2, null => 1, false => 0 };

    /// <summary>In an established episode every dose since onset counts; before one, a dose counts while it acts (specification 1.3).</summary>
    static MaskingTherapy? MaskingAt(CrsRecord record, DateTime moment, DateTime? onset)
    {
        var drugs = MaskingTherapy.None;
        foreach (var dose in Timed.Between(record.Doses, (onset ?? moment - CrsTimes.LongestMasking).AddTicks(-1), moment))
        {
            var (drug, acts) = CrsTimes.Masking(dose)!.Value;
            var counts = onset is { } since ? dose.ObservedAt >= since : dose.ObservedAt > moment - acts;
            drugs |= counts ? drug : MaskingTherapy.None;
        }

        return drugs != MaskingTherapy.None ? drugs
            : Timed.Between(record.Reviews, moment - CrsTimes.ReviewHolds, moment).Length > 0 ? MaskingTherapy.None
            : null;
    }

    static DeathCause CauseOf(Fact death) => death.Coded switch
    {
        "crs" => DeathCause.Crs,
        "other" or "icans" or "iechs" => DeathCause.Other,
        "unknown" or null => DeathCause.Unknown,
        _ => throw new ArgumentException($"'{death.Coded}' is not a known cause of {CrsCodes.Death}; allowed: crs, icans, iechs, other, unknown."),
    };
}
