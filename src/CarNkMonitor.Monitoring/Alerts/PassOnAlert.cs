using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Somebody who was called cannot come: the next level is called at once.</summary>
public sealed class PassOnAlert(MonitorContext db, TimeProvider time, AlertLinks links)
{
    public async Task<AlertAnswer> Run(StaffMember person, Guid alertId, CancellationToken cancel)
    {
        if (!await db.AlertsFor(person).AnyAsync(alert => alert.Id == alertId, cancel) || await db.BeginForAlert(alertId, cancel) is not var (transaction, alert))
            return AlertAnswer.NotFound;
        await using var _ = transaction;
        db.Act = AuditAct.By(person, nameof(PassOnAlert));
        var answer = person.MayAccept(alert)
            ? await new PassingOn(db, links).PassOn(alert, sentWith: null, time.Now(), cancel)
            : AlertAnswer.NotAllowed("Your role may not pass on this alert.");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return answer;
    }
}
