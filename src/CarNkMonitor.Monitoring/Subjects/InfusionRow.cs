using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>An infusion is an observation and a row that days count from.</summary>
static class InfusionRow
{
    /// <summary>The row of a new observation <c>infusion</c>, numbered in the order of recording; days always count by the start.</summary>
    /// <param name="subject">With site and all infusions so far.</param>
    /// <param name="fact">Its observed time is the start.</param>
    public static Infusion Of(Subject subject, Observation fact) => new()
    {
        SubjectId = subject.Id, StartedAt = fact.ObservedAt, ObservationId = fact.Id,
        Number = subject.Infusions.Select(infusion => infusion.Number).DefaultIfEmpty(0).Max() + 1,
        FollowsConditioning = IsFirstAfterConditioning(subject, fact.ObservedAt),
    };

    static bool IsFirstAfterConditioning(Subject subject, DateTime start)
    {
        var calendar = SubjectCalendar.Of(subject);
        return !subject.Infusions.Any(earlier => earlier.StartedAt < start
            && (subject.ConditioningFrom is not { } from || calendar.DateOf(earlier.StartedAt).ToDateOnly() >= from));
    }
}
