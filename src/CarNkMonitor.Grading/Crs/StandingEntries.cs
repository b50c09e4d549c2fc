using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>
/// A stretch of time over which an entry stands: from the moment it was seen running until its recorded end, the next entry of its kind, or
/// 12 h after it was entered, whichever is first. It counts as a reading at every moment of [From, To).
/// </summary>
/// <param name="EntryAt">When it was observed; never used 12 h or more after that.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Value">What stands.</param>
/// <param name="Severity">What "most intensive" compares; of equals the later one is taken.</param>
sealed record Standing<T>(DateTime EntryAt, DateTime From, DateTime To, T Value, int Severity)
{
    public bool IsIn(DateTime after, DateTime moment) => From <= moment && (To > after || From > after) && IsUsable(moment);

    public bool IsUsable(DateTime moment) => From <= moment && EntryAt > moment - CrsTimes.LatestWithin;

    public bool IsRunning(DateTime moment) => From <= moment && moment < To;
}

/// <summary>Picks what counts at a moment from entries that stand (specification 1.2, "running support" and "most intensive").</summary>
static class StandingEntries
{
    /// <summary>The most intensive one standing in (t - 4 h, t]; if there is none, the latest of (t - 12 h, t]; otherwise none.</summary>
    /// <param name="sorted">By From.</param>
    /// <param name="moment">UTC.</param>
    /// <param name="leftOut">An episode of another cause, whose support does not count; null for none.</param>
    public static (Standing<T>? Entry, bool IsExplained) At<T>(Standing<T>[] sorted, DateTime moment, ExplainedEpisode? leftOut)
    {
        Standing<T>? worst = null, latest = null;
        var isExplained = false;
        for (var index = LastFrom(sorted, moment); index >= 0 && sorted[index].From > moment - CrsTimes.LatestWithin; index--)
        {
            var entry = sorted[index];
            if (entry.Severity > 0 && leftOut?.Covers(entry.From) == true)
            {
                isExplained |= entry.IsUsable(moment);
                continue;
            }

            latest ??= entry.IsUsable(moment) ? entry : null;
            worst = entry.IsIn(moment - CrsTimes.Window, moment) && entry.Severity > (worst?.Severity ?? -1) ? entry : worst;
        }

        return (worst ?? latest, isExplained);
    }

    public static Standing<T>? RunningAt<T>(Standing<T>[] sorted, DateTime moment)
    {
        for (var index = LastFrom(sorted, moment); index >= 0 && sorted[index].From > moment - CrsTimes.LatestWithin; index--)
        {
            if (sorted[index].IsRunning(moment))
            {
                return sorted[index];
            }
        }

        return null;
    }

    /// <summary>The instants at which the pick can change.</summary>
    public static void AddChanges<T>(Standing<T>[] entries, HashSet<DateTime> changes)
    {
        foreach (var entry in entries)
        {
            changes.Add(entry.From);
            changes.Add(entry.To + CrsTimes.Window);
            changes.Add(entry.From + CrsTimes.Window);
            changes.Add(entry.EntryAt + CrsTimes.LatestWithin);
        }
    }

    static int LastFrom<T>(Standing<T>[] sorted, DateTime moment)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle].From <= moment ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    public static DateTime Earlier(DateTime one, DateTime? other) => other is { } end && end < one ? end : one;
}
