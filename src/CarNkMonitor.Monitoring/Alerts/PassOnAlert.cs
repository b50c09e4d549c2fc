using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Somebody who was called cannot come: the next level is called at once.</summary>
public sealed class PassOnAlert(MonitorContext db, TimeProvider time, AlertLinks links)
{
    /// <param name="person">Who is signed in.</param>
    /// <param name="alertId">Another site's alert is not found.</param>
    /// <param name="seenFence">
    /// The alert's <see cref="Alert.Fence"/> as the person saw it; null when it is not known. After any step since then nothing is done.
    /// </param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<AlertAnswer> Run(StaffMember person, Guid alertId, int? seenFence, CancellationToken cancel)
    {
        if (!await db.AlertsFor(person).AnyAsync(alert => alert.Id == alertId, cancel) || await db.BeginForAlert(alertId, cancel) is not var (transaction, alert))
            return AlertAnswer.NotFound;
        await using var _ = transaction;
        db.Act = AuditAct.By(person, nameof(PassOnAlert));
        var answer = person.MayAccept(alert)
            ? await new PassingOn(db, links).PassOn(alert, hasMovedOn: seenFence != alert.Fence, time.Now(), cancel)
            : AlertAnswer.NotAllowed("Your role may not pass on this alert.");
        if (!answer.IsDone)
            db.Note(db.Act with { Reason = answer.Sentence }, alert.InAudit());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return answer;
    }
}
