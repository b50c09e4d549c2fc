using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What a nurse is told after saving: the grade now, who is called, what comes next.</summary>
/// <param name="Crs">The newest CRS result of the participant, which an old entry does not change; null when nothing was graded.</param>
/// <param name="Alerts">Alerts that are not over, the most urgent first, each with the people called.</param>
/// <param name="Next">The earliest slot that can still be filled.</param>
/// <param name="Outside">Values of this check that lie outside their limits of normal, in the order of the catalogue; none for who may not read grades.</param>
public sealed record CheckAnswer(
    BedsideCheck Check, Subject Subject, SubjectCalendar Calendar, DateTime Now, ToxicityNow? Crs, IReadOnlyList<AlertCall> Alerts, PlannedAssessment? Next,
    IReadOnlyList<(Observation Value, ValueMark Mark)> Outside);

/// <summary>An alert and who is called about it.</summary>
public sealed record AlertCall(Alert Alert, IReadOnlyList<CalledPerson> People)
{
    /// <summary>Of a participant: the alerts that are not over, the most urgent first.</summary>
    internal static async Task<IReadOnlyList<AlertCall>> Of(MonitorContext db, StaffMember person, Subject subject, CancellationToken cancel)
    {
        var alerts = await db.AlertsFor(person).AsNoTracking().Include(alert => alert.AcknowledgedBy)
            .Where(alert => alert.SubjectId == subject.Id && alert.ClosedAt == null).ToListAsync(cancel);
        var called = await CalledPerson.Of(db, [.. alerts.Select(alert => alert.Id)], cancel);
        return [.. alerts.OrderByDescending(alert => alert.Urgency).ThenBy(alert => alert.OpenedAt).Select(alert => new AlertCall(alert, [.. called[alert.Id]]))];
    }
}

/// <summary>Reads the answer to a stored check. Reading it stands in the audit trail (records P3).</summary>
public sealed class ReadCheckAnswer(MonitorContext db, TimeProvider time)
{
    /// <summary>Null when there is no such check within the person's scope.</summary>
    public async Task<CheckAnswer?> For(StaffMember person, Guid checkId, CancellationToken cancel)
    {
        var check = await db.Checks.AsNoTracking().Include(row => row.RecordedBy).Include(row => row.Subject!.Site).Include(row => row.Subject!.Infusions)
            .SingleOrDefaultAsync(row => row.Id == checkId && db.SubjectsFor(person).Any(subject => subject.Id == row.SubjectId), cancel);
        if (check is null)
        {
            return null;
        }

        db.Note(AuditAct.By(person, nameof(ReadCheckAnswer)), new AuditSubject(nameof(BedsideCheck), check.Id.ToString(), check.SubjectId));
        await db.SaveChangesAsync(cancel);
        var now = time.Now();
        var subject = check.Subject!;
        var crs = await db.NewestCrs(subject.Id).AsNoTracking().SingleOrDefaultAsync(cancel);
        return new CheckAnswer(check, subject, SubjectCalendar.Of(subject), now, crs is null ? null : ToxicityNow.Of(crs),
            await AlertCall.Of(db, person, subject, cancel), await db.NextSlots(subject.Id, now).FirstOrDefaultAsync(cancel),
            person.May(Permission.ReadGrades) ? await Outside(subject, checkId, cancel) : []);
    }

    async Task<IReadOnlyList<(Observation, ValueMark)>> Outside(Subject subject, Guid checkId, CancellationToken cancel)
    {
        var marks = new ValueMarks(subject, await db.SettingsHistoryOf(subject.StudyId, cancel));
        var values = await db.Observations.Current().AsNoTracking().Where(value => value.CheckId == checkId).ToListAsync(cancel);
        return [.. values.OrderBy(value => RecordedCheck.OrderOf(value.Code)).Select(value => (value, marks.Of(value))).Where(value => value.Item2 != ValueMark.None)];
    }
}
