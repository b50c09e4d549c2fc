using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>The one query path to what holds now: superseded and withdrawn values are for auditors only.</summary>
public static class CurrentObservations
{
    public static IQueryable<Observation> Current(this DbSet<Observation> observations) =>
        observations.Where(candidate => !candidate.IsWithdrawal
            && !observations.Any(other => other.SupersedesId == candidate.Id));
}
