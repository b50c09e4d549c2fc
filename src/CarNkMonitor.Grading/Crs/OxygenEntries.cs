using CarNkMonitor.Grading.Courses;
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
    public static Standing<OxygenSet>[] Of(Fact[] devices, Fact[] flows)
    {
        var standing = new List<Standing<OxygenSet>>(devices.Length);
        for (var (device, flow) = (0, 0); device < devices.Length || flow < flows.Length;)
        {
            var at = StandingEntries.Earlier(Timed.At(devices, device), Timed.At(flows, flow));
            var (ofDevices, ofFlows) = (SetAt(devices, device, at), SetAt(flows, flow, at));
            (device, flow) = (device + ofDevices.Count, flow + ofFlows.Count);
            var next = StandingEntries.Earlier(Timed.At(devices, device), Timed.At(flows, flow));
            var (running, highest) = (standing.Count > 0 ? standing[^1] : null, Laboratory.Highest(ofFlows));
            if (ofDevices.Count > 0)
            {
                standing.Add(Stretch(MostIntensive(ofDevices, highest), at, at, next));
            }
            else if (running is not null && at < Limit(running))
            {
                standing.Add(Stretch(running.Value with { Flow = highest?.Measured, FlowFact = highest }, running.EntryAt, at, next));
            }
        }

        return [.. standing];
    }

    static ArraySegment<Fact> SetAt(Fact[] sorted, int index, DateTime at) => Timed.At(sorted, index) == at ? Timed.SetFrom(sorted, index) : [];

    /// <summary>Until when a device stands if no other entry replaces it.</summary>
    static DateTime Limit(Standing<OxygenSet> entry) =>
        StandingEntries.Earlier(entry.EntryAt + CrsTimes.LatestWithin, entry.Value.DeviceFact.EndedAt);

    static Standing<OxygenSet> Stretch(OxygenSet set, DateTime entered, DateTime from, DateTime next)
    {
        var stretch = new Standing<OxygenSet>(entered, from, from, set, Severity(set));
        return stretch with { To = StandingEntries.Earlier(Limit(stretch), next) };
    }

    static OxygenSet MostIntensive(ArraySegment<Fact> devices, Fact? flow)
    {
        OxygenSet Set(Fact device) => new(CrsCodes.DeviceNamed(device.Coded ?? ""), flow?.Measured, device, flow);
        return devices.Count == 1 ? Set(devices[0]) : devices.Select(Set).MaxBy(Severity)!;
    }

    /// <summary>A cannula without a flow counts as its upper end.</summary>
    static int Severity(OxygenSet set) => (int)OxygenFinding.On(set.Device, set.Flow).Highest;
}
