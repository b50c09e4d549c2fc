using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.Mas;

/// <summary>The two ferritin samples that component B reads.</summary>
static class MasFerritinSamples
{
    static readonly TimeSpan Ideal = TimeSpan.FromHours(24);
    static readonly TimeSpan CurrentFor = TimeSpan.FromHours(24);
    static readonly TimeSpan CurrentForEarly = TimeSpan.FromHours(48);
    const int EarlyBeforeDay = 3;

    /// <summary>The latest; one older than 24 h (48 h before CycleDay 3) counts as missing while another component is true.</summary>
    public static Fact? Now(SubjectRecord record, DateTime moment, bool isAsked)
    {
        var latest = record.Standing(HlhCodes.Ferritin, moment);
        var current = record.Subject.CycleDayAt(moment) < EarlyBeforeDay ? CurrentForEarly : CurrentFor;
        return isAsked && moment - latest?.ObservedAt > current ? null : latest;
    }

    /// <summary>Of those as much earlier as the rise is judged by (6 to 72 h) the one nearest to 24 h earlier, of two the later; if none, the one before.</summary>
    public static Fact? Previous(SubjectRecord record, Fact now, MasThresholds limits)
    {
        var (from, until) = (now.ObservedAt.AddHours(-(double)limits.RapidIntervalUpToHours), now.ObservedAt.AddHours(-(double)limits.RapidIntervalFromHours));
        Fact? nearest = null;
        foreach (var one in record.Between(HlhCodes.Ferritin, from.AddTicks(-1), until))
        {
            nearest = nearest is null || Distance(one, now) <= Distance(nearest, now) ? one : nearest;
        }

        return nearest ?? record.Standing(HlhCodes.Ferritin, now.ObservedAt.AddTicks(-1));
    }

    static TimeSpan Distance(Fact one, Fact now) => (now.ObservedAt - one.ObservedAt - Ideal).Duration();
}
