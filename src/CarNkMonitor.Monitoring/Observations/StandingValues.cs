using System.Globalization;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What already stands at the instant of a new check. A second value of one code at one instant is an amendment, not an entry.</summary>
static class StandingValues
{
    public static IEnumerable<EntryProblem> Problems(IReadOnlyList<Observation> standing, IReadOnlyList<(int Item, Readable Reading)> items) =>
        standing.Count == 0 ? [] : items.Select(item => Problem(standing, item)).OfType<EntryProblem>();

    static EntryProblem? Problem(IReadOnlyList<Observation> standing, (int Item, Readable Reading) item)
    {
        var type = item.Reading.Type;
        var same = standing.FirstOrDefault(stored => stored.Code == type.Code && (!type.IsMultiple || stored.Coded == item.Reading.Coded));
        return same is not null
                ? new EntryProblem(type.Code, $"Another value of this code stands at this instant ({ValueOf(same)}). Amend that one instead.", item.Item)
            : type.Code == "vasopressor_agent" && Contradicts(standing, item.Reading.Coded!)
                ? new EntryProblem(type.Code, "'none' cannot stand beside a running agent; another entry of this instant says otherwise.", item.Item)
            : null;
    }

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
