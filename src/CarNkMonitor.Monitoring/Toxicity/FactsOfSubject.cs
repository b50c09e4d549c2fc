using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>What grading may know of a subject, in one query: the observations that hold now.</summary>
public static class FactsOfSubject
{
    /// <summary>Every code is loaded; nothing is tracked.</summary>
    /// <param name="db">Read only.</param>
    /// <param name="subject">With site and infusions.</param>
    /// <param name="settings">Of the subject's study: the laboratory ranges of its version in force when a value was observed are the value's.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<SubjectFacts> FactsOf(this MonitorContext db, Subject subject, SettingsHistory settings, CancellationToken cancel)
    {
        var observations = await db.Observations.Current().AsNoTracking().Where(observation => observation.SubjectId == subject.Id).ToListAsync(cancel);
        return FactsOf(subject, settings, observations);
    }

    /// <summary>The same from observations at hand, stored or not.</summary>
    public static SubjectFacts FactsOf(Subject subject, SettingsHistory settings, IEnumerable<Observation> observations)
    {
        var limits = new LimitsOfNormal(subject, settings);
        var infusions = subject.Infusions.Select(infusion => infusion.StartedAt);
        return new SubjectFacts([.. infusions], limits.Zone, [.. observations.Select(observation => FactOf(observation, limits))])
        {
            BirthDate = subject.BirthDate, AgeAtEnrolmentDays = subject.AgeAtEnrolmentDays, EnrolledOn = subject.EnrolledOn,
            StatedConditioningFrom = subject.ConditioningFrom, FallbackLimits = LimitsOfNormal.Fallback(subject.Sex),
        };
    }

    static Fact FactOf(Observation observation, LimitsOfNormal limits) => new(observation.Id, observation.Code, observation.ObservedAt)
    {
        Value = observation.Value, Comparator = observation.Comparator, Coded = observation.Coded, Flag = observation.Flag,
        EndedAt = observation.EndedAt, IsProvisional = observation.IsProvisional, Reported = ReportedOf(observation, limits),
    };

    /// <summary>Number and unit of the report where they differ from the canonical ones or limits of normal belong to the value; otherwise null.</summary>
    static ReportedValue? ReportedOf(Observation observation, LimitsOfNormal limits)
    {
        if (observation is not { Value: { } value, Unit: { } canonical })
        {
            return null;
        }

        var (own, unit) = (limits.Of(observation), observation.EnteredUnit ?? canonical);
        var number = unit == canonical ? value : TypedNumber.Read(observation.EnteredValue!).Number!.Value;
        return unit == canonical && own is null ? null : new ReportedValue(new Measured(number, observation.Comparator), unit, own);
    }
}
