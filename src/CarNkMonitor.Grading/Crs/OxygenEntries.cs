using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>A device with the flow of the same set.</summary>
sealed record OxygenSet(OxygenDevice Device, Measured? Flow, Fact DeviceFact, Fact? FlowFact);

/// <summary>
/// Turns device and flow entries into stretches over which each set stands. A flow charted alone belongs to the device that stands at that
/// moment: otherwise a rise from 2 to 15 L/min would go unseen.
/// </summary>
static class OxygenEntries
{
    public static Standing<OxygenSet>[] Of(IEnumerable<Fact> facts)
    {
        var entries = facts.GroupBy(fact => fact.ObservedAt).OrderBy(set => set.Key).ToArray();
        var standing = new List<Standing<OxygenSet>>();
        foreach (var (index, entry) in entries.Index())
        {
            var next = index + 1 < entries.Length ? entries[index + 1].Key : (DateTime?)null;
            var running = standing.Count > 0 ? standing[^1] : null;
            if (Devices(entry).MaxBy(set => Severity(set)) is { } set)
            {
                standing.Add(Stretch(set, entry.Key, entry.Key, next));
            }
            else if (running is not null && entry.Key < Limit(running))
            {
                var flow = entry.MaxBy(fact => fact.Value);
                standing.Add(Stretch(running.Value with { Flow = flow?.Measured, FlowFact = flow }, running.EntryAt, entry.Key, next));
            }
        }

        return [.. standing];
    }

    /// <summary>Until when a device stands if no other entry replaces it.</summary>
    static DateTime Limit(Standing<OxygenSet> entry) =>
        StandingEntries.Earlier(entry.EntryAt + CrsTimes.LatestWithin, entry.Value.DeviceFact.EndedAt);

    static Standing<OxygenSet> Stretch(OxygenSet set, DateTime entered, DateTime from, DateTime? next)
    {
        var stretch = new Standing<OxygenSet>(entered, from, from, set, Severity(set));
        return stretch with { To = StandingEntries.Earlier(Limit(stretch), next) };
    }

    static IEnumerable<OxygenSet> Devices(IEnumerable<Fact> entry)
    {
        var flow = entry.Where(fact => fact.Code == CrsCodes.Flow).MaxBy(fact => fact.Value);
        return from fact in entry where fact.Code == CrsCodes.Device select new OxygenSet(CrsCodes.DeviceNamed(fact.Coded ?? ""), flow?.Measured, fact, flow);
    }

    /// <summary>A cannula without a flow counts as its upper end.</summary>
    static int Severity(OxygenSet set) => (int)OxygenFinding.On(set.Device, set.Flow).Highest;
}
