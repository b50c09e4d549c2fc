using static System.FormattableString;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>A score beside its items, pure: a total that is not their sum, and a score that was both done and not done.</summary>
static class ScoreRules
{
    public static IEnumerable<EntryProblem> Problems(IReadOnlyList<(int Item, Readable Reading)> items) =>
        BedsideScore.All.SelectMany(score => OfTotal(score, items).Concat(OfReason(score, items)));

    /// <summary>Of an incomplete score the total may be more than the sum, but not less, and not more than the missing items can add.</summary>
    static IEnumerable<EntryProblem> OfTotal(BedsideScore score, IReadOnlyList<(int Item, Readable Reading)> items)
    {
        var (parts, total) = (CombinedRules.Numbers(items, score.Items), CombinedRules.Numbers(items, score.Total));
        if (parts.Count == 0 || total is not [{ Reading.Value: { } told } stated])
        {
            return [];
        }

        var sum = parts.Sum(part => part.Reading.Value!.Value);
        var open = score.Items.Except(parts.Select(part => part.Reading.Type.Code)).Sum(code => ObservationCatalog.Default[code].Quantity!.PossibleMax);
        return told >= sum && told <= sum + open ? []
            : [CombinedRules.Problem(stated, Invariant($"The {score.Name} items add up to {sum}{(open > 0 ? Invariant($" to {sum + open}") : "")}, not {told}."))];
    }

    static IEnumerable<EntryProblem> OfReason(BedsideScore score, IReadOnlyList<(int Item, Readable Reading)> items) =>
        CombinedRules.Numbers(items, score.Items).Count == score.Items.Count
            ? CombinedRules.Of(items, score.NotDone).Select(reason => CombinedRules.Problem(reason, $"Every item of {score.Name} is entered: it cannot be not done as well."))
            : [];
}
