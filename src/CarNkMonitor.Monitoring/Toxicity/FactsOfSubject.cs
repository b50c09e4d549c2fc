using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>What grading may know of a subject, in one query: the observations that hold now.</summary>
public static class FactsOfSubject
{
    /// <summary>Only the given codes are loaded; nothing is tracked.</summary>
    public static async Task<SubjectFacts> FactsOf(this MonitorContext db, Subject subject, IReadOnlyList<string> codes, CancellationToken cancel)
    {
        var facts = await db.Observations.Current()
            .Where(observation => observation.SubjectId == subject.Id && codes.Contains(observation.Code))
            .Select(observation => new Fact(observation.Id, observation.Code, observation.ObservedAt)
            {
                Value = observation.Value, Comparator = observation.Comparator, Coded = observation.Coded, Flag = observation.Flag,
                EndedAt = observation.EndedAt, IsProvisional = observation.IsProvisional,
            })
            .AsNoTracking().ToListAsync(cancel);
        return new SubjectFacts([.. subject.Infusions.Select(infusion => infusion.StartedAt)], TimeZoneInfo.FindSystemTimeZoneById(subject.Site!.Zone), facts)
        {
            BirthDate = subject.BirthDate, AgeAtEnrolmentDays = subject.AgeAtEnrolmentDays, EnrolledOn = subject.EnrolledOn,
        };
    }
}
