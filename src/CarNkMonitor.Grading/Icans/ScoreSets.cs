using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>ICE and CAPD as they are charted: all entries of one instant are one set, and the latest set of (t - 18 h, t] counts (specification 2.8).</summary>
static class ScoreSets
{
    public static readonly string[] IceCodes = [.. IceScore.Items.Select(item => item.Code), IcansCodes.IceTotal, IcansCodes.IceNotDone];
    public static readonly string[] CapdCodes = [.. CapdScore.Items.Select(item => item.Code), IcansCodes.CapdTotal, IcansCodes.CapdNotDone];

    static readonly ChartedSet<IceScore> NoIce = new(default, IceOf([]), null, []);
    static readonly ChartedSet<CapdScore> NoCapd = new(default, CapdOf([]), null, []);

    /// <summary>Every ICE set from the first infusion on, in order.</summary>
    public static ChartedSet<IceScore>[] Ice(SubjectRecord record) => [.. from set in SetsOf(record, IceCodes)
        select new ChartedSet<IceScore>(set[0].ObservedAt, IceOf(set), Coded.Of(Find(set, IcansCodes.IceNotDone), IcansCodes.IceReasonWords), set)];

    /// <summary>Every CAPD set from the first infusion on, in order.</summary>
    public static ChartedSet<CapdScore>[] Capd(SubjectRecord record) => [.. from set in SetsOf(record, CapdCodes)
        select new ChartedSet<CapdScore>(set[0].ObservedAt, CapdOf(set), Coded.Of(Find(set, IcansCodes.CapdNotDone), IcansCodes.CapdReasonWords), set)];

    /// <summary>The latest ICE set of (t - 18 h, t]; an empty one without any.</summary>
    public static ChartedSet<IceScore> At(ChartedSet<IceScore>[] sets, DateTime moment) => Latest(sets, moment) ?? NoIce;

    /// <summary>The latest CAPD set of (t - 18 h, t]; an empty one without any.</summary>
    public static ChartedSet<CapdScore> At(ChartedSet<CapdScore>[] sets, DateTime moment) => Latest(sets, moment) ?? NoCapd;

    /// <summary>The last ICE before the first infusion that has a total: of its five items if all are recorded, otherwise as charted.</summary>
    public static int? IceBaseline(SubjectRecord record) => Baseline(record, IceCodes, set => Whole(IceScore.Items, set) ?? Points(set, IcansCodes.IceTotal));

    /// <summary>The last CAPD before the first infusion that has a total.</summary>
    public static int? CapdBaseline(SubjectRecord record) => Baseline(record, CapdCodes, set => Whole(CapdScore.Items, set) ?? Points(set, IcansCodes.CapdTotal));

    static IEnumerable<Fact[]> SetsOf(SubjectRecord record, string[] codes) => codes
        .SelectMany(record.SinceFirstInfusion).Select(fact => fact.ObservedAt).Distinct().Order().Select(at => SetAt(record, codes, at));

    static ChartedSet<TScore>? Latest<TScore>(ChartedSet<TScore>[] sets, DateTime moment)
    {
        var (low, high) = (0, sets.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sets[middle].At <= moment ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && sets[low - 1].At > moment - CourseTimes.NeurologicalSet ? sets[low - 1] : null;
    }

    static int? Baseline(SubjectRecord record, string[] codes, Func<Fact[], int?> total)
    {
        var until = record.FirstInfusion?.AddTicks(-1);
        while (until is { } before && codes.Max(code => record.Standing(code, before)?.ObservedAt) is { } at)
        {
            if (total(SetAt(record, codes, at)) is { } points)
            {
                return points;
            }

            until = at.AddTicks(-1);
        }

        return null;
    }

    static Fact[] SetAt(SubjectRecord record, string[] codes, DateTime instant)
    {
        var set = new List<Fact>(codes.Length);
        foreach (var code in codes)
        {
            if (record.At(code, instant) is { } fact)
            {
                set.Add(fact);
            }
        }

        return [.. set];
    }

    static IceScore IceOf(Fact[] set) => new()
    {
        Orientation = Points(set, "ice_orientation"), Naming = Points(set, "ice_naming"), Commands = Points(set, "ice_commands"),
        Writing = Points(set, "ice_writing"), Attention = Points(set, "ice_attention"), Total = Points(set, IcansCodes.IceTotal),
    };

    static CapdScore CapdOf(Fact[] set) => new()
    {
        EyeContact = Points(set, "capd_1"), Purposeful = Points(set, "capd_2"), Aware = Points(set, "capd_3"), Communicates = Points(set, "capd_4"),
        Restless = Points(set, "capd_5"), Inconsolable = Points(set, "capd_6"), Underactive = Points(set, "capd_7"), SlowToRespond = Points(set, "capd_8"),
    };

    static int? Whole(ScoreItem[] items, Fact[] set) =>
        Array.TrueForAll(items, item => Points(set, item.Code) is not null) ? items.Sum(item => Points(set, item.Code)) : null;

    static int? Points(Fact[] set, string code) => Find(set, code)?.Points;

    static Fact? Find(Fact[] set, string code) => Array.Find(set, fact => fact.Code == code);
}

/// <summary>All entries of one instrument at one instant.</summary>
sealed record ChartedSet<TScore>(DateTime At, TScore Score, NotDoneReason? NotDone, Fact[] Facts);
