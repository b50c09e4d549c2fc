using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Access;

/// <summary>Accepts an authenticator code once. The database's key holds that, so two requests with one code at one moment let one in.</summary>
public sealed class AuthenticatorCodes(MonitorContext db, UserManager<StaffMember> users, TimeProvider time)
{
    /// <summary>True if this is a code of the person's app that nobody used before; it is spent by that.</summary>
    public async Task<bool> Spend(StaffMember person, string typed, CancellationToken cancel)
    {
        var key = await users.GetAuthenticatorKeyAsync(person);
        var code = string.Concat(typed.Where(char.IsAsciiDigit));
        return key is not null
            && Totp.StepMatching(Base32.Decode(key), code, time.Now()) is { } step
            && await Spend(person.Id, step, cancel);
    }

    async Task<bool> Spend(Guid personId, long step, CancellationToken cancel)
    {
        var old = step - 10;
        await db.SpentCodes.Where(spent => spent.StaffMemberId == personId && spent.Step < old).ExecuteDeleteAsync(cancel);
        return await db.Database.ExecuteSqlAsync(
            $"INSERT INTO spent_codes (staff_member_id, step) VALUES ({personId}, {step}) ON CONFLICT DO NOTHING", cancel) == 1;
    }
}
