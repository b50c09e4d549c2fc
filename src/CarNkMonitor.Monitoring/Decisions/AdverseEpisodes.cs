using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>
/// The adverse events of a subject as episodes, from the assessments that are current; pure. A table that counts episodes (CRS, ICANS) says itself when one is
/// open: it closes after 24 h without a grade. Of every other table an episode begins with the first grade of at least 1 and ends with the first certain 0
/// after it; a range that begins at 0 opens none and ends none, and neither does a moment without a grade: missing is not 0.
/// </summary>
public static class AdverseEpisodes
{
    /// <param name="current">Current assessments of one subject, of any tables, in any order.</param>
    /// <returns>The latest onset first.</returns>
    public static IReadOnlyList<AdverseEpisode> Of(IEnumerable<Assessment> current) =>
    [
        .. current.GroupBy(one => new TablePart(one.Criteria, one.Part))
            .SelectMany(table => Episodes(table.Key, [.. table.OrderBy(one => one.Moment)]))
            .OrderByDescending(episode => episode.OnsetAt).ThenBy(episode => TableNames.Of(episode.Table), StringComparer.Ordinal),
    ];

    static IEnumerable<AdverseEpisode> Episodes(TablePart table, IReadOnlyList<Assessment> rows) =>
        (rows.Any(row => row.OnsetAt is not null) ? Counted(rows) : FirstToZero(rows)).Select((episode, index) => Episode(table, index + 1, episode));

    /// <summary>Each with the first row after it, which says that it is closed.</summary>
    static IEnumerable<Span> Counted(IReadOnlyList<Assessment> rows) =>
        from open in rows.Where(row => row.OnsetAt is not null).GroupBy(row => row.Episode)
        let last = open.Max(row => row.Moment)
        select new Span([.. open], IsClosed: rows.Any(row => row.Moment > last));

    static IEnumerable<Span> FirstToZero(IReadOnlyList<Assessment> rows)
    {
        List<Assessment> open = [];
        foreach (var row in rows.SkipWhile(row => !(row.Low >= 1)))
        {
            if (open.Count > 0 || row.Low >= 1)
            {
                open.Add(row);
            }

            if (open.Count > 0 && row.High == 0)
            {
                yield return new Span(open, IsClosed: true);
                open = [];
            }
        }

        if (open.Count > 0)
        {
            yield return new Span(open, IsClosed: false);
        }
    }

    static AdverseEpisode Episode(TablePart table, int number, Span span)
    {
        var (rows, worst) = (span.Rows, span.Rows.MaxBy(row => (row.Low ?? 0, row.High ?? 0))!);
        var zero = rows.Reverse().TakeWhile(row => row.High == 0).LastOrDefault();
        return new AdverseEpisode(
            table, number, rows[0].OnsetAt ?? rows[0].Moment, worst.Low ?? 0, rows.Max(row => row.High ?? 0), worst.Moment, worst.Id,
            span.IsClosed ? zero?.Moment ?? rows[^1].Moment : zero?.Moment,
            span.IsClosed ? EpisodeState.Resolved : zero is not null ? EpisodeState.Subsiding : rows[^1].Low is null ? EpisodeState.NotAssessed : EpisodeState.Ongoing);
    }

    /// <summary>The rows of one episode, ordered.</summary>
    sealed record Span(IReadOnlyList<Assessment> Rows, bool IsClosed);
}

/// <summary>One episode of one toxicity.</summary>
/// <param name="Number">From 1, in the order of onset, of this table.</param>
/// <param name="OnsetAt">UTC.</param>
/// <param name="MaximumLow">The highest grade that was certain.</param>
/// <param name="MaximumHigh">The highest grade that could not be excluded; never below <paramref name="MaximumLow"/>.</param>
/// <param name="MaximumAt">UTC: when the certain maximum was first reached.</param>
/// <param name="MaximumId">The assessment that says so: the one to confirm.</param>
/// <param name="EndedAt">UTC: since when the grade has been 0; null while it is not.</param>
public sealed record AdverseEpisode(
    TablePart Table, int Number, DateTime OnsetAt, int MaximumLow, int MaximumHigh, DateTime MaximumAt, Guid MaximumId, DateTime? EndedAt, EpisodeState State)
{
    /// <summary>As it is under the settings in force.</summary>
    public AdverseEpisode Under(StudySettings settings) =>
        State == EpisodeState.Resolved || settings.Criteria.Contains(Table.Criteria) ? this : this with { State = EpisodeState.NoLongerGraded };

    /// <summary>Both ends included.</summary>
    public bool Covers(DateTime moment) => moment >= OnsetAt && !(moment > EndedAt && State == EpisodeState.Resolved);
}

/// <summary>Where an episode stands.</summary>
public enum EpisodeState
{
    /// <summary>There is a grade, or one cannot be excluded.</summary>
    Ongoing,

    /// <summary>Grade 0, but not for long enough yet to close it.</summary>
    Subsiding,

    /// <summary>Over.</summary>
    Resolved,

    /// <summary>Begun, and nothing is known of it now.</summary>
    NotAssessed,

    /// <summary>Open when its table left force: nobody grades it any more.</summary>
    NoLongerGraded,
}
