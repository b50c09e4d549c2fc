using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Schedule;

/// <summary>
/// Moves slots on by time: Scheduled → Due → Overdue → Missed. Recurring; running twice or late changes nothing but the moment of it. One
/// small transaction per subject, under the same lock as recording a check, so that a check saved meanwhile is never overwritten.
/// </summary>
public sealed class FindOverdue(MonitorContext db, TimeProvider time)
{
    /// <summary>Moves all slots that time has moved on, stamps the heartbeat, and answers how many slots moved.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        db.Act = AuditAct.BySystem(nameof(FindOverdue));
        var now = time.Now();
        var moved = 0;
        foreach (var subject in await Moving(now).Select(slot => slot.SubjectId).Distinct().ToListAsync(cancel))
        {
            moved += await MoveSlotsOf(subject, now, cancel);
        }

        await db.Beat(nameof(FindOverdue), time.Now(), cancel);
        return moved;
    }

    async Task<int> MoveSlotsOf(Guid subject, DateTime now, CancellationToken cancel)
    {
        await using var transaction = await db.BeginFor(subject, cancel);
        var slots = await Moving(now).Where(slot => slot.SubjectId == subject).Include(slot => slot.Subject).ToListAsync(cancel);
        foreach (var slot in slots)
        {
            slot.State = slot.Subject!.Status == SubjectStatus.OnStudy ? slot.StateAt(now) : PlannedState.Superseded;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return slots.Count;
    }

    IQueryable<PlannedAssessment> Moving(DateTime now) => db.PlannedAssessments.Where(slot =>
        (slot.State == PlannedState.Scheduled && slot.OpensAt <= now)
        || (slot.State == PlannedState.Due && slot.OnTimeUntil < now)
        || (slot.State == PlannedState.Overdue && slot.ClosesAt <= now));
}
