using CarNkMonitor.Grading.Crs;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>What grading a subject anew came to.</summary>
/// <param name="Current">
/// Current assessments of the 24 h up to and including the newest, ordered by moment; some are not saved yet. Empty if nothing gradable
/// is on record: then nobody is called for it.
/// </param>
/// <param name="Danger">Findings at the newest moment that call whatever the grade.</param>
/// <param name="CameDue">
/// Time alone has brought something that nobody has judged yet: what was due, whether an entry has overtaken the sweep or not, or what an overdue
/// check leaves open now. It calls whatever door an entry came through.
/// </param>
public sealed record SubjectAssessed(IReadOnlyList<Assessment> Current, VitalDanger Danger, bool CameDue)
{
    internal static readonly SubjectAssessed Unchanged = new([], VitalDanger.None, CameDue: false);

    /// <summary>All that had been graded was withdrawn.</summary>
    internal static readonly SubjectAssessed NothingLeft = new([], VitalDanger.None, CameDue: false) { HasLostAll = true };

    /// <summary>There were grades and there are none: an alert that stands on them has lost its ground.</summary>
    public bool HasLostAll { get; init; }

    /// <summary>The newest is of its own moment, however late an entry was.</summary>
    public bool IsOfNow => CameDue && Current is [.., { IsByTime: true }];
}
