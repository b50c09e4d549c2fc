using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>Facts that are more than an observation: an infusion becomes a row that days count from, death and discharge change the subject.</summary>
static class ConsequencesForSubject
{
    public static void Apply(MonitorContext db, Subject subject, BedsideCheck check)
    {
        foreach (var fact in check.Observations)
        {
            switch (fact.Code)
            {
                case "infusion":
                    db.Infusions.Add(InfusionOf(subject, fact));
                    break;
                case "death":
                    subject.Status = SubjectStatus.Died;
                    break;
                case "discharge_home":
                    subject.DischargedHomeAt = fact.Flag == true ? fact.ObservedAt : null;
                    break;
            }
        }
    }

    /// <summary>Numbered in the order of recording; days always count by <see cref="Infusion.StartedAt"/>.</summary>
    static Infusion InfusionOf(Subject subject, Observation fact) => new()
    {
        SubjectId = subject.Id, StartedAt = fact.ObservedAt, ObservationId = fact.Id,
        Number = subject.Infusions.Select(infusion => infusion.Number).DefaultIfEmpty(0).Max() + 1,
        FollowsConditioning = IsFirstAfterConditioning(subject, fact.ObservedAt),
    };

    static bool IsFirstAfterConditioning(Subject subject, DateTime start) => !subject.Infusions.Any(earlier => earlier.StartedAt < start
        && (subject.ConditioningFrom is not { } from || DateOnly.FromDateTime(earlier.StartedAt) >= from));
}
