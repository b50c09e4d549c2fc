using System.Globalization;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// What already stands at the instant of a new item. The same value again is the same fact, whoever saw it; a second value of one code at one instant is
/// an amendment, not an entry.
/// </summary>
static class StandingValues
{
    /// <param name="standing">At the instant of the items.</param>
    /// <param name="items">Of one instant.</param>
    /// <param name="names">Who recorded, by id; null where it is not told.</param>
    public static IEnumerable<EntryProblem> Problems(
        IReadOnlyList<Observation> standing, IReadOnlyList<(int Item, Readable Reading)> items, IReadOnlyDictionary<Guid, string>? names = null) =>
        standing.Count == 0 ? [] : items.Select(item => Problem(standing, item, names)).OfType<EntryProblem>();

    /// <summary>The same for a whole check whose items may have times of their own.</summary>
    /// <param name="stored">All that hold now, or at least those of the instants concerned.</param>
    public static IEnumerable<EntryProblem> Problems(
        IEnumerable<Observation> stored, CheckTime times, CheckReading reading, IReadOnlyDictionary<Guid, string>? names = null)
    {
        var standing = stored.ToLookup(observation => observation.ObservedAt);
        return times.Utc is null ? [] : reading.Items.GroupBy(item => times.Items[item.Item])
            .SelectMany(moment => Problems([.. standing[moment.Key]], [.. moment], names));
    }

    /// <summary>Whether this very value stands already, so that it need not be stored again.</summary>
    public static bool IsSame(Observation stored, Readable reading) => stored.Code == reading.Type.Code
        && (stored.Comparator, stored.Value, stored.Coded, stored.Flag) == (reading.Comparator, reading.Value, reading.Coded, reading.Flag)
        && (reading.Limits == default || reading.Limits == new ReferenceRange(stored.ReferenceLow, stored.ReferenceHigh));

    static EntryProblem? Problem(IReadOnlyList<Observation> standing, (int Item, Readable Reading) item, IReadOnlyDictionary<Guid, string>? names)
    {
        var type = item.Reading.Type;
        var same = standing.FirstOrDefault(stored => stored.Code == type.Code && (!type.IsMultiple || stored.Coded == item.Reading.Coded));
        return same is not null
                ? new EntryProblem(type.Code, Sentence(type, same, names), item.Item) { StandsIn = same.CheckId }
            : type.Code == "vasopressor_agent" && Contradicts(standing, item.Reading.Coded!)
                ? new EntryProblem(type.Code, "'none' cannot stand beside a running agent; another entry of this instant says otherwise.", item.Item)
            : null;
    }

    static string Sentence(ObservationType type, Observation same, IReadOnlyDictionary<Guid, string>? names) =>
        names?.GetValueOrDefault(same.RecordedById) is { } name
            ? $"{name} has recorded {type.Display} {ValueOf(same)} for this very time. If you measured at another time, change the time of the check; if their value is wrong, amend it."
            : $"Another value of this code stands at this instant ({ValueOf(same)}). Amend that one instead.";

    static bool Contradicts(IReadOnlyList<Observation> standing, string agent) =>
        standing.Any(stored => stored.Code == "vasopressor_agent" && (stored.Coded == "none") != (agent == "none"));

    public static string ValueOf(Observation stored) => stored.Coded
        ?? stored.Flag?.ToString().ToLowerInvariant()
        ?? $"{stored.EnteredValue} {stored.EnteredUnit}{LimitsOf(stored)}";

    static string LimitsOf(Observation stored) => (stored.ReferenceLow, stored.ReferenceHigh) switch
    {
        (null, null) => "",
        ({ } lower, null) => $", normal from {Plain(lower)}",
        (null, { } upper) => $", normal up to {Plain(upper)}",
        ({ } lower, { } upper) => $", normal {Plain(lower)} to {Plain(upper)}",
    };

    /// <summary>One of the databases keeps 7 as 7.0.</summary>
    static string Plain(decimal limit) => limit.ToString("0.####################", CultureInfo.InvariantCulture);
}
