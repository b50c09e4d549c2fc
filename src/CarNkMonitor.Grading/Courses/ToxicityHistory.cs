using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.IecHs;

namespace CarNkMonitor.Grading.Courses;

/// <summary>
/// CRS and ICANS of one subject at every instant at which an entry was observed: "every grading" of the tables that look back. It depends on the
/// facts alone, never on gradings that were done or on the moments somebody asked for. Facts observed after a moment do not touch what stands before it.
/// </summary>
sealed class ToxicityHistory
{
    static readonly string[] CrsInstants = [.. CrsCodes.All.Concat(HlhRecord.Readings).Concat(IecHsCourse.Readings).Distinct()];

    readonly CrsAssessment[] _crs;
    readonly CourseResult[] _icans;
    readonly HashSet<DateTime> _crsEntries;
    readonly HashSet<DateTime> _icansEntries;

    /// <param name="record">The subject.</param>
    /// <param name="moments">Moments that will be asked for beside those of the entries.</param>
    public ToxicityHistory(SubjectRecord record, IReadOnlyList<DateTime> moments)
    {
        var last = moments.Count == 0 ? DateTime.MinValue : moments.Max();
        _crsEntries = Entries(record, CrsInstants, last);
        _icansEntries = Entries(record, IcansRecord.Readings, last);
        _crs = [.. CrsCourse.Over(record, [.. _crsEntries.Concat(moments).Distinct().Order()])];
        _icans = [.. IcansCourse.Over(record, [.. _icansEntries.Concat(moments).Distinct().Order()])];
    }

    /// <summary>CRS at one of the moments asked for, or at an entry.</summary>
    public CrsAssessment CrsAt(DateTime moment) => _crs[CountUntil(_crs, moment, one => one.Moment) - 1];

    /// <summary>ICANS at one of the moments asked for, or at an entry.</summary>
    public CourseResult IcansAt(DateTime moment) => _icans[CountUntil(_icans, moment, one => one.Moment) - 1];

    /// <summary>CRS at the entries of [from, until] and at <paramref name="until"/> itself; only where it was graded.</summary>
    public IEnumerable<CrsAssessment> Crs(DateTime from, DateTime until) => _crs
        .Take(CountUntil(_crs, until, one => one.Moment))
        .Where(one => one.Moment >= from && (one.Moment == until || _crsEntries.Contains(one.Moment)) && IsGraded(one.Result));

    /// <summary>
    /// ICANS at the entries of (after, until] and at <paramref name="until"/> itself, where it was asked for: with the wrong instrument it has no bounds.
    /// </summary>
    public IEnumerable<CourseResult> Icans(DateTime after, DateTime until) => _icans
        .Take(CountUntil(_icans, until, one => one.Moment))
        .Where(one => one.Moment > after && (one.Moment == until || _icansEntries.Contains(one.Moment))
            && one.Result.State is not (GradeState.NotAssessed or GradeState.NotApplicable));

    static bool IsGraded(GradeResult result) => result.Low is not null && result.State != GradeState.NotApplicable;

    static HashSet<DateTime> Entries(SubjectRecord record, string[] codes, DateTime last) =>
        [.. codes.SelectMany(code => record.All(code)).Select(fact => fact.ObservedAt).Where(at => at <= last)];

    static int CountUntil<T>(T[] sorted, DateTime moment, Func<T, DateTime> at)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = at(sorted[middle]) <= moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
