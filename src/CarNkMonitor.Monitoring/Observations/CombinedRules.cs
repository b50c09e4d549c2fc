using CarNkMonitor.Grading.Facts;
using static System.FormattableString;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Rules that need more than one item of the same check, pure. A pair that contradicts itself is refused as a pair.</summary>
public static class CombinedRules
{
    static readonly HashSet<string> FlowDecides = ["nasal_cannula", "hfnc"];

    /// <summary>Problems of a check whose items are readable one by one; index and reading of each item.</summary>
    public static IEnumerable<EntryProblem> Problems(IReadOnlyList<(int Item, Readable Reading)> items) =>
        [.. GivenTwice(items), .. PressurePair(items), .. FlowOnRoomAir(items), .. NoneBesideAnother(items)];

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
        var pair = Of(items, "sbp").Take(1).Concat(Of(items, "dbp").Take(1)).ToList();
        return pair is [{ Reading: { Comparator: Comparator.Equal } upper }, { Reading: { Comparator: Comparator.Equal } lower }] && lower.Value >= upper.Value
            ? pair.Select(item => Problem(item, Invariant($"The diastolic pressure ({lower.Value}) must be below the systolic ({upper.Value}).")))
            : [];
    }

    static IEnumerable<EntryProblem> FlowOnRoomAir(IReadOnlyList<(int Item, Readable Reading)> items)
    {
        var air = Of(items, "oxygen_device").Where(device => device.Reading.Coded == "room_air").ToList();
        var flow = Of(items, "oxygen_flow").Where(item => item.Reading.Comparator == Comparator.Above || item.Reading.Value > 0).ToList();
        return air.Count == 0 || flow.Count == 0 ? []
            : air.Concat(flow).Select(item => Problem(item, "Room air has no oxygen flow: enter the device, or flow 0 or none."));
    }

    static IEnumerable<EntryProblem> NoneBesideAnother(IReadOnlyList<(int Item, Readable Reading)> items)
    {
        var agents = Of(items, "vasopressor_agent").ToList();
        return agents.Any(item => item.Reading.Coded == "none") && agents.Any(item => item.Reading.Coded != "none")
            ? agents.Select(item => Problem(item, "'none' cannot stand beside a running agent."))
            : [];
    }

    static IEnumerable<(int Item, Readable Reading)> Of(IReadOnlyList<(int Item, Readable Reading)> items, string code) =>
        items.Where(item => item.Reading.Type.Code == code);

    static EntryProblem Problem((int Item, Readable Reading) item, string reason) => new(item.Reading.Type.Code, reason, item.Item);
}
