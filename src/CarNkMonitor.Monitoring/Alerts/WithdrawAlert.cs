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

    /// <summary>Some current assessment from the alert's ground on still asks for somebody.</summary>
    public async Task<bool> IsSupported(Alert alert, IReadOnlyList<Assessment> current, CancellationToken cancel)
    {
        var ground = (await db.Assessments.FindAsync([alert.AssessmentId], cancel))!;
        // What this transaction changed and has not saved is right in memory, so the last word is there.
        var stored = await db.Assessments
            .Where(one => one.SubjectId == ground.SubjectId && one.Criteria == ground.Criteria && one.IsCurrent && one.Moment >= ground.Moment)
            .ToListAsync(cancel);
        return stored.Concat(current).Any(one => one is { IsCurrent: true, High: >= 1 } && one.Moment >= ground.Moment);
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
