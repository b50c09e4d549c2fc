using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>Reads what is asked about at entry for one participant instead of the catalogue's limits. Reading it stands in the audit trail (records P3).</summary>
/// <exception cref="UnauthorizedAccessException">The person does not approve study settings.</exception>
public sealed class ReadAlarmLimits(MonitorContext db, TimeProvider time)
{
    /// <summary>Null when there is no such subject within the person's scope.</summary>
    public async Task<SubjectAlarmLimits?> For(StaffMember person, Guid subjectId, CancellationToken cancel)
    {
        person.Demand(Permission.ApprovePolicy);
        var subject = await db.SubjectsFor(person).AsNoTracking().Include(row => row.Site).SingleOrDefaultAsync(row => row.Id == subjectId, cancel);
        if (subject is null)
        {
            return null;
        }

        db.Note(AuditAct.By(person, nameof(ReadAlarmLimits)), new AuditSubject(nameof(Subject), subject.Id.ToString(), subject.Id));
        await db.SaveChangesAsync(cancel);
        return new SubjectAlarmLimits(subject, time.Now(), await db.SettingsOf(subject.StudyId, cancel));
    }
}

/// <param name="InForce">The settings of the study that they are part of.</param>
public sealed record SubjectAlarmLimits(Subject Subject, DateTime Now, SettingsInForce InForce)
{
    public IReadOnlyList<AlarmLimit> Limits => InForce.Settings.AlarmLimitsOf(Subject.Id);
}
