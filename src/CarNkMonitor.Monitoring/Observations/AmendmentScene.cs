using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What is stored around an amendment.</summary>
/// <param name="Rows">Those that are to be corrected, in the order of the amendment.</param>
/// <param name="Standing">All that holds at their instants.</param>
/// <param name="Later">The row in place of each that was corrected since, by the row that was seen: the newest one of its chain.</param>
/// <param name="Names">Who recorded those, by id.</param>
sealed record AmendmentScene(
    IReadOnlyList<Observation> Rows, IReadOnlyList<Observation> Standing, IReadOnlyDictionary<Guid, Observation> Later, IReadOnlyDictionary<Guid, string> Names)
{
    /// <param name="amendment">Its rows are known to exist, and to be of one subject.</param>
    public static async Task<AmendmentScene> Of(MonitorContext db, Guid subjectId, Amendment amendment, CancellationToken cancel)
    {
        var ids = amendment.Values.Select(value => value.ObservationId).ToList();
        var instants = await db.Observations.Where(row => ids.Contains(row.Id)).Select(row => row.ObservedAt).Distinct().ToListAsync(cancel);
        var ever = await db.Observations.AsNoTracking().Where(row => row.SubjectId == subjectId && instants.Contains(row.ObservedAt)).ToListAsync(cancel);
        var successors = ever.Where(row => row.SupersedesId is not null).ToDictionary(row => row.SupersedesId!.Value);
        var later = ids.Where(successors.ContainsKey).ToDictionary(id => id, id => Newest(successors, id));
        var people = later.Values.Select(row => row.RecordedById).Distinct().ToList();
        var names = await db.Users.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancel);
        return new AmendmentScene(
            [.. ids.Select(id => ever.Single(row => row.Id == id))], [.. ever.Where(row => !row.IsWithdrawal && !successors.ContainsKey(row.Id))], later, names);
    }

    public IReadOnlyList<MovedValue> MovedOf(IEnumerable<Observation> rows) =>
        [.. rows.Where(row => Later.ContainsKey(row.Id)).Select(row => new MovedValue(row, Later[row.Id], Names[Later[row.Id].RecordedById]))];

    static Observation Newest(Dictionary<Guid, Observation> successors, Guid id)
    {
        var row = successors[id];
        while (successors.TryGetValue(row.Id, out var next))
        {
            row = next;
        }

        return row;
    }
}
