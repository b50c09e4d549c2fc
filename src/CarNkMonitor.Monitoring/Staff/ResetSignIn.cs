using Microsoft.AspNetCore.Identity;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Gives a person a temporary password, which must be changed at the next sign-in, and lifts a lock-out. The second factor stays.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage people.</exception>
public sealed class ResetPassword(StaffChange change, UserManager<StaffMember> users)
{
    public Task<StaffAnswer> Run(StaffMember by, Guid personId, CancellationToken cancel) =>
        change.Make(by, personId, nameof(ResetPassword), null, async person =>
        {
            var password = TemporaryPassword.New();
            person.MustChangePassword = true;
            (person.AccessFailedCount, person.LockoutEnd) = (0, null);
            await users.RemovePasswordAsync(person);
            return StaffAnswer.Of(await users.AddPasswordAsync(person, password), person, password);
        }, cancel);
}

/// <summary>Forgets a lost authenticator app and its recovery codes; whoever needs a second factor sets up a new one at the next sign-in.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage people.</exception>
public sealed class ResetSecondFactor(StaffChange change, UserManager<StaffMember> users)
{
    public Task<StaffAnswer> Run(StaffMember by, Guid personId, string reason, CancellationToken cancel) =>
        change.Make(by, personId, nameof(ResetSecondFactor), reason, async person =>
        {
            await users.ResetAuthenticatorKeyAsync(person);
            await users.GenerateNewTwoFactorRecoveryCodesAsync(person, 0);
            return StaffAnswer.Of(await users.SetTwoFactorEnabledAsync(person, false), person);
        }, cancel);
}
