using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Which alerts a person may see, and the one way to change one: alone with it.</summary>
public static class AlertAccess
{
    /// <summary>Alerts of the person's subjects, and site alarms of the person's site or study.</summary>
    public static IQueryable<Alert> AlertsFor(this MonitorContext db, StaffMember person)
    {
        var subjects = db.SubjectsFor(person).Select(subject => subject.Id);
        var maySeeSites = !person.IsDisabled && (person.May(Permission.ReadSubjects) || person.May(Permission.ManageSubjects));
        return db.Alerts.Where(alert => (alert.SubjectId != null && subjects.Contains(alert.SubjectId.Value))
            || (alert.SubjectId == null && maySeeSites
                && (person.SiteId == alert.SiteId || (person.SiteId == null && alert.Site!.StudyId == person.StudyId))));
    }

    /// <summary>May this person accept or pass on this alert?</summary>
    public static bool MayAccept(this StaffMember person, Alert alert) =>
        person.May(Permission.Acknowledge)
        || (alert.Urgency == ClinicalUrgency.Routine && person.May(Permission.AcknowledgeRoutine))
        || (alert.IsAboutSite && person.May(Permission.ManageSubjects));

    /// <summary>
    /// Begins a transaction in which nobody else changes this alert or its notices, and reads both as they are then. The context starts
    /// empty, so that nothing read before the lock is believed. Null: no such alert.
    /// </summary>
    internal static async Task<(IDbContextTransaction Transaction, Alert Alert)?> BeginForAlert(this MonitorContext db, Guid alertId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var keys = await db.Alerts.Where(alert => alert.Id == alertId).Select(alert => new { alert.SubjectId, alert.SiteId }).SingleOrDefaultAsync(cancel);
        if (keys is null)
            return null;
        var transaction = await db.BeginFor(keys.SubjectId ?? keys.SiteId, cancel);
        return (transaction, await db.LoadAlert(alertId, cancel));
    }

    /// <summary>With what opening an alert again looks at.</summary>
    internal static IQueryable<Alert> WithCalls(this IQueryable<Alert> alerts) => alerts
        .Include(alert => alert.Acknowledgements).Include(alert => alert.Notices).ThenInclude(notice => notice.Contact).AsSplitQuery();

    /// <summary>With everything that a transition looks at.</summary>
    internal static Task<Alert> LoadAlert(this MonitorContext db, Guid alertId, CancellationToken cancel) => db.Alerts
        .Include(alert => alert.Subject).Include(alert => alert.Site)
        .Include(alert => alert.AcknowledgedBy)
        .Include(alert => alert.Acknowledgements)
        .Include(alert => alert.Notices).ThenInclude(notice => notice.Contact).ThenInclude(contact => contact!.StaffMember)
        .AsSplitQuery().SingleAsync(alert => alert.Id == alertId, cancel);
}
