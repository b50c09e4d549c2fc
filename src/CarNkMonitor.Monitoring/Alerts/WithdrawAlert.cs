using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Takes an alert back when an amendment removed its ground and nothing else supports it. The caller saves.</summary>
sealed class WithdrawAlert(MonitorContext db)
{
    /// <summary>The assessment that the alert stands on has a newer version: a fact behind it was amended.</summary>
    public async Task<bool> HasLostItsGround(Alert alert, CancellationToken cancel) =>
        alert.AssessmentId is { } id && await db.Assessments.FindAsync([id], cancel) is { IsCurrent: false };

    /// <summary>
    /// The latest current assessment that still gives the grade for which people were called: at least so high for sure. An alert of a gap, which has no
    /// sure grade, is supported by whatever cannot be excluded from its ground on. Null: nothing supports it.
    /// </summary>
    public async Task<Assessment?> SupportOf(Alert alert, IReadOnlyList<Assessment> current, CancellationToken cancel)
    {
        var ground = (await db.Assessments.FindAsync([alert.AssessmentId], cancel))!;
        var from = alert.Low >= 1 && alert.OpenedAt - AlertRule.RiseWindow is var opened && opened < ground.Moment ? opened : ground.Moment;
        // What this transaction changed and has not saved is right in memory, so the last word is there.
        var stored = await db.Assessments
            .Where(one => one.SubjectId == ground.SubjectId && one.Criteria == ground.Criteria && one.IsCurrent && one.Moment >= from)
            .ToListAsync(cancel);
        return stored.Concat(current).Where(one => one.IsCurrent && one.Moment >= from && (alert.Low >= 1 ? one.Low >= alert.Low : one.High >= 1))
            .MaxBy(one => one.Moment);
    }

    /// <summary>
    /// By the facts that hold now there was danger at some moment from the alert's ground on. Danger that passed stays a ground: a physician or time
    /// ends that alert. False only when what was entered has been amended or withdrawn.
    /// </summary>
    /// <param name="alert">Of vital signs.</param>
    public async Task<bool> WasInDanger(Alert alert, CancellationToken cancel)
    {
        var ground = await db.Assessments.FindAsync([alert.AssessmentId], cancel);
        var from = ground?.Moment ?? alert.OpenedAt - EscalationDefaults.ClosesAfter;
        return CrsCourse.Changes(await db.FactsOfAlert(alert, cancel), from, [from]).Any(one => one.Danger != VitalDanger.None);
    }

    public AlertOutcome Withdraw(Alert alert, DateTime now)
    {
        AlertSteps.SupersedeAllCalls(alert);
        alert.End(AlertState.Withdrawn, now);
        foreach (var contact in Tell.EverybodyCalled(alert))
            Tell.Person(db, alert, contact, NoticeKind.Withdrawn, AlertText.Withdrawn(alert.Reference, now), now);
        return new AlertOutcome(alert, AlertStep.Withdrawn, []);
    }
}
