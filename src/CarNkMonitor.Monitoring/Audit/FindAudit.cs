using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Audit;

/// <summary>Reads the trail by a filter, the newest rows first. Looking is an act of its own and stands in the trail with the filter (records P3).</summary>
public sealed class FindAudit(MonitorContext db)
{
    public const int RowsOnAPage = 50;

    /// <summary>The acts offered for choice are those of so many newest rows.</summary>
    const int RowsLookedAtForActs = 5000;

    /// <param name="olderThan">Sequence of the last row of the page before (exclusive); null for the newest page.</param>
    /// <exception cref="UnauthorizedAccessException">The person does not read audit.</exception>
    public async Task<AuditPage> For(StaffMember person, AuditFilter filter, long? olderThan, CancellationToken cancel)
    {
        person.Demand(Permission.ReadAudit);
        var entries = await db.AuditFor(person, cancel);
        var names = await AuditNames.Of(db, person, cancel);
        var found = filter.Of(entries, db).Where(entry => olderThan == null || entry.Sequence < olderThan);
        var rows = await found.OrderByDescending(entry => entry.Sequence).Take(RowsOnAPage + 1).ToListAsync(cancel);
        var acts = await entries.OrderByDescending(entry => entry.Sequence).Take(RowsLookedAtForActs).Select(entry => entry.Act).Distinct().ToListAsync(cancel);
        await Note(person, filter, cancel);
        return new AuditPage(
            [.. rows.Take(RowsOnAPage).Select(names.Row)], rows.Count > RowsOnAPage ? rows[RowsOnAPage - 1].Sequence : null, await Choices(person, acts, cancel));
    }

    /// <summary>What the filter can be set to, without looking at any row.</summary>
    /// <exception cref="UnauthorizedAccessException">The person does not read audit.</exception>
    public Task<AuditChoices> Choices(StaffMember person, CancellationToken cancel)
    {
        person.Demand(Permission.ReadAudit);
        return Choices(person, [], cancel);
    }

    async Task<AuditChoices> Choices(StaffMember person, IReadOnlyList<string> acts, CancellationToken cancel) => new(
        await db.SubjectsFor(person).OrderBy(subject => subject.SubjectCode).Select(subject => new AuditChoice(subject.Id, subject.SubjectCode)).ToListAsync(cancel),
        await db.PeopleOf(person).OrderBy(other => other.DisplayName).Select(other => new AuditChoice(other.Id, other.DisplayName)).ToListAsync(cancel),
        [.. acts.Order(StringComparer.Ordinal)]);

    async Task Note(StaffMember person, AuditFilter filter, CancellationToken cancel)
    {
        db.Note(AuditAct.By(person, nameof(FindAudit)), new AuditSubject(nameof(AuditEntry), "", filter.SubjectId), filter);
        await db.SaveChangesAsync(cancel);
    }
}

/// <param name="Rows">The newest first.</param>
/// <param name="Older">Where the next page begins; null on the last one.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, long? Older, AuditChoices Choices);

/// <summary>What a filter can be set to.</summary>
public sealed record AuditChoices(IReadOnlyList<AuditChoice> Subjects, IReadOnlyList<AuditChoice> People, IReadOnlyList<string> Acts);

public sealed record AuditChoice(Guid Id, string Name);
