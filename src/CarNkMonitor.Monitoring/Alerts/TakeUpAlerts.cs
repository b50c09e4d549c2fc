using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// The participant is on study again: takes up exactly the alerts that ended because it was not, each as it stood. What called or had called everybody in
/// vain calls from the start, whoever is on call now; what somebody had accepted or managed calls nobody. The caller holds the subject's lock, and saves.
/// </summary>
sealed class TakeUpAlerts(MonitorContext db, AlertLinks links)
{
    readonly AlertSteps _steps = new(db, links);

    public async Task Of(Subject subject, DateTime now, CancellationToken cancel)
    {
        var ended = await db.Alerts.WithCalls()
            .Where(alert => alert.SubjectId == subject.Id && alert.LastStateOnStudy != null).OrderBy(alert => alert.OpenedAt).ToListAsync(cancel);
        foreach (var alert in ended)
        {
            alert.TakeUp(now);
            if (alert.IsCalling)
            {
                alert.OpenAgain();
                await _steps.CallFromTheStart(alert, wasAccepted: false, now, cancel);
            }
        }
    }
}
