using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>
/// A person's consent to be texted, taken back by STOP and given again by START from the same phone; the audit notes each change under its own
/// name. The caller has set the act, and saves.
/// </summary>
sealed class PhoneConsent(MonitorContext db)
{
    public const string Refusal = "This phone replied STOP: only START from it lets it be texted again.";

    /// <param name="contact">The phone; one that is stopped already stays as it is.</param>
    /// <param name="because">How we know, in a sentence.</param>
    public void Withdraw(Contact contact, string because)
    {
        if (contact.Off == PhoneOff.Stopped)
            return;
        contact.SwitchOff(PhoneOff.Stopped, because);
        Note("ConsentWithdrawn", contact, because);
    }

    /// <summary>START: whatever switched the phone off, its person holds it and wants to be called. Not if the person has another one by now.</summary>
    /// <returns>False when the phone stays off.</returns>
    public async Task<bool> Give(Contact contact, CancellationToken cancel)
    {
        if (contact.Off == PhoneOff.Stopped)
            Note("ConsentGiven", contact, "The person replied START.");
        var isReplaced = contact.Off == PhoneOff.Replaced || await HasAnother(contact, cancel);
        contact.SwitchOn();
        if (isReplaced)
            contact.SwitchOff(PhoneOff.Replaced, "replaced");
        return contact.IsEnabled;
    }

    Task<bool> HasAnother(Contact contact, CancellationToken cancel) => db.Contacts.AnyAsync(
        other => other.StaffMemberId != null && other.StaffMemberId == contact.StaffMemberId && other.Id != contact.Id && other.IsEnabled, cancel);

    void Note(string act, Contact contact, string because) =>
        db.Note(db.Act! with { Name = act, Reason = because }, new AuditSubject(nameof(Contact), contact.Id.ToString()));
}
