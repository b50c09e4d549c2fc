using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Schedule;

/// <summary>Slots that can still be filled.</summary>
public static class FillableSlots
{
    /// <summary>Of all subjects, neither done nor missed nor void at this moment.</summary>
    public static IQueryable<PlannedAssessment> Fillable(this MonitorContext db, DateTime now) => db.PlannedAssessments.AsNoTracking()
        .Where(slot => slot.ClosesAt > now
            && (slot.State == PlannedState.Scheduled || slot.State == PlannedState.Due || slot.State == PlannedState.Overdue));

    /// <summary>Of one subject, the earliest first.</summary>
    public static IQueryable<PlannedAssessment> NextSlots(this MonitorContext db, Guid subjectId, DateTime now) =>
        db.Fillable(now).Where(slot => slot.SubjectId == subjectId).OrderBy(slot => slot.NominalAt);
}
