using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Whoever keeps the on-call list says that a phone on it can be called again: its person is back on duty, or the phone works.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage the rota.</exception>
public sealed class MakeAvailable(MonitorContext db)
{
    const string Field = "PlaceId";

    /// <returns>The place's id, or why not; another site's place is not found, and STOP is taken back by nobody but its person.</returns>
    public async Task<SetupAnswer> Run(StaffMember by, Guid placeId, CancellationToken cancel)
    {
        by.Demand(Permission.ManageRota);
        db.ActAs(by, nameof(MakeAvailable));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockHead(cancel); // who is on the list, and on which phone, changes meanwhile for nobody
        var place = await db.OnCallPlaces.Include(row => row.Contact)
            .SingleOrDefaultAsync(row => row.Id == placeId && db.SitesFor(by).Any(site => site.Id == row.SiteId), cancel);
        if (RefusalFor(place?.Contact) is { } refusal)
        {
            return SetupAnswer.Refused(Field, refusal);
        }

        place!.Contact!.SwitchOn();
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return SetupAnswer.Done(placeId);
    }

    static string? RefusalFor(Contact? contact) => contact switch
    {
        null => "This place is no longer on the list.",
        { Off: PhoneOff.Stopped } => PhoneConsent.Refusal,
        { Off: PhoneOff.Replaced } => "This person's phone has been replaced: an administrator stores it under People.",
        { Off: PhoneOff.NotOnDuty or PhoneOff.OfNoUse or null } => null,
    };
}
