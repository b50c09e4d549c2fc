using CarNkMonitor.Grading.Facts;
using static System.FormattableString;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Rules that need more than one item of the same moment of a check, pure. A pair that contradicts itself is refused as a pair.</summary>
public static class CombinedRules
{
    static readonly HashSet<string> FlowDecides = ["nasal_cannula", "hfnc"];

    /// <summary>Direct bilirubin is measured apart from the total: so much of a difference (mg/dL) is no contradiction.</summary>
    const decimal BilirubinSlack = 0.1m;

    /// <summary>Problems of items of one moment that are readable one by one; index and reading of each item.</summary>
    public static IEnumerable<EntryProblem> Problems(IReadOnlyList<(int Item, Readable Reading)> items) =>
    [
        .. GivenTwice(items), .. PressurePair(items), .. FlowOnRoomAir(items), .. NoneBesideAnother(items), .. RateWithoutAgent(items),
        .. DirectAboveTotal(items), .. ScoreRules.Problems(items), .. NeuroRules.Problems(items),
    ];

    /// <summary>What is stored all the same but leaves the grade wider than it need be.</summary>
    public static IEnumerable<string> Reminders(IReadOnlyList<(int Item, Readable Reading)> items)
    {
        if (Of(items, "oxygen_device").Any(device => FlowDecides.Contains(device.Reading.Coded!)) && !Of(items, "oxygen_flow").Any())
        {
            yield return "The oxygen flow is missing: low or high flow cannot be told apart.";
        }
    }

    static IEnumerable<EntryProblem> GivenTwice(IReadOnlyList<(int Item, Readable Reading)> items) => items
        .GroupBy(item => (item.Reading.Type.Code, item.Reading.Type.IsMultiple ? item.Reading.Coded : null))
        .SelectMany(same => same.Skip(1), (same, item) =>
            Problem(item, $"{item.Reading.Type.Display} is given twice: one value of this code can stand at one moment."));

    static IEnumerable<EntryProblem> PressurePair(IReadOnlyList<(int Item, Readable Reading)> items)
    {
        var pair = Numbers(items, "sbp", "dbp");
        return pair is [{ Reading.Value: { } upper }, { Reading.Value: { } lower }] && lower >= upper
            ? pair.Select(item => Problem(item, Invariant($"The diastolic pressure ({lower}) must be below the systolic ({upper}).")))
            : [];
    }

    static IEnumerable<EntryProblem> FlowOnRoomAir(IReadOnlyList<(int Item, Readable Reading)> items)
    {
        var air = Of(items, "oxygen_device").Where(device => device.Reading.Coded == "room_air").ToList();
        var flow = Of(items, "oxygen_flow").Where(IsAboveZero).ToList();
        return air.Count == 0 || flow.Count == 0 ? []
            : air.Concat(flow).Select(item => Problem(item, "Room air has no oxygen flow: enter the device, or flow 0 or none."));
    }

    /// <summary>"None" is a statement about the whole set, of agents as of signs.</summary>
    static IEnumerable<EntryProblem> NoneBesideAnother(IReadOnlyList<(int Item, Readable Reading)> items) => items
        .Where(item => item.Reading.Type.IsMultiple)
        .GroupBy(item => item.Reading.Type.Code)
        .Where(set => set.Any(item => item.Reading.Coded == "none") && set.Any(item => item.Reading.Coded != "none"))
        .SelectMany(set => set)
        .Select(item => Problem(item, item.Reading.Type.Code == "vasopressor_agent"
            ? "'none' cannot stand beside a running agent."
            : $"{item.Reading.Type.Display}: 'none' cannot stand beside another entry."));

    /// <summary>Where the agents of the moment are told, a rate above zero belongs to one of them; an update of a rate alone leaves the set standing.</summary>
    static IEnumerable<EntryProblem> RateWithoutAgent(IReadOnlyList<(int Item, Readable Reading)> items)
    {
        var running = Of(items, "vasopressor_agent").Select(agent => agent.Reading.Coded!).ToHashSet();
        return running.Count == 0 ? [] : VasopressorRates.All
            .Where(rate => !running.Contains(rate.Agent))
            .SelectMany(rate => Of(items, rate.Code).Where(IsAboveZero))
            .Select(item => Problem(item, $"{item.Reading.Type.Display} is entered, but the agent is not among those that run. Mark it as running, or take the rate out."));
    }

    static IEnumerable<EntryProblem> DirectAboveTotal(IReadOnlyList<(int Item, Readable Reading)> items)
    {
        var pair = Numbers(items, "bilirubin_direct", "bilirubin_total");
        return pair is [{ Reading.Value: { } direct }, { Reading.Value: { } total }] && direct > total + BilirubinSlack
            ? pair.Select(item => Problem(item, "The direct bilirubin is part of the total: it cannot lie above it."))
            : [];
    }

    static bool IsAboveZero((int Item, Readable Reading) item) => item.Reading.Comparator == Comparator.Above || item.Reading.Value > 0;

    /// <summary>Those of the codes that are plain numbers, in the order asked for. A bound contradicts nothing.</summary>
    internal static IReadOnlyList<(int Item, Readable Reading)> Numbers(IReadOnlyList<(int Item, Readable Reading)> items, params IEnumerable<string> codes) =>
        [.. codes.SelectMany(code => Of(items, code).Take(1)).Where(item => item.Reading.Comparator == Comparator.Equal)];

    internal static IEnumerable<(int Item, Readable Reading)> Of(IReadOnlyList<(int Item, Readable Reading)> items, string code) =>
        items.Where(item => item.Reading.Type.Code == code);

    internal static EntryProblem Problem((int Item, Readable Reading) item, string reason) => new(item.Reading.Type.Code, reason, item.Item);
}
