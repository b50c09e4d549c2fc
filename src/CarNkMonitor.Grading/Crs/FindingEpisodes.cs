using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>When the episodes of single findings end, for the life of attributions (specification 5.1).</summary>
static class FindingEpisodes
{
    /// <summary>A fever episode ends after 24 h in which all readings, at least one, are below 38.0 °C.</summary>
    public static DateTime[] FeverEnds(Fact[] temperatures)
    {
        var ends = new List<DateTime>();
        DateTime? lastFever = null, firstBelow = null;
        foreach (var reading in temperatures)
        {
            if (reading.Measured.IsAtLeast(FeverFinding.Limit) == true)
            {
                EndBefore(reading.ObservedAt);
                (lastFever, firstBelow) = (reading.ObservedAt, null);
            }
            else
            {
                firstBelow ??= reading.ObservedAt;
            }
        }

        EndBefore(DateTime.MaxValue);
        return [.. ends];

        void EndBefore(DateTime next)
        {
            if (lastFever is { } fever && firstBelow is { } below)
            {
                var end = below > fever + CrsTimes.FeverEndsAfter ? below : fever + CrsTimes.FeverEndsAfter;
                if (end < next)
                {
                    ends.Add(end);
                }
            }
        }
    }

    /// <summary>When a temperature below 38.0 °C was read.</summary>
    public static DateTime[] Afebrile(Fact[] temperatures) =>
        [.. temperatures.Where(reading => reading.Measured.IsAtLeast(FeverFinding.Limit) == false).Select(reading => reading.ObservedAt)];

    /// <summary>The readings of blood pressure and its support, with and without the finding; the first one without it ends its episode.</summary>
    public static ILookup<bool, DateTime> Hypotension(CrsRecord record) => record.Systolic.Concat(record.HypotensionSeen).Concat(record.Boluses)
        .Select(fact => fact.ObservedAt).Concat(record.Agents.Select(entry => entry.From)).Distinct().Order().ToLookup(moment => IsHypotensive(record, moment));

    /// <summary>Those of an oxygen need; a reading on room air without a low saturation is one without it.</summary>
    public static ILookup<bool, DateTime> OxygenNeed(CrsRecord record) => record.Saturation.Select(fact => fact.ObservedAt)
        .Concat(record.Oxygen.Select(entry => entry.From)).Distinct().Order().ToLookup(moment =>
            !IsOnRoomAir(record, moment) || At(record.Saturation, moment).Any(fact => fact.Measured.IsBelow(OxygenFinding.UnmetBelow) != false));

    static bool IsHypotensive(CrsRecord record, DateTime moment) =>
        At(record.HypotensionSeen, moment).Any(fact => fact.Flag == true)
        || At(record.Boluses, moment).Length > 0
        || At(record.Systolic, moment).Any(fact => fact.Measured.IsBelow(record.LimitAt(moment)) != false)
        || StandingEntries.RunningAt(record.Agents, moment) is { Severity: > 0 };

    static bool IsOnRoomAir(CrsRecord record, DateTime moment) => StandingEntries.RunningAt(record.Oxygen, moment) is { Severity: 0 };

    static Fact[] At(Fact[] sorted, DateTime moment) => Timed.Between(sorted, moment.AddTicks(-1), moment).ToArray();
}
