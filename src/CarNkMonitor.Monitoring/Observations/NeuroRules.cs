namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Neurological findings of one moment that exclude each other, pure.</summary>
static class NeuroRules
{
    public static IEnumerable<EntryProblem> Problems(IReadOnlyList<(int Item, Readable Reading)> items) =>
        [.. DurationWithoutSeizure(items), .. AwakeAndUnarousable(items), .. Papilledema(items)];

    /// <summary>A duration belongs to the seizure of the same moment: alone it would count for nothing.</summary>
    static IEnumerable<EntryProblem> DurationWithoutSeizure(IReadOnlyList<(int Item, Readable Reading)> items) =>
        CombinedRules.Of(items, "seizure").Any(seizure => seizure.Reading.Coded != "none") ? []
            : CombinedRules.Of(items, "seizure_duration").Select(duration =>
                CombinedRules.Problem(duration, "A seizure duration needs the seizure: say what kind it was, or take the duration out."));

    static IEnumerable<EntryProblem> AwakeAndUnarousable(IReadOnlyList<(int Item, Readable Reading)> items)
    {
        var awake = CombinedRules.Of(items, "consciousness").Where(item => item.Reading.Coded is "alert" or "spontaneous").ToList();
        var unarousable = BedsideScore.All.SelectMany(score => CombinedRules.Of(items, score.NotDone)).Where(item => item.Reading.Coded == "unarousable").ToList();
        return awake.Count == 0 || unarousable.Count == 0 ? []
            : awake.Concat(unarousable).Select(item => CombinedRules.Problem(item, "Somebody who wakes without being touched or called is not unarousable: correct one of the two."));
    }

    static IEnumerable<EntryProblem> Papilledema(IReadOnlyList<(int Item, Readable Reading)> items)
    {
        var sign = CombinedRules.Of(items, "icp_sign").Where(item => item.Reading.Coded == "papilledema").ToList();
        var none = CombinedRules.Numbers(items, "papilloedema").Where(stage => stage.Reading.Value == 0).ToList();
        return sign.Count == 0 || none.Count == 0 ? []
            : sign.Concat(none).Select(item => CombinedRules.Problem(item, "Papilloedema stage 0 and the sign papilloedema contradict each other."));
    }
}
