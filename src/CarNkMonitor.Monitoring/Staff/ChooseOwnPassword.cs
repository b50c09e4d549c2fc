using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using Microsoft.AspNetCore.Identity;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Replaces a person's own password, the temporary one too, against the old one. The person's other sessions end.</summary>
public sealed class ChooseOwnPassword(MonitorContext db, UserManager<StaffMember> users)
{
    public async Task<StaffAnswer> Run(StaffMember by, string old, string chosen, CancellationToken cancel)
    {
        db.Act = AuditAct.By(by, nameof(ChooseOwnPassword));
        if (old == chosen)
        {
            return StaffAnswer.Refused("Choose another password than the one until now.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var person = await users.FindByIdAsync(by.Id.ToString()) ?? throw new InvalidOperationException("A signed-in person is not in the database.");
        person.MustChangePassword = false;
        var answer = StaffAnswer.Of(await users.ChangePasswordAsync(person, old, chosen), person);
        if (answer.IsDone)
        {
            await transaction.CommitAsync(cancel);
        }

        return answer;
    }
}
