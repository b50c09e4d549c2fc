namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// What a bedside check leaves open although a grade hangs on it: a blank that is only forgotten would call a physician for nothing,
/// so the nurse is asked once before it is stored. Only a panel that was begun is asked about. Pure.
/// </summary>
public static class CheckGaps
{
    static readonly TimeSpan Stands = TimeSpan.FromHours(12);
    static readonly string[] EveryTime = ["temperature", "sbp"];

    /// <summary>These stand from an earlier check, at most 12 h (specification 1.2).</summary>
    static readonly string[] Standing = ["oxygen_device", "vasopressor_agent"];
    static readonly HashSet<string> NeedFlow = ["nasal_cannula", "hfnc"];

    /// <summary>Vital signs and circulation are one panel at the bedside.</summary>
    static readonly HashSet<string> Bedside = ["V", "C"];

    /// <summary>Skin and lower gut as acute GvHD is staged by them: of each, one is enough.</summary>
    static readonly string[][] Gvhd = [["rash_bsa_pct"], ["stool_volume", "stool_episodes", "stool_unquantified_episodes"]];

    /// <summary>Codes that are neither filled in, nor explained, nor still standing, in the order of the form.</summary>
    /// <param name="entry">What was typed.</param>
    /// <param name="last">The newest value of each code.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<string> Of(CheckEntry entry, ILookup<string, Observation> last, DateTime now)
    {
        var told = entry.Items.Select(item => item.Code).Concat((entry.NotDone ?? []).Select(item => item.Code)).ToHashSet();
        return [.. OfBedside(entry, told, last, now), .. BedsideScore.All.SelectMany(score => OfScore(score, told)), .. OfGvhd(entry, told)];
    }

    static IEnumerable<string> OfBedside(CheckEntry entry, HashSet<string> told, ILookup<string, Observation> last, DateTime now)
    {
        if (!HasBegun(entry, Bedside))
        {
            return [];
        }

        var open = EveryTime.Concat(Standing.Where(code => !last[code].Any(value => now - value.ObservedAt < Stands))).Where(code => !told.Contains(code));
        return [.. open, .. FlowOf(entry, told)];
    }

    static bool HasBegun(CheckEntry entry, HashSet<string> panels) => entry.Items
        .Any(item => ObservationCatalog.Default.Find(item.Code) is { IsTrait: false } type && panels.Contains(type.Panel));

    static IEnumerable<string> FlowOf(CheckEntry entry, HashSet<string> told) =>
        !told.Contains("oxygen_flow") && entry.Items.Any(item => item.Code == "oxygen_device" && NeedFlow.Contains(item.Value ?? ""))
            ? ["oxygen_flow"] : [];

    /// <summary>A score that was begun lacks its other items, unless it says why they were not done.</summary>
    static IEnumerable<string> OfScore(BedsideScore score, HashSet<string> told) =>
        score.Items.Any(told.Contains) && !told.Contains(score.NotDone) ? score.Items.Where(code => !told.Contains(code)) : [];

    static IEnumerable<string> OfGvhd(CheckEntry entry, HashSet<string> told) =>
        HasBegun(entry, ["G"]) ? Gvhd.Where(organ => !organ.Any(told.Contains)).Select(organ => organ[0]) : [];
}
