using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>
/// The statements on one finding's cause. One holds for 24 h (at 24 h exactly it no longer does) and ends with the finding's episode,
/// whichever is first; the latest one counts (specification 5.1).
/// </summary>
/// <param name="Entries">Sorted by observed time.</param>
/// <param name="EpisodeEnds">Sorted instants at which an episode of the finding ended.</param>
/// <param name="Remissions">Sorted instants of readings without the finding: no statement reaches back beyond one.</param>
sealed record Attributions(Fact[] Entries, DateTime[] EpisodeEnds, DateTime[] Remissions)
{
    /// <summary>Is the finding, as it stands at this moment, explained by another cause?</summary>
    public bool HasOtherCause(DateTime moment) => OtherCauseAt(moment) is not null;

    /// <summary>The statement by which the finding, as it stands at this moment, has another cause; null when it is left to CRS.</summary>
    public Fact? OtherCauseAt(DateTime moment) =>
        Timed.Between(Entries, moment - CrsTimes.AttributionHolds, moment) is [.., var latest]
        && IsOtherCause(latest)
        && !Timed.AnyBetween(EpisodeEnds, latest.ObservedAt, moment)
            ? latest
            : null;

    /// <summary>
    /// Seen from <paramref name="now"/>, was this past reading explained by another cause? The latest statement made after it while the finding
    /// went on without a break counts; without one, the statement that held when it was read. A new fever of another cause therefore never
    /// takes back an earlier one.
    /// </summary>
    public bool Explains(DateTime reading, DateTime now)
    {
        var later = Timed.Between(Entries, reading.AddTicks(-1), now);
        for (var index = later.Length - 1; index >= 0; index--)
        {
            if (!Timed.AnyBetween(Remissions, reading, later[index].ObservedAt))
            {
                return IsOtherCause(later[index]);
            }
        }

        return HasOtherCause(reading);
    }

    /// <summary>When the finding's episode ends after this statement; null while no reading says so.</summary>
    public DateTime? EpisodeEnd(Fact statement)
    {
        var index = Array.BinarySearch(EpisodeEnds, statement.ObservedAt.AddTicks(1));
        index = index < 0 ? ~index : index;
        return index < EpisodeEnds.Length ? EpisodeEnds[index] : null;
    }

    /// <summary>For fever <c>unattributed</c>, <c>crs</c> and <c>iechs_or_mas</c>, for the others <c>attributable</c>, leave the finding to CRS.</summary>
    public static bool IsOtherCause(Fact entry) => AttributionLives.IsOtherCause(entry.Coded);

    public static bool IsProvisionalOtherCause(Fact fact) => fact.IsProvisional && IsOtherCause(fact);
}
