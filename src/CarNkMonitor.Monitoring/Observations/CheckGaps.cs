namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// What a bedside check leaves open although the CRS grade hangs on it: a blank that is only forgotten would call a physician for nothing,
/// so the nurse is asked once before it is stored. Pure.
/// </summary>
public static class CheckGaps
{
    static readonly TimeSpan Stands = TimeSpan.FromHours(12);
    static readonly string[] EveryTime = ["temperature", "sbp"];

    /// <summary>These stand from an earlier check, at most 12 h (specification 1.2).</summary>
    static readonly string[] Standing = ["oxygen_device", "vasopressor_agent"];
    static readonly HashSet<string> NeedFlow = ["nasal_cannula", "hfnc"];

    /// <summary>Codes that are neither filled in, nor explained, nor still standing, in the order of the form.</summary>
    /// <param name="last">The newest value of each code.</param>
    public static IReadOnlyList<string> Of(CheckEntry entry, ILookup<string, Observation> last, DateTime now)
    {
        var told = entry.Items.Select(item => item.Code).Concat((entry.NotDone ?? []).Select(item => item.Code)).ToHashSet();
        var open = EveryTime.Concat(Standing.Where(code => !last[code].Any(value => now - value.ObservedAt < Stands))).Where(code => !told.Contains(code));
        return [.. open, .. FlowOf(entry, told)];
    }

    static IEnumerable<string> FlowOf(CheckEntry entry, HashSet<string> told) =>
        !told.Contains("oxygen_flow") && entry.Items.Any(item => item.Code == "oxygen_device" && NeedFlow.Contains(item.Value ?? ""))
            ? ["oxygen_flow"] : [];
}
