using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>
/// Asks a signed-in person for the password again, at the moment of signing (records S2). A failure counts towards the lock-out of the account and stands in
/// the audit with failed sign-ins; a locked account signs nothing, even with the right password.
/// </summary>
public sealed class ProveIdentity(MonitorContext db, UserManager<StaffMember> users, FailedSignIns failures, ILogger<ProveIdentity> log)
{
    /// <summary>Null when the password is right; otherwise a sentence for the person. Never call it inside a transaction: a failure must stay.</summary>
    public async Task<string?> Refusal(StaffMember by, string? password, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(password))
        {
            return "Type your password: it is your signature.";
        }

        var person = await users.FindByIdAsync(by.Id.ToString()) ?? throw new InvalidOperationException("A signed-in person is not in the database.");
        if (await users.IsLockedOutAsync(person))
        {
            return "This account is locked for a while after several failures. Nothing was signed.";
        }

        db.ActAs(person, nameof(ProveIdentity));
        if (!await users.CheckPasswordAsync(person, password))
        {
            return await Fail(person, cancel);
        }

        if (person.AccessFailedCount > 0)
        {
            await users.ResetAccessFailedCountAsync(person);
        }

        return null;
    }

    async Task<string> Fail(StaffMember person, CancellationToken cancel)
    {
        await users.AccessFailedAsync(person);
        var isLockedNow = await users.IsLockedOutAsync(person);
        log.LogWarning("A signature failed for {StaffMember}: wrong password", person.Id);
        if (await failures.NoteAtSignature(person, isLockedNow, cancel) is { } alarm)
        {
            log.LogError("Sign-in alarm for {StaffMember}: {Alarm}", person.Id, alarm);
        }

        return isLockedNow ? "The password is wrong, and the account is locked for a while now. Nothing was signed." : "The password is wrong. Nothing was signed.";
    }
}
