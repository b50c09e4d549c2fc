using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>The step of passing on, from a page or by text. The caller holds the alert's lock, and saves.</summary>
sealed class PassingOn(MonitorContext db, AlertLinks links)
{
    /// <summary>
    /// If a step was already taken since the notice that is passed on, the next
    /// level has been called and nothing is left to do.
    /// </summary>
    public async Task<AlertAnswer> PassOn(Alert alert, Notice? sentWith, DateTime now, CancellationToken cancel)
    {
        if (alert.State != AlertState.Open)
            return alert.IsOver ? AlertAnswer.Over : AlertAnswer.WrongState("Nobody is being called by levels any more.");
        db.Note(db.Act!, new AuditSubject(nameof(Alert), alert.Id.ToString(), alert.SubjectId, alert.Id), new { passedOnFromLevel = alert.Level });
        if (sentWith is null || sentWith.IsOfRunningLevel(alert))
            await new AlertSteps(db, links).TakeNextNow(alert, now, cancel);
        return AlertAnswer.Done("Passed on: the next person is being called.");
    }
}
