using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>
/// The frame of every change that an administrator makes to a person: permission, one transaction, the act for the audit, and new
/// security stamp, which ends the person's sessions at their next request. Nothing is kept of a refused change.
/// </summary>
public sealed class StaffChange(MonitorContext db, UserManager<StaffMember> users)
{
    public async Task<StaffAnswer> Make(
        StaffMember by, Guid personId, string act, string? reason, Func<StaffMember, Task<StaffAnswer>> change, CancellationToken cancel)
    {
        by.Demand(Permission.ManagePeople);
        if (StoredText.Problem(reason, StoredText.LongestReason) is { } problem)
        {
            return StaffAnswer.Refused(problem);
        }

        db.Act = AuditAct.By(by, act, reason);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockHead(cancel); // two administrators must not disable each other at once
        var person = await db.Users.SingleOrDefaultAsync(row => row.Id == personId, cancel);
        var answer = person is null ? StaffAnswer.Refused("There is no such person.") : await change(person);
        if (answer.IsDone)
        {
            answer = StaffAnswer.Of(await users.UpdateSecurityStampAsync(answer.Person!), answer.Person!, answer.TemporaryPassword);
        }

        if (answer.IsDone)
        {
            await transaction.CommitAsync(cancel);
        }

        return answer;
    }

    /// <summary>Without one, nobody could ever let anybody in again.</summary>
    internal Task<bool> IsLastAdministrator(StaffMember person, CancellationToken cancel) => person.Role != StaffRole.Administrator
        ? Task.FromResult(false)
        : db.Users.AllAsync(other => other.Id == person.Id || other.Role != StaffRole.Administrator || other.IsDisabled, cancel);
}
