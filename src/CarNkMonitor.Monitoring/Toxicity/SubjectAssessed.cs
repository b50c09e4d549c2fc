using CarNkMonitor.Grading.Crs;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>What grading a subject anew came to.</summary>
/// <param name="Current">
/// Current assessments of the 24 h up to and including the newest, ordered by moment; some are not saved yet. Empty if nothing gradable was
/// recorded: then nobody is called or calmed for it.
/// </param>
/// <param name="Danger">Findings at the newest moment that call whatever the grade.</param>
public sealed record SubjectAssessed(IReadOnlyList<Assessment> Current, VitalDanger Danger)
{
    internal static readonly SubjectAssessed Unchanged = new([], VitalDanger.None);
}
