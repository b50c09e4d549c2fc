using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace CarNkMonitor.Web.Access;

public enum SignInAnswer { In, NeedsCode, Refused, LockedOut }

/// <summary>
/// Password first, then (for whoever has one) the second factor; every try is in the audit. Whether a name exists, or is locked, cannot be told
/// from the answer to a password, nor from the time that it takes: each costs one look at a hash.
/// </summary>
public sealed class SignIn(
    UserManager<StaffMember> users, AuthenticatorCodes codes, MonitorContext db, FailedSignIns failures, IHttpContextAccessor http, TimeProvider time,
    ILogger<SignIn> log)
{
    /// <summary>Scheme of the cookie between password and code, five minutes long.</summary>
    public const string HalfWay = "half-way";

    static readonly string NobodysHash = new PasswordHasher<StaffMember>().HashPassword(null!, Guid.NewGuid().ToString());

    HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Sign-in happens in a request.");

    /// <summary>The person whose password was right a moment ago, or null.</summary>
    public async Task<StaffMember?> HalfWayPerson()
    {
        var ticket = await Http.AuthenticateAsync(HalfWay);
        var person = ticket.Succeeded && CurrentStaff.IdIn(ticket.Principal) is { } id ? await users.FindByIdAsync(id.ToString()) : null;
        return person?.SecurityStamp == ticket.Principal?.FindFirst(SessionCookie.StampClaim)?.Value ? person : null;
    }

    public async Task<SignInAnswer> WithPassword(string userName, string password, CancellationToken cancel)
    {
        var person = await users.FindByNameAsync(userName);
        if (person is null)
        {
            users.PasswordHasher.VerifyHashedPassword(null!, NobodysHash, password);
            return await Fail(null, "unknown name", cancel);
        }

        if (await users.IsLockedOutAsync(person))
        {
            users.PasswordHasher.VerifyHashedPassword(person, person.PasswordHash ?? NobodysHash, password); // for the time that it takes; a right one opens nothing
            return await Fail(person, "locked out", cancel);
        }

        // Identity makes a new hash, at the first right password, of one that an earlier version made with less work.
        db.Act = AuditAct.By(person, "RenewPasswordHash");
        if (!await users.CheckPasswordAsync(person, password))
        {
            return await Count(person, "wrong password", cancel);
        }

        if (person.IsDisabled)
        {
            return await Fail(person, "disabled", cancel);
        }

        return person.TwoFactorEnabled ? await AskForCode(person) : await LetIn(person, "password", cancel);
    }

    public Task<SignInAnswer> WithAppCode(string code, CancellationToken cancel) =>
        WithSecondFactor("authenticator app", person => codes.Spend(person, code, cancel), cancel);

    public Task<SignInAnswer> WithRecoveryCode(string code, CancellationToken cancel) => WithSecondFactor("recovery code",
        async person => (await users.RedeemTwoFactorRecoveryCodeAsync(person, code.Trim().ToUpperInvariant())).Succeeded, cancel);

    /// <summary>A new ticket after the person's own security stamp changed, so that this session lives on and the others end.</summary>
    public async Task Renew(StaffMember person)
    {
        var (principal, properties) = SessionCookie.TicketFor(person, time.Now());
        await Http.SignInAsync(IdentityConstants.ApplicationScheme, principal, properties);
    }

    public async Task Out(StaffMember? person, CancellationToken cancel)
    {
        if (person is not null)
        {
            await Note(person, "SignOut", new { }, cancel);
        }

        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Whoever is here knows the password, and is told of a lock.</summary>
    async Task<SignInAnswer> WithSecondFactor(string factor, Func<StaffMember, Task<bool>> isRight, CancellationToken cancel)
    {
        var person = await HalfWayPerson();
        if (person is null || person.IsDisabled)
        {
            return await Fail(person, $"{factor}: no password before it", cancel);
        }

        if (!await users.IsLockedOutAsync(person))
        {
            if (await isRight(person))
            {
                return await LetIn(person, $"password and {factor}", cancel);
            }

            await Count(person, $"wrong {factor}", cancel);
        }
        else
        {
            await Fail(person, "locked out", cancel);
        }

        return await users.IsLockedOutAsync(person) ? SignInAnswer.LockedOut : SignInAnswer.Refused;
    }

    async Task<SignInAnswer> AskForCode(StaffMember person)
    {
        var (principal, properties) = SessionCookie.TicketFor(person, time.Now());
        await Http.SignInAsync(HalfWay, principal, properties);
        return SignInAnswer.NeedsCode;
    }

    async Task<SignInAnswer> LetIn(StaffMember person, string how, CancellationToken cancel)
    {
        if (person.AccessFailedCount > 0)
        {
            db.Act = AuditAct.By(person, "SignIn");
            await users.ResetAccessFailedCountAsync(person);
        }

        await Note(person, "SignIn", new { how }, cancel);
        await Http.SignOutAsync(HalfWay);
        await Renew(person);
        return SignInAnswer.In;
    }

    async Task<SignInAnswer> Count(StaffMember person, string why, CancellationToken cancel)
    {
        db.Act = new AuditAct("FailedSignIn", person.Id, AuditAct.NotSignedIn);
        await users.AccessFailedAsync(person);
        var isLockedNow = await users.IsLockedOutAsync(person);
        return await Fail(person, isLockedNow ? $"{why}, locked out now" : why, cancel, isLockedNow);
    }

    async Task<SignInAnswer> Fail(StaffMember? person, string why, CancellationToken cancel, bool isLockedNow = false)
    {
        log.LogWarning("Sign-in failed for {StaffMember}: {Why}", person?.Id.ToString() ?? "nobody", why);
        if (await failures.Note(person, why, isLockedNow, cancel) is { } alarm)
        {
            log.LogError("Sign-in alarm for {StaffMember} from {Address}: {Alarm}", person?.Id.ToString() ?? "nobody", db.Origin?.Address, alarm);
        }

        return SignInAnswer.Refused;
    }

    async Task Note(StaffMember person, string act, object detail, CancellationToken cancel)
    {
        db.Note(AuditAct.By(person, act), About(person), detail);
        await db.SaveChangesAsync(cancel);
    }

    static AuditSubject About(StaffMember? person) => new(nameof(StaffMember), person?.Id.ToString() ?? "");
}
