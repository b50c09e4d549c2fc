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
            ? await PassOn(alert, sentWith: null, time.Now(), cancel)
            : AlertAnswer.NotAllowed("Your role may not pass on this alert.");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return answer;
    }

    /// <summary>
    /// The step itself; the caller holds the alert's lock, and saves. If a step was already taken since the notice that is passed on, the next
    /// level has been called and nothing is left to do.
    /// </summary>
    internal async Task<AlertAnswer> PassOn(Alert alert, Notice? sentWith, DateTime now, CancellationToken cancel)
    {
        if (alert.State != AlertState.Open)
            return alert.IsOver ? AlertAnswer.Over : AlertAnswer.WrongState("Nobody is being called by levels any more.");
        db.Note(db.Act!, new AuditSubject(nameof(Alert), alert.Id.ToString(), alert.SubjectId, alert.Id), new { passedOnFromLevel = alert.Level });
        if (sentWith is null || (sentWith.IsOf(alert) && sentWith.Level == alert.Level && sentWith.Cycle == alert.Cycle))
            await new AlertSteps(db, links).TakeNextNow(alert, now, cancel);
        return AlertAnswer.Done("Passed on: the next person is being called.");
    }
}
