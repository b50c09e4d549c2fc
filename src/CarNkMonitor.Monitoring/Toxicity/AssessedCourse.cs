using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>The assessments of one subject by one table as they are brought in line with new results: versions are added, never changed.</summary>
/// <param name="known">Tracked, every version of the moments concerned.</param>
/// <param name="isByTime">Whether a moment is graded because time passed.</param>
sealed class AssessedCourse(Subject subject, IReadOnlyList<Assessment> known, Func<DateTime, bool> isByTime, DateTime now)
{
    readonly Dictionary<DateTime, int> _versions = known.GroupBy(one => one.Moment).ToDictionary(same => same.Key, same => same.Max(one => one.Version));
    readonly Dictionary<DateTime, Assessment> _standing = known.Where(one => one.IsCurrent).ToDictionary(one => one.Moment);
    readonly List<Replaced> _replaced = [];

    /// <summary>Some moment reads otherwise than before.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>The rows that are not current any more, each with what stands at its moment now.</summary>
    public IEnumerable<Replaced> Replaced => _replaced.Select(one => one with { After = StandingAt(one.Before.Moment) });

    /// <summary>The rows to add, for a table that has a row for every moment: a moment from <paramref name="from"/> on that has no result has none any more.</summary>
    public IReadOnlyList<Assessment> Renew(IReadOnlyCollection<GradedMoment> results, DateTime from)
    {
        RetireAllBut(results.Select(result => result.Moment), from);
        return [.. results.Select(result => Renewed(Row(result))).OfType<Assessment>()];
    }

    /// <summary>The rows to add, for a table that has one only where it says something else than before.</summary>
    /// <param name="results">Ascending; those before <paramref name="from"/> only tell what stands at it.</param>
    /// <param name="from">Earlier moments are as they were.</param>
    public IReadOnlyList<Assessment> RenewChanges(IEnumerable<GradedMoment> results, DateTime from)
    {
        var (last, before) = (_standing.Values.Where(one => one.Moment < from).MaxBy(one => one.Moment), (GradedMoment?)null);
        List<Assessment> changes = [];
        foreach (var result in results)
        {
            if (result.Moment >= from && IsNews(last, before, result) && Row(result) is var row && (last is null || AssessmentRow.Says(last) != AssessmentRow.Says(row)))
            {
                changes.Add(last = row);
            }

            before = result;
        }

        RetireAllBut(changes.Select(change => change.Moment), from);
        return [.. changes.Select(Renewed).OfType<Assessment>()];
    }

    /// <summary>False where the row would say nothing new: what is said of equal inputs is not worked out again. Until a table has graded something it has no row.</summary>
    static bool IsNews(Assessment? last, GradedMoment? before, GradedMoment result) => last is null
        ? result.Course.Result.State is GradeState.Determined or GradeState.CannotExclude or GradeState.WrongInstrument
        : before is null || !before.SaysTheSameAs(result);

    /// <summary>The newest moment that has a row; null when there is none.</summary>
    public DateTime? Newest => _standing.Count == 0 ? null : _standing.Keys.Max();

    /// <summary>What is current in the time before and including a moment, ordered.</summary>
    public IReadOnlyList<Assessment> UpTo(DateTime moment, TimeSpan lookBack) =>
        [.. _standing.Values.Where(one => one.Moment > moment - lookBack && one.Moment <= moment).OrderBy(one => one.Moment)];

    Assessment Row(GradedMoment result) =>
        AssessmentRow.Of(subject, result, _versions.GetValueOrDefault(result.Moment) + 1, isByTime(result.Moment), now);

    Assessment? Renewed(Assessment fresh)
    {
        if (_standing.TryGetValue(fresh.Moment, out var before) && !AssessmentRow.Differs(before, fresh))
        {
            return null;
        }

        Retire(fresh.Moment);
        _standing[fresh.Moment] = fresh;
        HasChanged = true;
        return fresh;
    }

    void RetireAllBut(IEnumerable<DateTime> moments, DateTime from)
    {
        var wanted = moments.ToHashSet();
        foreach (var moment in _standing.Keys.Where(moment => moment >= from && !wanted.Contains(moment)).ToList())
        {
            Retire(moment);
        }
    }

    void Retire(DateTime moment)
    {
        if (_standing.Remove(moment, out var before))
        {
            before.IsCurrent = false;
            _replaced.Add(new Replaced(before, After: null));
            HasChanged = true;
        }
    }

    Assessment? StandingAt(DateTime moment) => _standing.Values.Where(one => one.Moment <= moment).MaxBy(one => one.Moment);
}

/// <summary>An assessment that is not current any more.</summary>
/// <param name="After">What the table says at that moment now; null when it says nothing.</param>
sealed record Replaced(Assessment Before, Assessment? After);
