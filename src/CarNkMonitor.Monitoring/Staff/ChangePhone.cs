using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>
/// Gives a person another phone, or (empty) none. The old one stays on record, switched off, because notices point to it; places on the
/// on-call list move to the new one.
/// </summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage people.</exception>
public sealed class ChangePhone(StaffChange change, MonitorContext db)
{
    public Task<StaffAnswer> Run(StaffMember by, Guid personId, string? phone, CancellationToken cancel) =>
        change.Make(by, personId, nameof(ChangePhone), null, async person =>
        {
            string? number = null;
            if (!string.IsNullOrWhiteSpace(phone) && !PhoneNumber.TryRead(phone, out number, out var refusal))
            {
                return StaffAnswer.Refused(refusal);
            }

            var known = await db.Contacts.Where(row => row.StaffMemberId == personId || row.Phone == number).ToListAsync(cancel);
            if (known.Any(row => row.StaffMemberId != personId))
            {
                return StaffAnswer.Refused("This phone belongs to somebody else.");
            }

            if (known.Any(row => row.Phone == number && row.Off == PhoneOff.Stopped))
            {
                return StaffAnswer.Refused(PhoneConsent.Refusal);
            }

            await Move(person, known, number, cancel);
            return StaffAnswer.Done(person);
        }, cancel);

    async Task Move(StaffMember person, List<Contact> known, string? number, CancellationToken cancel)
    {
        foreach (var old in known.Where(row => row.Phone != number))
        {
            old.SwitchOff(PhoneOff.Replaced, "replaced");
        }

        if (number is null)
        {
            return;
        }

        var contact = known.SingleOrDefault(row => row.Phone == number);
        if (contact is null)
        {
            contact = new Contact { StaffMemberId = person.Id, Label = person.DisplayName, Phone = number };
            db.Contacts.Add(contact);
        }

        contact.SwitchOn();
        await MovePlaces([.. known.Select(row => row.Id).Where(id => id != contact.Id)], contact, cancel);
    }

    async Task MovePlaces(List<Guid> from, Contact to, CancellationToken cancel)
    {
        var places = await db.OnCallPlaces.Where(place => from.Contains(place.ContactId)).ToListAsync(cancel);
        db.OnCallPlaces.RemoveRange(places);
        db.OnCallPlaces.AddRange(places.Select(place => new OnCallPlace
        {
            SiteId = place.SiteId, Level = place.Level, Order = place.Order, ContactId = to.Id,
        }));
    }
}
