using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Who is called at which level: the site's fixed list, without phones that are off and people who have left.</summary>
static class OnCallList
{
    /// <summary>The contacts of the alert's level, in the list's order. Empty: nobody can be reached there.</summary>
    public static async Task<IReadOnlyList<Contact>> CalledAt(MonitorContext db, Alert alert, CancellationToken cancel)
    {
        var site = (await db.Sites.FindAsync([alert.SiteId], cancel))!;
        var places = await db.OnCallPlaces.Include(place => place.Contact).ThenInclude(contact => contact!.StaffMember)
            .Where(place => place.SiteId == alert.SiteId).OrderBy(place => place.Level).ThenBy(place => place.Order).ToListAsync(cancel);
        var called = places.Where(place => IsCalled(alert, place)).Select(place => place.Contact!);
        var coordinators = alert is { IsAboutSite: true, Level: 1 } ? await Coordinators(db, alert.SiteId, cancel) : [];
        return [.. called.Concat(coordinators).Where(contact => CanAnswer(contact, alert, site)).DistinctBy(contact => contact.Id)];
    }

    /// <summary>
    /// A person whose role or site has changed since could not accept: calling her would only lose time. A team without an account is called.
    /// </summary>
    public static bool CanAnswer(Contact contact, Alert alert, Site site) =>
        CanBeReached(contact) && (contact.StaffMember is not { } person || (person.MayAccept(alert) && person.WorksAt(site)));

    /// <summary>The same for any alert about a subject of this site.</summary>
    public static bool CanAnswer(Contact contact, Site site) =>
        CanBeReached(contact) && (contact.StaffMember is not { } person || (person.May(Permission.Acknowledge) && person.WorksAt(site)));

    /// <summary>The phone is on, and it is nobody's or that of somebody who still works here.</summary>
    public static bool CanBeReached(Contact contact) => contact is { IsEnabled: true, StaffMember: null or { IsDisabled: false } };

    /// <summary>In an emergency the first level is the on-call physician and the investigator together.</summary>
    static bool IsCalled(Alert alert, OnCallPlace place) => place.Level == alert.Level
        || (alert is { Urgency: ClinicalUrgency.EmergencyNow, Level: 1 } && place.Contact!.StaffMember?.Role == StaffRole.Investigator);

    static Task<List<Contact>> Coordinators(MonitorContext db, Guid siteId, CancellationToken cancel) => db.Contacts
        .Include(contact => contact.StaffMember)
        .Where(contact => contact.StaffMember!.SiteId == siteId && contact.StaffMember.Role == StaffRole.Coordinator).ToListAsync(cancel);
}
