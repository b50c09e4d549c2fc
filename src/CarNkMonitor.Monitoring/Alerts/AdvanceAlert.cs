using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Takes the steps of one alert whose time has come; ends it when its subject is no longer on study.</summary>
sealed class AdvanceAlert(MonitorContext db, AlertLinks links)
{
    /// <summary>By time, by the end of the subject's course, or because a phone that was called has been switched off.</summary>
    public async Task<List<Guid>> Due(DateTime now, CancellationToken cancel) => await db.Alerts
        .Where(alert => alert.ClosedAt == null && (alert.NextStepAt <= now || (alert.State == AlertState.Open && alert.NextStepAt == null)
            || (alert.Subject != null && alert.Subject.Status != SubjectStatus.OnStudy)
            || (alert.State == AlertState.Open && alert.Notices.Any(call => call.Kind == NoticeKind.Call && call.Round == alert.Round
                && call.Level == alert.Level && call.Cycle == alert.Cycle && !call.Contact!.IsEnabled))))
        .OrderBy(alert => alert.NextStepAt).Select(alert => alert.Id).ToListAsync(cancel);

    public async Task Run(Guid alertId, DateTime now, CancellationToken cancel)
    {
        if (await db.BeginForAlert(alertId, cancel) is not var (transaction, alert))
            return;
        await using var _ = transaction;
        db.Act = AuditAct.BySystem(nameof(AdvanceAlert));
        if (!alert.IsOver && alert.Subject is { Status: not SubjectStatus.OnStudy })
            EndWithSubject(alert, now);
        else
            await new AlertSteps(db, links).TakeDue(alert, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    static void EndWithSubject(Alert alert, DateTime now)
    {
        AlertSteps.SupersedeAllCalls(alert);
        alert.EndWithSubject(now);
    }
}
