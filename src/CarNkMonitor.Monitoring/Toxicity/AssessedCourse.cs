using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>The assessments of one subject as they are brought in line with new results: versions are added, never changed.</summary>
/// <param name="known">Tracked, every version of the moments concerned.</param>
/// <param name="byTime">The moments that are graded because time passed.</param>
sealed class AssessedCourse(Subject subject, IReadOnlyList<Assessment> known, IReadOnlySet<DateTime> byTime, int settingsVersion, DateTime now)
{
    readonly Dictionary<DateTime, int> _versions = known.GroupBy(one => one.Moment).ToDictionary(same => same.Key, same => same.Max(one => one.Version));
    readonly Dictionary<DateTime, Assessment> _standing = known.Where(one => one.IsCurrent).ToDictionary(one => one.Moment);

    /// <summary>Some moment reads otherwise than before.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>The rows to add. From <paramref name="from"/> on a moment without a result is one that the facts no longer ask for: its row is not current any more.</summary>
    public IReadOnlyList<Assessment> Renew(IReadOnlyList<CrsAssessment> results, DateTime from)
    {
        var wanted = results.Select(result => result.Moment).ToHashSet();
        foreach (var moment in _standing.Keys.Where(moment => moment >= from && !wanted.Contains(moment)).ToList())
        {
            Retire(moment);
        }

        return [.. results.Select(Renewed).OfType<Assessment>()];
    }

    /// <summary>What is current in the time before and including a moment, ordered.</summary>
    public IReadOnlyList<Assessment> UpTo(DateTime moment, TimeSpan lookBack) =>
        [.. _standing.Values.Where(one => one.Moment > moment - lookBack && one.Moment <= moment).OrderBy(one => one.Moment)];

    Assessment? Renewed(CrsAssessment result)
    {
        var fresh = AssessmentRow.Of(
            subject, result, _versions.GetValueOrDefault(result.Moment) + 1, settingsVersion, byTime.Contains(result.Moment), now);
        if (_standing.TryGetValue(result.Moment, out var before) && !AssessmentRow.Differs(before, fresh))
        {
            return null;
        }

        Retire(result.Moment);
        _standing[result.Moment] = fresh;
        HasChanged = true;
        return fresh;
    }

    void Retire(DateTime moment)
    {
        if (_standing.Remove(moment, out var before))
        {
            before.IsCurrent = false;
            HasChanged = true;
        }
    }
}
