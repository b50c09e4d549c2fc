using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Who is called at a site.</summary>
/// <param name="CanBeCalled">Physicians and investigators of the site, each with whether a phone is stored and on.</param>
public sealed record SiteOnCall(Site Site, IReadOnlyList<OnCallLevel> Levels, IReadOnlyList<(StaffMember Person, bool HasPhone)> CanBeCalled);

/// <param name="Number">1 or 2.</param>
/// <param name="Places">In the order in which they are called.</param>
public sealed record OnCallLevel(int Number, IReadOnlyList<OnCallPlace> Places, LevelCoverage Coverage);

/// <summary>Reads the on-call lists of the sites that a person works for.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage the rota.</exception>
public sealed class ReadOnCallList(MonitorContext db)
{
    public async Task<IReadOnlyList<SiteOnCall>> For(StaffMember person, CancellationToken cancel)
    {
        person.Demand(Permission.ManageRota);
        var sites = await db.SitesFor(person).AsNoTracking().OrderBy(site => site.Name).ToListAsync(cancel);
        var ids = sites.Select(site => site.Id).ToList();
        var places = await db.OnCallPlaces.AsNoTracking().Include(place => place.Contact).ThenInclude(contact => contact!.StaffMember)
            .Where(place => ids.Contains(place.SiteId)).OrderBy(place => place.Order).ToListAsync(cancel);
        var people = await People(person.StudyId, cancel);
        return [.. sites.Select(site => new SiteOnCall(site, Levels(site, [.. places.Where(place => place.SiteId == site.Id)]),
            [.. people.Where(found => found.Person.SiteId is null || found.Person.SiteId == site.Id)]))];
    }

    static IReadOnlyList<OnCallLevel> Levels(Site site, IReadOnlyList<OnCallPlace> places) =>
    [
        .. Enumerable.Range(1, EscalationDefaults.MostLevels).Select(number => (Number: number, Places: places.Where(place => place.Level == number).ToList()))
            .Select(level => new OnCallLevel(level.Number, level.Places, LevelCoverages.Of(level.Places.Select(place => place.Contact!), site))),
    ];

    async Task<IReadOnlyList<(StaffMember Person, bool HasPhone)>> People(Guid? studyId, CancellationToken cancel)
    {
        var people = await db.Users.AsNoTracking().Where(person => person.StudyId == studyId).OrderBy(person => person.DisplayName).ToListAsync(cancel);
        var withPhone = await db.Contacts.Where(contact => contact.StaffMember!.StudyId == studyId && contact.IsEnabled)
            .Select(contact => contact.StaffMemberId).ToListAsync(cancel);
        return [.. people.Where(person => person.May(Permission.Acknowledge)).Select(person => (person, withPhone.Contains(person.Id)))];
    }
}
