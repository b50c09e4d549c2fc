using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Schedule;

/// <summary>Whom a person looks after and what each needs next. So many queries for each study and for all participants together, not for each of them.</summary>
public sealed class Worklist(MonitorContext db, TimeProvider time)
{
    static readonly string[] BedsideSigns = ["temperature", "sbp", "heart_rate", "resp_rate", "spo2"];

    /// <summary>Participants on study within the person's scope, in the order in which they need somebody.</summary>
    public async Task<IReadOnlyList<WorklistRow>> For(StaffMember person, CancellationToken cancel)
    {
        var now = time.Now();
        var mine = db.SubjectsFor(person).Where(subject => subject.Status == SubjectStatus.OnStudy);
        var ids = mine.Select(subject => subject.Id);
        var subjects = await mine.AsNoTracking().Include(subject => subject.Site).Include(subject => subject.Infusions).ToListAsync(cancel);
        var crs = await db.NewestCrs(ids).AsNoTracking().ToDictionaryAsync(assessment => assessment.SubjectId, cancel);
        var beside = await db.BesideCrs(ids, cancel);
        var force = await InForce(subjects, cancel);
        var checks = await LastChecks(ids, cancel);
        var slots = await NextSlots(ids, now, cancel);
        var alerts = await OpenAlerts(person, cancel);
        return WorklistRow.InOrder(subjects.Select(subject => new WorklistRow(
            subject, SubjectCalendar.Of(subject), now, crs.GetValueOrDefault(subject.Id),
            checks.TryGetValue(subject.Id, out var at) ? at : null, slots.GetValueOrDefault(subject.Id), [.. alerts[subject.Id]])
        {
            Beside = StandingGrade.InOrder(beside[subject.Id].Where(grade => force[subject.StudyId].Contains(grade.Table.Criteria))),
        }));
    }

    /// <summary>The tables in force by study; a table that has left force keeps its old rows.</summary>
    async Task<Dictionary<Guid, IReadOnlyList<string>>> InForce(IEnumerable<Subject> subjects, CancellationToken cancel)
    {
        Dictionary<Guid, IReadOnlyList<string>> force = [];
        foreach (var study in subjects.Select(subject => subject.StudyId).Distinct())
        {
            force[study] = (await db.SettingsOf(study, cancel)).Settings.Criteria;
        }

        return force;
    }

    /// <summary>A laboratory result or a dose is not a visit to the bedside, and what was withdrawn was none.</summary>
    Task<Dictionary<Guid, DateTime>> LastChecks(IQueryable<Guid> ids, CancellationToken cancel) => db.Observations.Current()
        .Where(value => ids.Contains(value.SubjectId) && BedsideSigns.Contains(value.Code))
        .GroupBy(value => value.SubjectId)
        .Select(values => new { values.Key, Last = values.Max(value => value.ObservedAt) })
        .ToDictionaryAsync(last => last.Key, last => last.Last, cancel);

    Task<Dictionary<Guid, PlannedAssessment>> NextSlots(IQueryable<Guid> ids, DateTime now, CancellationToken cancel)
    {
        var open = db.Fillable(now);
        return open
            .Where(slot => ids.Contains(slot.SubjectId) && !open.Any(earlier => earlier.SubjectId == slot.SubjectId && earlier.NominalAt < slot.NominalAt))
            .ToDictionaryAsync(slot => slot.SubjectId, cancel);
    }

    async Task<ILookup<Guid, Alert>> OpenAlerts(StaffMember person, CancellationToken cancel)
    {
        var open = await db.AlertsFor(person).AsNoTracking().Where(alert => alert.ClosedAt == null && alert.SubjectId != null).ToListAsync(cancel);
        return open.OrderByDescending(alert => alert.Urgency).ThenBy(alert => alert.OpenedAt).ToLookup(alert => alert.SubjectId!.Value);
    }
}
