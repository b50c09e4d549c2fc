using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>
/// The statements on the cause of a finding whose episode ends with the first reading without it (specification 5.1). A statement speaks of the
/// readings of its own episode: when that is over they do not count all at once as attributable, and a reading of another episode is never hidden.
/// </summary>
/// <param name="Entries">Sorted by observed time.</param>
/// <param name="With">Sorted instants of readings with the finding.</param>
/// <param name="Without">Sorted instants of readings without it.</param>
sealed record FindingAttributions(Fact[] Entries, DateTime[] With, DateTime[] Without)
{
    /// <summary>The episode that is explained by another cause at this moment: by the latest statement, if it is less than 24 h old; null without one.</summary>
    public ExplainedEpisode? ExplainedAt(DateTime moment)
    {
        if (Timed.Between(Entries, moment - CrsTimes.AttributionHolds, moment) is not [.., var statement] || !Attributions.IsOtherCause(statement))
        {
            return null;
        }

        var about = FindingBefore(statement.ObservedAt) ?? statement.ObservedAt;
        var next = FirstAfter(Without, about);
        return new ExplainedEpisode(
            statement, next == 0 ? DateTime.MinValue : Without[next - 1], next < Without.Length && Without[next] <= moment ? Without[next] : null);
    }

    /// <summary>When the episode that this statement speaks of ended; null while no reading says so.</summary>
    public DateTime? EpisodeEnd(Fact statement)
    {
        var next = FirstAfter(Without, FindingBefore(statement.ObservedAt) ?? statement.ObservedAt);
        return next < Without.Length ? Without[next] : null;
    }

    /// <summary>A statement speaks of the last finding of the 24 h before it; made before any finding, it speaks of what comes.</summary>
    DateTime? FindingBefore(DateTime statement)
    {
        var index = FirstAfter(With, statement) - 1;
        return index >= 0 && With[index] > statement - CrsTimes.AttributionHolds ? With[index] : null;
    }

    static int FirstAfter(DateTime[] sorted, DateTime moment)
    {
        var index = Array.BinarySearch(sorted, moment.AddTicks(1));
        return index < 0 ? ~index : index;
    }
}

/// <summary>An episode of a finding that has another cause.</summary>
/// <param name="Statement">Says so.</param>
/// <param name="After">Its readings come after this, the last reading without the finding before it.</param>
/// <param name="EndedAt">The first reading without the finding; null while it goes on.</param>
sealed record ExplainedEpisode(Fact Statement, DateTime After, DateTime? EndedAt)
{
    public bool Covers(DateTime reading) => reading > After && !(reading >= EndedAt);
}
