using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>The step of passing on, from a page or by text. The caller holds the alert's lock, and saves.</summary>
sealed class PassingOn(MonitorContext db, AlertLinks links)
{
    /// <param name="alert">Loaded with all that belongs to it.</param>
    /// <param name="hasMovedOn">
    /// A step was already taken since the page or the text that the person answers: then the next person has been called, and one more step would
    /// pass by somebody who has not had the time to answer.
    /// </param>
    /// <param name="now">UTC.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<AlertAnswer> PassOn(Alert alert, bool hasMovedOn, DateTime now, CancellationToken cancel)
    {
        if (alert.State != AlertState.Open)
            return alert.IsOver ? AlertAnswer.Over : AlertAnswer.WrongState("Nobody is being called by levels any more.");
        if (hasMovedOn)
            return AlertAnswer.MovedOn(alert);
        db.Note(db.Act!, alert.InAudit(), new { passedOnFromLevel = alert.Level });
        await new AlertSteps(db, links).TakeNextNow(alert, now, cancel);
        return AlertAnswer.Done("Passed on: the next person is being called.");
    }
}
