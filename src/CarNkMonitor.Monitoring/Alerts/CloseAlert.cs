using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// A signed-in physician ends a managed alert, with the reason. If the grade still stands, the next check opens a new one. A site alarm may be
/// ended as soon as it is accepted.
/// </summary>
public sealed class CloseAlert(MonitorContext db, TimeProvider time)
{
    public async Task<AlertAnswer> Run(StaffMember person, Guid alertId, string reason, CancellationToken cancel)
    {
        if (!await db.AlertsFor(person).AnyAsync(alert => alert.Id == alertId, cancel) || await db.BeginForAlert(alertId, cancel) is not var (transaction, alert))
            return AlertAnswer.NotFound;
        await using var _ = transaction;
        if (Refusal(person, alert, reason) is { } refusal)
            return refusal;
        db.Act = AuditAct.By(person, nameof(CloseAlert), reason.Trim());
        alert.End(AlertState.Closed, time.Now());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return AlertAnswer.Done("Alert closed.");
    }

    static AlertAnswer? Refusal(StaffMember person, Alert alert, string reason) =>
        !(person.May(Permission.CloseAlert) || (alert.IsAboutSite && person.May(Permission.ManageSubjects)))
            ? AlertAnswer.NotAllowed("Only a physician may close an alert.")
        : alert.IsOver ? AlertAnswer.Over
        : StoredText.ProblemOfReason(reason, "Give the reason for closing.") is { } problem ? AlertAnswer.Incomplete(problem)
        : alert.IsCalling ? AlertAnswer.WrongState("Accept the alert first.")
        : alert.State == AlertState.Acknowledged && !alert.IsAboutSite ? AlertAnswer.WrongState("Record your assessment first.")
        : null;
}
