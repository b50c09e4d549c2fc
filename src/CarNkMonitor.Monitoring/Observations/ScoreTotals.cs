namespace CarNkMonitor.Monitoring.Observations;

/// <summary>A bedside score that is the sum of its items.</summary>
/// <param name="NotDone">Code of the reason why it was not done.</param>
public sealed record BedsideScore(string Name, string Total, string NotDone, IReadOnlyList<string> Items)
{
    public static readonly BedsideScore Ice = new("ICE", "ice_total", "ice_not_done_reason",
        ["ice_orientation", "ice_naming", "ice_commands", "ice_writing", "ice_attention"]);

    public static readonly BedsideScore Capd = new("CAPD", "capd_total", "capd_not_done_reason",
        ["capd_1", "capd_2", "capd_3", "capd_4", "capd_5", "capd_6", "capd_7", "capd_8"]);

    public static readonly IReadOnlyList<BedsideScore> All = [Ice, Capd];
}

/// <summary>Nobody adds up at the bedside: a score whose items are all there gets its total. Pure.</summary>
public static class ScoreTotals
{
    /// <summary>The items, and the total of each score that is complete and has none; an incomplete score has no total.</summary>
    public static IReadOnlyList<CheckItem> Added(IReadOnlyList<CheckItem> items) => [.. items, .. BedsideScore.All.Select(score => TotalOf(score, items)).OfType<CheckItem>()];

    static CheckItem? TotalOf(BedsideScore score, IReadOnlyList<CheckItem> items)
    {
        if (items.Any(item => item.Code == score.Total))
        {
            return null;
        }

        var parts = score.Items.Select(code => items.FirstOrDefault(item => item.Code == code)).Select(Whole).ToList();
        return parts.All(part => part is not null)
            ? new CheckItem(score.Total, parts.Sum()!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), "{score}") : null;
    }

    /// <summary>Null when it is no possible number of its item: that item is refused for itself, and a total of it would only say so again.</summary>
    static decimal? Whole(CheckItem? item) =>
        item is not null && EntryRules.Read(item, ObservationSource.Typed, ObservationCatalog.Default) is Readable { Comparator: Grading.Facts.Comparator.Equal } read
            ? read.Value : null;
}
