using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>A late entry does not call as if it were now, unless it still counts now (model, "Late").</summary>
static class Lateness
{
    /// <summary>
    /// How long an entry can count (specification 1.2): 24 h for a temperature; 12 h for what is the latest of its kind, or stands; 4 h for a bolus.
    /// A death counts for ever.
    /// </summary>
    static TimeSpan Window(string code) => code switch
    {
        "temperature" => TimeSpan.FromHours(24),
        "fluid_bolus_for_hypotension" => TimeSpan.FromHours(4),
        "death" => TimeSpan.MaxValue,
        _ => TimeSpan.FromHours(12),
    };

    public static bool IsLate(DateTime observedAt, DateTime now, StudySettings settings) => now - observedAt > TimeSpan.FromHours(settings.LateAfterHours);

    /// <summary>Late, and none of it would count in a grading now.</summary>
    public static bool IsLateAndNotCurrent(IEnumerable<Observation> facts, DateTime now, StudySettings settings) =>
        facts.All(fact => IsLate(fact.ObservedAt, now, settings) && now - fact.ObservedAt >= Window(fact.Code));
}
