using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>A late entry does not call as if it were now, unless it still counts now (model, "Late").</summary>
static class Lateness
{
    public static bool IsLate(DateTime observedAt, DateTime now, StudySettings settings) => now - observedAt > TimeSpan.FromHours(settings.LateAfterHours);

    /// <summary>Late, and none of it would count in a grading now.</summary>
    public static bool IsLateAndNotCurrent(IEnumerable<Observation> facts, DateTime now, StudySettings settings) =>
        facts.All(fact => IsLate(fact.ObservedAt, now, settings) && now - fact.ObservedAt >= CrsCourse.CountsFor(fact.Code));
}
