using CarNkMonitor.Grading.Crs;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>How long a value of an earlier check does at a later one, as the tables read it over time. Pure.</summary>
static class StandingSpan
{
    /// <summary>The longest of all.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(18);

    /// <summary>Readings of one set of vital signs lie at most so far apart, inclusive (NEWS2, specification of observations 4.1).</summary>
    static readonly TimeSpan OneSet = TimeSpan.FromMinutes(30);

    /// <summary>A value observed at or before the instant that still holds there.</summary>
    public static bool Holds(Observation value, DateTime at) => value.ObservedAt <= at && !(value.EndedAt <= at) && value.Code switch
    {
        "oxygen_device" or "vasopressor_agent" => at - value.ObservedAt < CrsCourse.CountsFor(value.Code),
        "consciousness" => at - value.ObservedAt < Longest, // ICANS, specification 2.8: (t - 18 h, t]
        _ => at - value.ObservedAt <= OneSet,
    };
}
