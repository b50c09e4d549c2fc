using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>ICE and CAPD as they are charted: all entries of one instant are one set, and the latest set of (t - 18 h, t] counts (specification 2.8).</summary>
static class ScoreSets
{
    public static readonly string[] IceCodes = [.. IceScore.Items.Select(item => item.Code), IcansCodes.IceTotal, IcansCodes.IceNotDone];
    public static readonly string[] CapdCodes = [.. CapdScore.Items.Select(item => item.Code), IcansCodes.CapdTotal, IcansCodes.CapdNotDone];

    public static (IceScore Score, NotDoneReason? NotDone, Fact[] Facts) IceAt(SubjectRecord record, DateTime moment)
    {
        var set = LatestSince(record, IceCodes, moment);
        return (IceOf(set), Coded.Of(Array.Find(set, fact => fact.Code == IcansCodes.IceNotDone), IcansCodes.IceReasonWords), set);
    }

    public static (CapdScore Score, NotDoneReason? NotDone, Fact[] Facts) CapdAt(SubjectRecord record, DateTime moment)
    {
        var set = LatestSince(record, CapdCodes, moment);
        return (CapdOf(set), Coded.Of(Array.Find(set, fact => fact.Code == IcansCodes.CapdNotDone), IcansCodes.CapdReasonWords), set);
    }

    /// <summary>The last ICE before the first infusion that has a total: of its five items if all are recorded, otherwise as charted.</summary>
    public static int? IceBaseline(SubjectRecord record) => Baseline(record, IceCodes, set => Whole(IceScore.Items, set) ?? Points(set, IcansCodes.IceTotal));

    /// <summary>The last CAPD before the first infusion that has a total.</summary>
    public static int? CapdBaseline(SubjectRecord record) => Baseline(record, CapdCodes, set => Whole(CapdScore.Items, set) ?? Points(set, IcansCodes.CapdTotal));

    static Fact[] LatestSince(SubjectRecord record, string[] codes, DateTime moment)
    {
        DateTime? latest = null;
        foreach (var code in codes)
        {
            latest = record.Latest(code, moment, CourseTimes.NeurologicalSet) is { } fact && !(fact.ObservedAt <= latest) ? fact.ObservedAt : latest;
        }

        return SetAt(record, codes, latest);
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

    static Fact[] SetAt(SubjectRecord record, string[] codes, DateTime? at)
    {
        if (at is not { } instant)
        {
            return [];
        }

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

    static int? Points(Fact[] set, string code) => (int?)Array.Find(set, fact => fact.Code == code)?.Value;
}
