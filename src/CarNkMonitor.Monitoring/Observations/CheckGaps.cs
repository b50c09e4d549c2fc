namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// What a bedside check leaves open although a grade hangs on it: a blank that is only forgotten would call a physician for nothing,
/// so the nurse is asked once before it is stored. Only a panel that was begun is asked about, and never a laboratory value: a report
/// holds what it holds. What the tables read as "not reported, so no" (seizure, weakness, signs of raised pressure) is no gap. Pure.
/// </summary>
public static class CheckGaps
{
    /// <summary>In the order of the form: CRS and NEWS2 read the saturation beside the device, NEWS2 the rates as well.</summary>
    static readonly string[] Vitals = ["temperature", "sbp", "heart_rate", "resp_rate", "spo2", "oxygen_device", "vasopressor_agent"];
    static readonly HashSet<string> NeedFlow = ["nasal_cannula", "hfnc"];

    /// <summary>Vital signs and circulation are one panel at the bedside.</summary>
    static readonly HashSet<string> Bedside = ["V", "C"];

    /// <summary>Codes whose value of an earlier check may do.</summary>
    public static IReadOnlyList<string> MayStand { get; } = [.. Vitals, Consciousness];

    const string Consciousness = "consciousness";

    /// <summary>Codes that are neither filled in, nor explained, nor still standing, in the order of the form.</summary>
    /// <param name="entry">What was typed.</param>
    /// <param name="earlier">Values of the same participant; later ones, and those that ran out, do not count.</param>
    /// <param name="at">Instant of the check, UTC: a check that is entered late is judged by its own time.</param>
    public static IReadOnlyList<string> Of(CheckEntry entry, IEnumerable<Observation> earlier, DateTime at)
    {
        var told = entry.Items.Select(item => item.Code).Concat((entry.NotDone ?? []).Select(item => item.Code)).ToHashSet();
        var known = earlier.Where(value => StandingSpan.Holds(value, at)).Select(value => value.Code).Concat(told).ToHashSet();
        return [.. OfBedside(entry, told, known), .. OfNeuro(entry, told, known), .. GvhdGaps.Of(entry, told)];
    }

    static IEnumerable<string> OfBedside(CheckEntry entry, HashSet<string> told, HashSet<string> known) =>
        HasBegun(entry, Bedside) ? [.. Vitals.Where(code => !known.Contains(code)), .. FlowOf(entry, told)] : [];

    internal static bool HasBegun(CheckEntry entry, HashSet<string> panels) => entry.Items
        .Any(item => ObservationCatalog.Default.Find(item.Code) is { IsTrait: false } type && panels.Contains(type.Panel));

    static IEnumerable<string> FlowOf(CheckEntry entry, HashSet<string> told) =>
        !told.Contains("oxygen_flow") && entry.Items.Any(item => item.Code == "oxygen_device" && NeedFlow.Contains(item.Value ?? ""))
            ? ["oxygen_flow"] : [];

    /// <summary>ICANS stays a range without the level of consciousness, unless the score was not done because nobody could wake the person: that is grade 4.</summary>
    static IEnumerable<string> OfNeuro(CheckEntry entry, HashSet<string> told, HashSet<string> known)
    {
        var begun = BedsideScore.All.Where(score => told.Contains(score.NotDone) || score.Items.Any(told.Contains)).ToList();
        var needsLevel = begun.Any(score => !entry.Items.Any(item => item.Code == score.NotDone && item.Value == "unarousable"));
        return [.. begun.SelectMany(score => OfScore(score, told)), .. needsLevel && !known.Contains(Consciousness) ? [Consciousness] : Array.Empty<string>()];
    }

    /// <summary>A score that was begun lacks its other items, unless it says why they were not done.</summary>
    static IEnumerable<string> OfScore(BedsideScore score, HashSet<string> told) =>
        told.Contains(score.NotDone) ? [] : score.Items.Where(code => !told.Contains(code));
}
