namespace CarNkMonitor.Monitoring.Observations;

/// <summary>A whole check as the rules of entry see it, pure: what can be stored, what is refused, what must be confirmed first.</summary>
public sealed record CheckReading(
    IReadOnlyList<(int Item, Readable Reading)> Items, IReadOnlyList<EntryProblem> Problems, IReadOnlyList<EntryProblem> Questions)
{
    /// <param name="entry">As it was typed.</param>
    /// <param name="catalog">What may be entered.</param>
    /// <param name="times">The instant of each item, where it is known; else items with the same text of a time are of one moment.</param>
    public static CheckReading Of(CheckEntry entry, ObservationCatalog catalog, IReadOnlyList<DateTime>? times = null)
    {
        var read = entry.Items.Select((item, index) => (Item: index, item.Code, Reading: EntryRules.Read(item, entry.Source, catalog))).ToList();
        var items = read.Where(item => item.Reading is Readable).Select(item => (item.Item, (Readable)item.Reading)).ToList();
        return new CheckReading(items,
            [
                .. read.Where(item => item.Reading is Unreadable).Select(item => Refusal(item.Item, item.Code, (Unreadable)item.Reading)),
                .. items.GroupBy(item => MomentOf(entry, item.Item, times)).SelectMany(same => CombinedRules.Problems([.. same])), .. TextRules.Problems(entry), .. OfNotDone(entry, catalog), .. Nothing(entry),
            ],
            [.. read.Where(item => item.Reading is Questionable).Select(item => Question(item.Item, item.Code, (Questionable)item.Reading))]);
    }

    static object MomentOf(CheckEntry entry, int item, IReadOnlyList<DateTime>? times) =>
        times is { Count: > 0 } ? times[item] : entry.Items[item].ObservedAt ?? entry.ObservedAt;

    static EntryProblem Refusal(int item, string code, Unreadable reading) => new(code, reading.Reason, item, reading.Offer);

    static EntryProblem Question(int item, string code, Questionable reading) => new(code, reading.Reason, item, reading.Offer);

    static IEnumerable<EntryProblem> OfNotDone(CheckEntry entry, ObservationCatalog catalog)
    {
        var seen = entry.Items.Select(item => item.Code).ToHashSet();
        foreach (var item in entry.NotDone ?? [])
        {
            var reason = catalog.Find(item.Code) is null ? $"'{item.Code}' is not in the observation catalogue."
                : string.IsNullOrWhiteSpace(item.Because) ? "Say why it was not done."
                : !seen.Add(item.Code) ? "It cannot be both done and not done, and is named once."
                : null;
            if (reason is not null)
            {
                yield return new EntryProblem(item.Code, reason);
            }
        }
    }

    static IEnumerable<EntryProblem> Nothing(CheckEntry entry)
    {
        if (entry.Items.Count == 0 && entry.NotDone is null or [] && string.IsNullOrWhiteSpace(entry.IncompleteReason))
        {
            yield return new EntryProblem("check", "Nothing is entered.");
        }
    }
}
