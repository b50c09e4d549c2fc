using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.Courses;

/// <summary>
/// CRS of one subject at every instant at which an entry was observed: "every grading" of the tables that look back. It depends on the
/// facts alone, never on gradings that were done or on the moments somebody asked for. Facts observed after a moment do not touch what stands before it.
/// </summary>
sealed class ToxicityHistory
{
    static readonly string[] CrsInstants = [.. CrsCodes.All.Concat(HlhRecord.Readings).Distinct()];

    readonly CrsAssessment[] _crs;
    readonly HashSet<DateTime> _crsEntries;

    /// <param name="record">The subject.</param>
    /// <param name="moments">Moments that will be asked for beside those of the entries.</param>
    public ToxicityHistory(SubjectRecord record, IReadOnlyList<DateTime> moments)
    {
        var last = moments.Count == 0 ? DateTime.MinValue : moments.Max();
        _crsEntries = Entries(record, CrsInstants, last);
        _crs = [.. CrsCourse.Over(record.Subject, [.. _crsEntries.Concat(moments).Distinct().Order()])];
    }

    /// <summary>CRS at one of the moments asked for, or at an entry.</summary>
    public CrsAssessment CrsAt(DateTime moment) => _crs[CountUntil(moment) - 1];

    /// <summary>CRS at the entries of [from, until] and at <paramref name="until"/> itself; only where it was graded.</summary>
    public IEnumerable<CrsAssessment> Crs(DateTime from, DateTime until) => _crs
        .Take(CountUntil(until))
        .Where(one => one.Moment >= from && (one.Moment == until || _crsEntries.Contains(one.Moment)) && IsGraded(one.Result));

    static bool IsGraded(GradeResult result) => result.Low is not null && result.State != GradeState.NotApplicable;

    static HashSet<DateTime> Entries(SubjectRecord record, string[] codes, DateTime last) =>
        [.. codes.SelectMany(record.All).Select(fact => fact.ObservedAt).Where(at => at <= last)];

    int CountUntil(DateTime moment)
    {
        var (low, high) = (0, _crs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _crs[middle].Moment <= moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
