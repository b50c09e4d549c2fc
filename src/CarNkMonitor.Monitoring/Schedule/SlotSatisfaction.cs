using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Schedule;

/// <summary>Which slot a recorded set fills: exactly one, the nearest open one; a set taken before any slot opens fills none.</summary>
public static class SlotSatisfaction
{
    /// <summary>A set that holds no temperature is not a CRS check: it may come from a laboratory or a monitor between two checks.</summary>
    public static bool IsCrsCheck(BedsideCheck check) => check.Observations.Any(observation => observation.Code == "temperature" && !observation.IsWithdrawal);

    /// <summary>The subject's checks that hold a temperature now; one whose temperature was withdrawn is none.</summary>
    public static IQueryable<BedsideCheck> CrsChecksOf(this MonitorContext db, Guid subjectId)
    {
        var temperatures = db.Observations.Current().Where(observation => observation.SubjectId == subjectId && observation.Code == "temperature");
        return db.Checks.Where(check => check.SubjectId == subjectId && temperatures.Any(observation => observation.CheckId == check.Id));
    }

    /// <summary>
    /// The slot whose nominal time is nearest among those that accept the moment; of two equally near ones the earlier. Null when none does.
    /// </summary>
    public static PlannedAssessment? Nearest(IEnumerable<PlannedAssessment> slots, DateTime observedAt) => slots
        .Where(slot => slot.Accepts(observedAt))
        .OrderBy(slot => (slot.NominalAt - observedAt).Duration()).ThenBy(slot => slot.NominalAt)
        .FirstOrDefault();

    /// <summary>
    /// Slots of a subject whose window holds that moment, for a use case that reads everything it needs in one batch and then asks
    /// <see cref="Nearest"/>.
    /// </summary>
    public static IQueryable<PlannedAssessment> SlotsAround(this MonitorContext db, Guid subjectId, DateTime observedAt) =>
        db.PlannedAssessments.Where(slot => slot.SubjectId == subjectId && slot.OpensAt <= observedAt && slot.ClosesAt > observedAt);

    /// <summary>
    /// Marks the slot that this check fills: Done when on time, DoneLate when later. Call it inside the transaction that records the check,
    /// before its save; the caller saves. Answers the slot, or null when the check fills none (also for a check that already filled one).
    /// </summary>
    public static async Task<PlannedAssessment?> SatisfySlot(this MonitorContext db, BedsideCheck check, CancellationToken cancel)
    {
        if (!IsCrsCheck(check)) return null;
        var around = await db.SlotsAround(check.SubjectId, check.ObservedAt).ToListAsync(cancel);
        if (around.Any(slot => slot.DoneByCheckId == check.Id)) return null;
        var slot = Nearest(around, check.ObservedAt);
        slot?.FillBy(check.Id, check.ObservedAt);
        return slot;
    }
}
