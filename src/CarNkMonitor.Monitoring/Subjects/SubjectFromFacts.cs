using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>What a subject's row says because observations say it; worked out anew from all that hold, so the order of entry is no matter.</summary>
static class SubjectFromFacts
{
    /// <summary>Saves nothing. The subject is tracked, with site and all infusions; its observations are saved.</summary>
    public static async Task BringInLineWithFacts(this MonitorContext db, Subject subject, CancellationToken cancel)
    {
        var facts = await db.Observations.Current().AsNoTracking()
            .Where(fact => fact.SubjectId == subject.Id && (fact.Code == "death" || fact.Code == "discharge_home"))
            .OrderBy(fact => fact.ObservedAt).ToListAsync(cancel);
        subject.Status = facts.Any(fact => fact.Code == "death") ? SubjectStatus.Died
            : subject.Status == SubjectStatus.Died ? SubjectStatus.OnStudy : subject.Status;
        subject.DischargedHomeAt = facts.LastOrDefault(fact => fact.Code == "discharge_home") is { Flag: true } discharge ? discharge.ObservedAt : null;
        await BringInfusionsInLine(db, subject, cancel);
    }

    static async Task BringInfusionsInLine(MonitorContext db, Subject subject, CancellationToken cancel)
    {
        var (calendar, conditioning) = (SubjectCalendar.Of(subject), await db.ConditioningOf(subject, cancel));
        foreach (var (at, infusion) in calendar.Infusions.Index())
        {
            infusion.FollowsConditioning = conditioning.ComesBefore(calendar, at);
        }
    }
}
