using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What became of an amendment: what the person is told after saving it.</summary>
/// <param name="Rows">What stands in place of the earlier values, withdrawals included; in the order of the catalogue.</param>
/// <param name="IsNewest">Nobody has corrected these values since: only then they may be shown.</param>
/// <param name="Changes">Grades that gave way to others.</param>
/// <param name="Withdrawn">Alerts that lost their ground, each with the names of those who get the correction text.</param>
/// <param name="Calls">Alerts that are not over.</param>
/// <param name="Crs">The newest CRS result of the participant; null when nothing was graded.</param>
public sealed record AmendmentAnswer(
    Subject Subject, SubjectCalendar Calendar, DateTime Now, IReadOnlyList<Observation> Rows, string By, bool IsNewest, IReadOnlyList<ToldChange> Changes,
    IReadOnlyList<(Alert Alert, IReadOnlyList<string> Told)> Withdrawn, IReadOnlyList<AlertCall> Calls, ToxicityNow? Crs)
{
    public DateTime At => Rows[0].RecordedAt;

    public string Reason => Rows[0].Reason ?? "";

    public Guid CheckId => Rows[0].CheckId;
}

/// <summary>Reads the answer to a stored amendment. Reading it stands in the audit trail (records P3).</summary>
public sealed class ReadAmendment(MonitorContext db, TimeProvider time)
{
    /// <summary>Null when there is no such amendment within the person's scope, or the person may not amend.</summary>
    /// <param name="rowId">Any of its rows.</param>
    public async Task<AmendmentAnswer?> For(StaffMember person, Guid rowId, CancellationToken cancel)
    {
        var one = !person.May(Permission.Record) ? null : await db.Observations.AsNoTracking().SingleOrDefaultAsync(
            row => row.Id == rowId && row.SupersedesId != null && db.SubjectsFor(person).Any(subject => subject.Id == row.SubjectId), cancel);
        if (one is null)
        {
            return null;
        }

        db.Note(AuditAct.By(person, nameof(ReadAmendment)), new AuditSubject(nameof(BedsideCheck), one.CheckId.ToString(), one.SubjectId));
        await db.SaveChangesAsync(cancel);
        var rows = await db.Observations.AsNoTracking().Where(row => row.SubjectId == one.SubjectId && row.SupersedesId != null
            && row.RecordedAt == one.RecordedAt && row.RecordedById == one.RecordedById && row.CheckId == one.CheckId).ToListAsync(cancel);
        var subject = await db.Subjects.AsNoTracking().Include(row => row.Site).Include(row => row.Infusions).SingleAsync(row => row.Id == one.SubjectId, cancel);
        var by = await db.Users.Where(staff => staff.Id == one.RecordedById).Select(staff => staff.DisplayName).SingleAsync(cancel);
        var ids = rows.Select(row => row.Id).ToList();
        return new AmendmentAnswer(subject, SubjectCalendar.Of(subject), time.Now(), [.. rows.OrderBy(row => RecordedCheck.OrderOf(row.Code))], by,
            !await db.Observations.AnyAsync(later => later.SupersedesId != null && ids.Contains(later.SupersedesId.Value), cancel),
            await db.ChangesBecauseOf(person, subject.Id, one.RecordedAt, ids, cancel), await Withdrawn(one, cancel), await AlertCall.Of(db, person, subject, cancel),
            await db.NewestCrs(subject.Id, cancel));
    }

    /// <summary>A participant's facts are stored one transaction after the other: what was withdrawn before the next of them, was by this one.</summary>
    async Task<IReadOnlyList<(Alert, IReadOnlyList<string>)>> Withdrawn(Observation one, CancellationToken cancel)
    {
        var alerts = await db.Alerts.AsNoTracking().Where(alert => alert.SubjectId == one.SubjectId && alert.State == AlertState.Withdrawn
            && alert.ClosedAt >= one.RecordedAt && !db.Observations.Any(later => later.SubjectId == one.SubjectId
                && later.RecordedAt > one.RecordedAt && later.RecordedAt <= alert.ClosedAt)).ToListAsync(cancel);
        var ids = alerts.Select(alert => alert.Id).ToList();
        var texts = await db.Notices.AsNoTracking().Include(notice => notice.Contact).ThenInclude(contact => contact!.StaffMember)
            .Where(notice => notice.AlertId != null && ids.Contains(notice.AlertId.Value) && notice.Kind == NoticeKind.Withdrawn).ToListAsync(cancel);
        return [.. alerts.Select(alert => (alert, (IReadOnlyList<string>)[.. texts.Where(text => text.AlertId == alert.Id).Select(NameOf).Distinct().Order(StringComparer.Ordinal)]))];
    }

    static string NameOf(Notice text) => text.Contact!.StaffMember?.DisplayName ?? text.Contact.Label;
}
