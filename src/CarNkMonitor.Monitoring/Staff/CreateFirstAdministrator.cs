using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Turns the first visitor of an empty installation into its administrator. Of two at the same moment, one is refused.</summary>
public sealed class CreateFirstAdministrator(MonitorContext db, UserManager<StaffMember> users, TimeProvider time)
{
    public async Task<StaffAnswer> Run(string userName, string displayName, string password, CancellationToken cancel)
    {
        if (StoredText.Problem(userName, StoredText.LongestUserName) is { } problem)
        {
            return StaffAnswer.Refused(problem);
        }

        db.Act = new AuditAct(nameof(CreateFirstAdministrator), null, AuditAct.NotSignedIn);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockHead(cancel);
        if (await db.Users.AnyAsync(cancel))
        {
            return StaffAnswer.Refused("This installation has its first administrator. Sign in, or ask to be let in.");
        }

        var person = new StaffMember
        {
            UserName = userName, DisplayName = displayName, Role = StaffRole.Administrator, CreatedAt = time.Now(), LockoutEnabled = true,
        };
        var answer = StaffAnswer.Of(await users.CreateAsync(person, password), person);
        if (answer.IsDone)
        {
            await transaction.CommitAsync(cancel);
        }

        return answer;
    }
}
