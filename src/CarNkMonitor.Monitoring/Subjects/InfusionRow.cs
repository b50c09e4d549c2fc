using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>An infusion is an observation and a row that days count from.</summary>
static class InfusionRow
{
    /// <summary>
    /// The row of a new observation <c>infusion</c>, numbered in the order of recording; days always count by the start. Whether it follows
    /// conditioning is worked out from all facts once it is stored (<see cref="SubjectFromFacts"/>).
    /// </summary>
    /// <param name="subject">With all infusions so far.</param>
    /// <param name="fact">Its observed time is the start.</param>
    public static Infusion Of(Subject subject, Observation fact) => new()
    {
        SubjectId = subject.Id, StartedAt = fact.ObservedAt, ObservationId = fact.Id, FollowsConditioning = false,
        Number = subject.Infusions.Select(infusion => infusion.Number).DefaultIfEmpty(0).Max() + 1,
    };
}
