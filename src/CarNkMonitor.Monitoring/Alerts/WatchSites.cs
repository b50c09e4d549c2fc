using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// Finds, before an emergency does, that nobody can be reached at some level of a site with subjects on study, and opens an alarm of that
/// site; it closes by itself once somebody can. A phone that sends wrong codes is told of in the same way.
/// </summary>
sealed class WatchSites(MonitorContext db, AlertLinks links)
{
    public async Task Run(DateTime now, CancellationToken cancel)
    {
        var uncovered = await Uncovered(db.Sites, cancel);
        var guessing = await Guessing(now, cancel);
        var alarms = await db.Alerts.AsNoTracking().Where(alert => alert.SubjectId == null && alert.ClosedAt == null).ToListAsync(cancel);
        foreach (var site in uncovered.Except(SitesOf(alarms, AlertKind.Coverage)))
            await Raise(site, AlertKind.Coverage, now, cancel);
        foreach (var site in SitesOf(alarms, AlertKind.Coverage).Except(uncovered))
            await End(alarms.Single(alert => alert.SiteId == site && alert.Kind == AlertKind.Coverage), now, cancel);
        foreach (var site in guessing.Except(SitesOf(alarms, AlertKind.System)))
            await Raise(site, AlertKind.System, now, cancel);
    }

    static IEnumerable<Guid> SitesOf(List<Alert> alarms, AlertKind kind) => alarms.Where(alert => alert.Kind == kind).Select(alert => alert.SiteId);

    async Task<List<Guid>> Uncovered(IQueryable<Site> among, CancellationToken cancel)
    {
        var sites = await among.Where(site => db.Subjects.Any(subject => subject.SiteId == site.Id && subject.Status == SubjectStatus.OnStudy))
            .AsNoTracking().ToListAsync(cancel);
        var places = await db.OnCallPlaces.AsNoTracking().Include(place => place.Contact).ThenInclude(contact => contact!.StaffMember).ToListAsync(cancel);
        return [.. sites.Where(site => !IsCovered(site, places.FindAll(place => place.SiteId == site.Id))).Select(site => site.Id)];
    }

    static bool IsCovered(Site site, List<OnCallPlace> places) => Enumerable.Range(1, EscalationDefaults.MostLevels)
        .All(level => places.Exists(place => place.Level == level && OnCallList.CanAnswer(place.Contact!, site)));

    /// <summary>Sites on whose list a phone stands that is being ignored for its wrong codes.</summary>
    async Task<List<Guid>> Guessing(DateTime now, CancellationToken cancel)
    {
        var since = now - ReplyLimits.Window * 2;
        var wrong = await db.ProviderEvents
            .Where(said => said.Outcome == nameof(ReplyOutcome.WrongCode) && said.ReceivedAt > since && said.FromPhone != null)
            .Select(said => new { said.FromPhone, said.ReceivedAt }).ToListAsync(cancel);
        var phones = wrong.GroupBy(said => said.FromPhone!).Where(said => ReplyLimits.IsIgnored(said.Select(one => one.ReceivedAt), now))
            .Select(said => said.Key).ToList();
        return phones.Count == 0
            ? []
            : await db.OnCallPlaces.Where(place => phones.Contains(place.Contact!.Phone)).Select(place => place.SiteId).Distinct().ToListAsync(cancel);
    }

    async Task Raise(Guid site, AlertKind kind, DateTime now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.BeginFor(site, cancel);
        if (await db.Alerts.AnyAsync(alert => alert.SiteId == site && alert.Kind == kind && alert.SubjectId == null && alert.ClosedAt == null, cancel)
            || (kind == AlertKind.Coverage && await HasBeenCovered(site, cancel)))
            return;
        db.Act = AuditAct.BySystem(nameof(WatchSites));
        await new OpenAlert(db, links).Open(new AlertSeed(site, null, kind, 0, ClinicalUrgency.SameDay), now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>
    /// Looked at again where the list cannot change any more (who changes it holds the head of the audit): an alarm that nobody can be reached
    /// must not be texted to the person who was put on the list a moment ago.
    /// </summary>
    async Task<bool> HasBeenCovered(Guid id, CancellationToken cancel)
    {
        await db.LockHead(cancel);
        return (await Uncovered(db.Sites.Where(site => site.Id == id), cancel)).Count == 0;
    }

    async Task End(Alert alarm, DateTime now, CancellationToken cancel)
    {
        if (await db.BeginForAlert(alarm.Id, cancel) is not var (transaction, alert))
            return;
        await using var _ = transaction;
        if (alert.IsOver)
            return;
        db.Act = AuditAct.BySystem(nameof(WatchSites));
        AlertSteps.SupersedeAllCalls(alert);
        alert.End(AlertState.Closed, now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
