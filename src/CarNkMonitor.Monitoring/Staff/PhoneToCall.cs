using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Finds the phone that a new place on the on-call list means. A team's new phone is made here and stored by the caller.</summary>
sealed class PhoneToCall(MonitorContext db)
{
    /// <summary>Either the contact or what is wrong.</summary>
    public Task<(Contact? Contact, EntryProblem? Problem)> Find(NewOnCallPlace wanted, Site site, CancellationToken cancel)
    {
        var isTeam = !string.IsNullOrWhiteSpace(wanted.Label) || !string.IsNullOrWhiteSpace(wanted.Phone);
        return wanted.StaffMemberId is { } person
            ? isTeam ? Task.FromResult(Refused(nameof(wanted.Label), "Choose a person or name a team, not both.")) : OfPerson(person, site, cancel)
            : isTeam ? OfTeam(wanted, cancel)
            : Task.FromResult(Refused(nameof(wanted.StaffMemberId), "Choose a person, or name a team and its phone."));
    }

    async Task<(Contact?, EntryProblem?)> OfPerson(Guid id, Site site, CancellationToken cancel)
    {
        var person = await db.Users.SingleOrDefaultAsync(row => row.Id == id && row.StudyId == site.StudyId
            && (row.SiteId == null || row.SiteId == site.Id), cancel);
        if (person?.May(Permission.Acknowledge) is not true)
        {
            return Refused(nameof(NewOnCallPlace.StaffMemberId), "Only a physician or investigator of this site can be called.");
        }

        var contact = await db.Contacts.FirstOrDefaultAsync(row => row.StaffMemberId == id && row.IsEnabled, cancel);
        return contact is null
            ? Refused(nameof(NewOnCallPlace.StaffMemberId), "No phone of this person is stored, or it is switched off. An administrator stores it under People.")
            : (contact, null);
    }

    async Task<(Contact?, EntryProblem?)> OfTeam(NewOnCallPlace wanted, CancellationToken cancel)
    {
        if (TrialNames.OfName(nameof(wanted.Label), wanted.Label).FirstOrDefault() is { } problem)
        {
            return (null, problem);
        }

        if (!PhoneNumber.TryRead(wanted.Phone ?? "", out var phone, out var refusal))
        {
            return Refused(nameof(wanted.Phone), refusal);
        }

        var known = await db.Contacts.SingleOrDefaultAsync(row => row.Phone == phone, cancel);
        return known?.StaffMemberId is not null ? Refused(nameof(wanted.Phone), "This phone belongs to a person with an account: choose the person.")
            : known?.Off == PhoneOff.Stopped ? Refused(nameof(wanted.Phone), PhoneConsent.Refusal)
            : (known ?? new Contact { Label = wanted.Label!.Trim(), Phone = phone }, null);
    }

    static (Contact?, EntryProblem?) Refused(string field, string reason) => (null, new EntryProblem(field, reason));
}
