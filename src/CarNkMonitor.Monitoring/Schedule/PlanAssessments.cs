using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Schedule;

/// <summary>
/// Brings a subject's slots in line with the plan: after an infusion, going home, the end of the study, and daily to extend the horizon.
/// Doing it again changes nothing. What was done or missed stays on record; a slot that the plan no longer wants becomes Superseded; one that
/// a later infusion wants at the same time is taken over by it. A slot is judged by what holds now: one whose check was withdrawn is open again,
/// or goes to another check that fills none.
/// </summary>
public sealed class PlanAssessments(MonitorContext db, TimeProvider time)
{
    /// <summary>Slots reach to this CycleDay of the latest infusion, or this many days ahead, whichever is later.</summary>
    const int DaysAfterInfusion = 42;
    const int DaysAhead = 35;

    /// <summary>
    /// Plans one subject. Joins the caller's transaction (whose infusion must be saved already) or makes its own; saves.
    /// </summary>
    public async Task For(Guid subjectId, CancellationToken cancel)
    {
        db.Act ??= AuditAct.BySystem(nameof(PlanAssessments));
        await using var own = db.Database.CurrentTransaction is null ? await db.BeginFor(subjectId, cancel) : null;
        var subject = await db.Subjects.Include(row => row.Site).Include(row => row.Infusions).SingleAsync(row => row.Id == subjectId, cancel);
        var rows = await db.PlannedAssessments.Where(slot => slot.SubjectId == subjectId).ToListAsync(cancel);
        var checks = await db.CrsChecksOf(subjectId).OrderBy(check => check.ObservedAt).ThenBy(check => check.Id)
            .Select(check => new CheckMade(check.Id, check.ObservedAt)).ToListAsync(cancel);
        var now = time.Now();
        Reopen(rows, checks, now);
        var added = Repair(subject, rows, now);
        db.PlannedAssessments.AddRange(added);
        Fill([.. rows, .. added], checks);
        await db.SaveChangesAsync(cancel);
        if (own is not null) await own.CommitAsync(cancel);
    }

    /// <summary>Plans every subject whose slots do not reach far enough ahead. Recurring, once a day or more often; stamps its heartbeat.</summary>
    public async Task ExtendHorizon(CancellationToken cancel)
    {
        var enough = time.Now().AddDays(DaysAhead - 7);
        var subjects = await db.Subjects
            .Where(subject => subject.Status == SubjectStatus.OnStudy && subject.Infusions.Count > 0)
            .Where(subject => !db.PlannedAssessments.Any(slot => slot.SubjectId == subject.Id && slot.NominalAt >= enough))
            .Select(subject => subject.Id).ToListAsync(cancel);
        foreach (var subject in subjects)
        {
            await For(subject, cancel);
            db.ChangeTracker.Clear();
        }

        await db.Beat(nameof(PlanAssessments), time.Now(), cancel);
    }

    static List<PlannedAssessment> Repair(Subject subject, List<PlannedAssessment> rows, DateTime now)
    {
        var plan = PlanOf(subject, now);
        var wanted = plan.ToDictionary(slot => slot.NominalAt);
        foreach (var row in rows.Where(row => row.IsOpen && !wanted.ContainsKey(row.NominalAt))) row.State = PlannedState.Superseded;
        foreach (var row in rows.Where(row => row.IsOpen || row.State == PlannedState.Superseded))
        {
            if (wanted.TryGetValue(row.NominalAt, out var slot)) row.TakeOver(slot, now);
        }

        var known = rows.Select(row => row.NominalAt).ToHashSet();
        return [.. plan.Where(slot => !known.Contains(slot.NominalAt)).Select(slot => PlannedAssessment.Of(subject.Id, slot, now))];
    }

    /// <summary>Nothing is planned for who has left the study, nor before the first infusion.</summary>
    static IReadOnlyList<PlannedSlot> PlanOf(Subject subject, DateTime now)
    {
        if (subject.Status != SubjectStatus.OnStudy || subject.Infusions.Count == 0) return [];
        var calendar = SubjectCalendar.Of(subject);
        var afterInfusion = calendar.DateOf(calendar.Infusions[^1].StartedAt).PlusDays(DaysAfterInfusion);
        var ahead = calendar.DateOf(now).PlusDays(DaysAhead);
        return ScheduleOfAssessments.CrsChecks(calendar, afterInfusion > ahead ? afterInfusion : ahead);
    }

    /// <summary>What filled a slot may have been withdrawn since.</summary>
    static void Reopen(List<PlannedAssessment> slots, List<CheckMade> checks, DateTime now)
    {
        var standing = checks.Select(check => check.Id).ToHashSet();
        foreach (var slot in slots.Where(slot => slot.DoneByCheckId is { } check && !standing.Contains(check)))
        {
            slot.Reopen(now);
        }
    }

    /// <summary>An infusion recorded late finds checks that were recorded before its slots existed; so does a slot that is open again.</summary>
    static void Fill(IReadOnlyList<PlannedAssessment> slots, List<CheckMade> checks)
    {
        var used = slots.Select(slot => slot.DoneByCheckId).ToHashSet();
        foreach (var check in checks.Where(check => !used.Contains(check.Id)))
        {
            SlotSatisfaction.Nearest(slots, check.ObservedAt)?.FillBy(check.Id, check.ObservedAt);
        }
    }

    sealed record CheckMade(Guid Id, DateTime ObservedAt);
}
