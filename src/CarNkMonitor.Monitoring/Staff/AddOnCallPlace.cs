using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Who shall be called at a level: a person, or a team without an account.</summary>
/// <param name="Level">1 or 2.</param>
/// <param name="StaffMemberId">A person whose phone is stored; else <paramref name="Label"/> and <paramref name="Phone"/> name a team's.</param>
/// <param name="Phone">As typed, with the country code.</param>
public sealed record NewOnCallPlace(Guid? SiteId, int? Level, Guid? StaffMemberId = null, string? Label = null, string? Phone = null);

/// <summary>Puts somebody at the end of a level of a site's fixed on-call list. Alerts that are open already call the list as it is then.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage the rota.</exception>
public sealed class AddOnCallPlace(MonitorContext db)
{
    /// <returns>The place's id, or the fields of <see cref="NewOnCallPlace"/> that are not right; another's site is not found.</returns>
    public async Task<SetupAnswer> Add(StaffMember by, NewOnCallPlace wanted, CancellationToken cancel)
    {
        by.Demand(Permission.ManageRota);
        db.ActAs(by, nameof(AddOnCallPlace));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockHead(cancel); // the order within a level, and the phone of a team, are given once
        var answer = await Decide(by, wanted, cancel);
        if (answer.IsDone)
        {
            await transaction.CommitAsync(cancel);
        }

        return answer;
    }

    async Task<SetupAnswer> Decide(StaffMember by, NewOnCallPlace wanted, CancellationToken cancel)
    {
        if (await db.SitesFor(by).SingleOrDefaultAsync(row => row.Id == wanted.SiteId, cancel) is not { } site)
        {
            return SetupAnswer.Refused(nameof(NewOnCallPlace.SiteId), "Choose a site of yours.");
        }

        if (wanted.Level is not (>= 1 and <= EscalationDefaults.MostLevels))
        {
            return SetupAnswer.Refused(nameof(NewOnCallPlace.Level), $"Choose the level, 1 to {EscalationDefaults.MostLevels}.");
        }

        return await new PhoneToCall(db).Find(wanted, site, cancel) switch
        {
            { Contact: { } contact } => await Place(site, wanted, contact, cancel),
            { Problem: var problem } => SetupAnswer.Refused(problem!),
        };
    }

    async Task<SetupAnswer> Place(Site site, NewOnCallPlace wanted, Contact contact, CancellationToken cancel)
    {
        var level = wanted.Level!.Value;
        var there = await db.OnCallPlaces.Include(place => place.Contact).ThenInclude(found => found!.StaffMember)
            .Where(place => place.SiteId == site.Id && place.Level == level).ToListAsync(cancel);
        if (RefusalFor(contact, there, site) is { } refusal)
        {
            var field = wanted.StaffMemberId is null ? nameof(NewOnCallPlace.Phone) : nameof(NewOnCallPlace.StaffMemberId);
            return SetupAnswer.Refused(field, refusal);
        }

        var order = there.Select(place => place.Order).DefaultIfEmpty(0).Max() + 1;
        var added = new OnCallPlace { SiteId = site.Id, Level = level, Order = order, ContactId = contact.Id };
        if (db.Entry(contact).State == EntityState.Detached)
        {
            db.Contacts.Add(contact);
        }

        contact.SwitchOn();
        db.OnCallPlaces.Add(added);
        await db.SaveChangesAsync(cancel);
        return SetupAnswer.Done(added.Id);
    }

    static string? RefusalFor(Contact contact, IReadOnlyList<OnCallPlace> there, Site site) =>
        there.Any(place => place.ContactId == contact.Id) ? "This phone is called at this level already."
        : LevelCoverages.Of([.. there.Select(place => place.Contact!), contact], site) == LevelCoverage.OnlyOneWayTexts
            ? "Texts to +86 go one way and may be held back, so a level cannot rely on them alone. Put a phone of another country on this level first."
            : null;
}
