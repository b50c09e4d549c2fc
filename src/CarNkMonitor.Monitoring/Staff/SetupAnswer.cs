using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>What came of setting up a part of a trial (study, site, on-call place, link): done, or refused and nothing was stored.</summary>
/// <param name="Id">Of the row that was made or changed; null when refused.</param>
/// <param name="Problems">Each names the field of what was asked for.</param>
public sealed record SetupAnswer(Guid? Id, IReadOnlyList<EntryProblem> Problems)
{
    public bool IsDone => Problems.Count == 0;

    internal static SetupAnswer Done(Guid id) => new(id, []);

    internal static SetupAnswer Refused(params IEnumerable<EntryProblem> problems) => new(null, [.. problems]);

    internal static SetupAnswer Refused(string field, string reason) => Refused(new EntryProblem(field, reason));
}
