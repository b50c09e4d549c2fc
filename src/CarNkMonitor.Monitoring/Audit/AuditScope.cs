using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Audit;

/// <summary>
/// Which part of the one trail a person may read: rows about the subjects and alerts in scope; of what is about neither, the acts of the people
/// in scope and what was done to them, their sites, settings, policies and phones. What belongs to no study (a sign-in under an unknown name, the keys
/// of cookies) is for <c>verify-audit</c>, not for a page.
/// </summary>
static class AuditScope
{
    public static async Task<IQueryable<AuditEntry>> AuditFor(this MonitorContext db, StaffMember person, CancellationToken cancel)
    {
        var subjects = db.SubjectsFor(person).Select(subject => subject.Id);
        var alerts = db.AlertsFor(person).Select(alert => alert.Id);
        var people = await db.PeopleOf(person).Select(found => found.Id).ToListAsync(cancel);
        var rows = await db.RowsOf(person, people, cancel);
        return db.AuditEntries.AsNoTracking().Where(entry =>
            (entry.SubjectId != null && subjects.Contains(entry.SubjectId.Value))
            || (entry.SubjectId == null && entry.AlertId != null && alerts.Contains(entry.AlertId.Value))
            || (entry.SubjectId == null && entry.AlertId == null
                && ((entry.ActorId != null && people.Contains(entry.ActorId.Value)) || rows.Contains(entry.EntityId))));
    }

    /// <summary>Who works for the same study: at the person's site, or for the whole study.</summary>
    public static IQueryable<StaffMember> PeopleOf(this MonitorContext db, StaffMember person) => db.Users.AsNoTracking().Where(other =>
        other.StudyId == person.StudyId && person.StudyId != null
        && (person.SiteId == null || other.SiteId == null || other.SiteId == person.SiteId));

    /// <summary>Ids as the trail keeps them. They are few: people, sites, versions of settings and policies, phones and their places.</summary>
    static async Task<IReadOnlyList<string>> RowsOf(this MonitorContext db, StaffMember person, IReadOnlyList<Guid> people, CancellationToken cancel)
    {
        var sites = await db.SitesFor(person).Select(site => site.Id).ToListAsync(cancel);
        var settings = await db.StudySettings.Where(row => row.StudyId == person.StudyId).Select(row => row.Id).ToListAsync(cancel);
        var policies = await db.EscalationPolicies.Where(row => row.StudyId == person.StudyId).Select(row => row.Id).ToListAsync(cancel);
        var places = await db.OnCallPlaces.Where(row => sites.Contains(row.SiteId)).Select(row => new { row.Id, row.ContactId }).ToListAsync(cancel);
        var phones = await db.Contacts.Where(row => row.StaffMemberId != null && people.Contains(row.StaffMemberId.Value)).Select(row => row.Id).ToListAsync(cancel);
        var all = people.Concat(sites).Concat(settings).Concat(policies).Concat(phones)
            .Concat(places.SelectMany(place => (Guid[])[place.Id, place.ContactId]));
        return [.. all.Append(person.StudyId ?? Guid.Empty).Distinct().Select(id => id.ToString())];
    }
}
