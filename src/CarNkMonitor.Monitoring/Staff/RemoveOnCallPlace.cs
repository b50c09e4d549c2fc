using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Takes somebody off a site's on-call list. The phone stays stored: notices point to it.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage the rota.</exception>
public sealed class RemoveOnCallPlace(MonitorContext db)
{
    const string Field = "PlaceId";

    /// <summary>A level may be left with nobody (the page warns), so that the last person can be replaced; not with +86 phones alone.</summary>
    /// <returns>The place's id, or why not; another site's place is not found.</returns>
    public async Task<SetupAnswer> Remove(StaffMember by, Guid placeId, CancellationToken cancel)
    {
        by.Demand(Permission.ManageRota);
        db.ActAs(by, nameof(RemoveOnCallPlace));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockHead(cancel); // what is left of the level is judged once
        var sites = db.SitesFor(by);
        var place = await db.OnCallPlaces.SingleOrDefaultAsync(row => row.Id == placeId && sites.Any(site => site.Id == row.SiteId), cancel);
        if (place is null)
        {
            return SetupAnswer.Refused(Field, "This place is no longer on the list.");
        }

        var site = await db.Sites.SingleAsync(row => row.Id == place.SiteId, cancel);
        if (LevelCoverages.Of(await Left(place, cancel), site) == LevelCoverage.OnlyOneWayTexts)
        {
            return SetupAnswer.Refused(Field, "Only +86 phones would be left on this level, and texts there may be held back. Add another phone first.");
        }

        db.OnCallPlaces.Remove(place);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return SetupAnswer.Done(placeId);
    }

    async Task<IReadOnlyList<Contact>> Left(OnCallPlace place, CancellationToken cancel)
    {
        var others = await db.OnCallPlaces.Include(other => other.Contact).ThenInclude(contact => contact!.StaffMember)
            .Where(other => other.SiteId == place.SiteId && other.Level == place.Level && other.Id != place.Id).ToListAsync(cancel);
        return [.. others.Select(other => other.Contact!)];
    }
}
