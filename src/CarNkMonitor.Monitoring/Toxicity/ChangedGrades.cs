using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>A grade that gave way to another one after the fact, as a person may read it.</summary>
/// <param name="Sentence">With the values that gave way for auditors; without them, and without any that were corrected again since, for everybody else.</param>
/// <param name="By">Who made the entries that brought it, by name; empty when time alone did.</param>
public sealed record ToldChange(AssessmentChange Change, string Sentence, IReadOnlyList<string> By);

/// <summary>Reads changes of grades for people.</summary>
public static class ChangedGrades
{
    /// <summary>The newest first; of one time the most urgent table first.</summary>
    internal static Task<IReadOnlyList<ToldChange>> ChangesOf(this MonitorContext db, StaffMember person, Guid subjectId, int count, CancellationToken cancel) =>
        db.Tell(person, db.AssessmentChanges.Where(change => change.SubjectId == subjectId).OrderByDescending(change => change.ChangedAt).Take(count), cancel);

    /// <summary>Those that these rows brought when they were stored.</summary>
    /// <param name="since">When they were recorded.</param>
    internal static async Task<IReadOnlyList<ToldChange>> ChangesBecauseOf(
        this MonitorContext db, StaffMember person, Guid subjectId, DateTime since, IReadOnlyCollection<Guid> rows, CancellationToken cancel)
    {
        var told = await db.Tell(person, db.AssessmentChanges.Where(change => change.SubjectId == subjectId && change.ChangedAt >= since), cancel);
        return [.. told.Where(one => CausesOf(one.Change).Any(rows.Contains))];
    }

    static async Task<IReadOnlyList<ToldChange>> Tell(this MonitorContext db, StaffMember person, IQueryable<AssessmentChange> asked, CancellationToken cancel)
    {
        var changes = await asked.AsNoTracking().ToListAsync(cancel);
        var ids = changes.SelectMany(CausesOf).ToHashSet();
        var causes = await (from row in db.Observations
                            where ids.Contains(row.Id)
                            join who in db.Users on row.RecordedById equals who.Id
                            select new ChangeCause(row.Id, row.Code, row.SupersedesId != null, row.IsWithdrawal, who.DisplayName)).ToDictionaryAsync(row => row.Id, cancel);
        var standing = await db.Observations.Current().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return
        [
            .. from change in changes
               let of = CausesOf(change).Where(causes.ContainsKey).Select(id => causes[id]).ToList()
               orderby change.ChangedAt descending, TableWeight.Of(new TablePart(change.Criteria, change.Part)), change.Moment descending
               select new ToldChange(change, person.May(Permission.ReadAudit) ? change.Sentence : ChangeSentence.Told(change, of, standing), [.. of.Select(cause => cause.By).Distinct()]),
        ];
    }

    static IEnumerable<Guid> CausesOf(AssessmentChange change) => change.Causes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse);
}

/// <summary>An entry that brought a change, without its value.</summary>
sealed record ChangeCause(Guid Id, string Code, bool Supersedes, bool IsWithdrawal, string By);
