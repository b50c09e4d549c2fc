using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// A signed-in person accepts an alert: from then on nothing falls due until the lease ends, and everybody else who was called is told. An
/// emergency needs two persons; after the first only that person is left in peace.
/// </summary>
public sealed class AcknowledgeAlert(MonitorContext db, TimeProvider time)
{
    /// <summary>Accepting twice is one acceptance and the same answer.</summary>
    public async Task<AlertAnswer> Run(StaffMember person, Guid alertId, CancellationToken cancel)
    {
        if (!await db.AlertsFor(person).AnyAsync(alert => alert.Id == alertId, cancel) || await db.BeginForAlert(alertId, cancel) is not var (transaction, alert))
            return AlertAnswer.NotFound;
        await using var _ = transaction;
        db.Act = AuditAct.By(person, nameof(AcknowledgeAlert));
        var answer = new Acceptance(db).Accept(alert, person, AcknowledgementChannel.Page, answerTo: null, time.Now());
        if (!answer.IsDone)
            db.Note(db.Act with { Reason = answer.Sentence }, alert.InAudit());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return answer;
    }
}
