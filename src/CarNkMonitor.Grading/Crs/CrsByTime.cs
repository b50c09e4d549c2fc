using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>
/// When CRS is graded although nobody entered anything: because a window, a look-back, a running support or an attribution ended, or an episode
/// closed. Decision 0009 says why; all of it is a proposal.
/// </summary>
public static class CrsByTime
{
    /// <summary>
    /// The moments from <paramref name="from"/> on at which the grade, the episode or a danger changes by time alone, ascending, worked out as they
    /// are asked for; those after the last fact are what will happen without a new entry. A moment at which less is known than at the grading before
    /// counts only while a check is overdue: until then the grade stands as of the last check.
    /// </summary>
    /// <param name="facts">All facts.</param>
    /// <param name="graded">
    /// The moments graded anyway: those of entries from <paramref name="from"/> on, and the last one before it (of an entry or of this answer).
    /// </param>
    /// <param name="overdue">When checks are overdue, in any order.</param>
    /// <param name="from">UTC, inclusive.</param>
    public static IEnumerable<DateTime> Moments(
        SubjectFacts facts, IReadOnlySet<DateTime> graded, IReadOnlyCollection<OverdueCheck> overdue, DateTime from)
    {
        if (graded.Count == 0)
        {
            yield break;
        }

        CrsAssessment? standing = null;
        foreach (var now in CrsCourse.Changes(facts, graded.Min(), [.. graded, .. overdue.Select(check => check.From)]))
        {
            if (graded.Contains(now.Moment))
            {
                standing = now;
            }
            else if (now.Moment >= from && standing is not null && IsNews(standing, now, overdue))
            {
                standing = now;
                yield return now.Moment;
            }
        }
    }

    static bool IsNews(CrsAssessment before, CrsAssessment now, IReadOnlyCollection<OverdueCheck> overdue) =>
        Says(before) != Says(now)
        && (now.Result.Low > before.Result.Low || !HasRunOut(before, now) || overdue.Any(check => check.Counts(now)));

    static (int?, int?, GradeState, int, DateTime?, VitalDanger) Says(CrsAssessment one) =>
        (one.Result.Low, one.Result.High, one.Result.State, one.Episode, one.OnsetAt, one.Danger);

    /// <summary>
    /// Less is known, and the grade shows it: it is a range now, or rests on a saturation that nobody measured (which the table reads as "not low").
    /// </summary>
    static bool HasRunOut(CrsAssessment before, CrsAssessment now) =>
        now.Result.State != GradeState.NotAssessed
        && now.Lacking.Except(before.Lacking).Any(code => now.Result.Low < now.Result.High || code == CrsCodes.Saturation);
}

/// <summary>A planned check that is overdue over [From, Until).</summary>
/// <param name="From">UTC, the first instant after the on-time limit.</param>
/// <param name="Until">UTC, exclusive: when it was done late, or closed as missed.</param>
/// <param name="IsDaily">
/// It belongs to the days after an infusion with a check every day. A later visit counts only while an episode is open: CRS seldom begins so late, and
/// lateness by itself belongs to the schedule.
/// </param>
public readonly record struct OverdueCheck(DateTime From, DateTime Until, bool IsDaily)
{
    internal bool Counts(CrsAssessment now) => From <= now.Moment && now.Moment < Until && (IsDaily || now.OnsetAt is not null);
}
