namespace CarNkMonitor.Grading.Courses;

/// <summary>
/// Walks from change to change and counts episodes: one opens at the first moment whose lower bound is at least 1, and closes after 24 h in which
/// the upper bound was 0 without a break. Between two changes a result is constant, so an episode closes to the minute. A change exactly at the
/// closing instant that raises the upper bound belongs to the old episode.
/// </summary>
sealed class EpisodeWalk(Func<DateTime, bool, GradeResult> grade)
{
    int _episode = 1;
    DateTime? _onset;
    DateTime? _quietSince;

    /// <summary>The results at the wanted moments.</summary>
    /// <param name="changes">Every instant at which a result can change; those wanted are added.</param>
    /// <param name="moments">The moments wanted.</param>
    /// <param name="grade">The result at a moment, given whether an episode is already open.</param>
    public static Dictionary<DateTime, CourseResult> Over(HashSet<DateTime> changes, IReadOnlyList<DateTime> moments, Func<DateTime, bool, GradeResult> grade)
    {
        var results = new Dictionary<DateTime, CourseResult>();
        if (moments.Count == 0)
        {
            return results;
        }

        var (last, wanted, walk) = (moments.Max(), moments.ToHashSet(), new EpisodeWalk(grade));
        changes.UnionWith(wanted);
        foreach (var moment in Instants.Sorted(changes).TakeWhile(moment => moment <= last))
        {
            var result = walk.MoveTo(moment);
            if (wanted.Contains(moment))
            {
                results.Add(moment, result);
            }
        }

        return results;
    }

    CourseResult MoveTo(DateTime moment)
    {
        if (_quietSince + CourseTimes.EpisodeClosesAfter < moment)
        {
            Close();
        }

        var result = grade(moment, _onset is not null);
        if (_onset is null && result.Low >= 1)
        {
            _onset = moment;
        }

        _quietSince = _onset is not null && result is { State: GradeState.Determined, High: 0 } ? _quietSince ?? moment : null;
        if (_quietSince + CourseTimes.EpisodeClosesAfter == moment)
        {
            Close();
        }

        return new CourseResult(moment, result, _episode, _onset);
    }

    void Close()
    {
        (_onset, _quietSince) = (null, null);
        _episode++;
    }
}
