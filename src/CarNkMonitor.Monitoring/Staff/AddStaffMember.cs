using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using Microsoft.AspNetCore.Identity;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Lets a new person in, with a temporary password that the administrator hands over.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage people.</exception>
public sealed class AddStaffMember(MonitorContext db, UserManager<StaffMember> users, TimeProvider time)
{
    public async Task<StaffAnswer> Run(StaffMember by, NewStaffMember wanted, CancellationToken cancel)
    {
        by.Demand(Permission.ManagePeople);
        if ((wanted.Place.RefusalFor(wanted.Role) ?? StoredText.Problem(wanted.UserName, StoredText.LongestUserName)) is { } refusal)
        {
            return StaffAnswer.Refused(refusal);
        }

        db.Act = AuditAct.By(by, nameof(AddStaffMember));
        var password = TemporaryPassword.New();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var person = Row(wanted);
        var answer = StaffAnswer.Of(await users.CreateAsync(person, password), person, password);
        if (answer.IsDone)
        {
            await transaction.CommitAsync(cancel);
        }

        return answer;
    }

    StaffMember Row(NewStaffMember wanted) => new()
    {
        UserName = wanted.UserName, DisplayName = wanted.DisplayName, Role = wanted.Role,
        StudyId = wanted.Place.StudyId, SiteId = wanted.Place.SiteId,
        CreatedAt = time.Now(), MustChangePassword = true, LockoutEnabled = true,
    };
}

/// <param name="UserName">What the person types to sign in; letters, digits and <c>-._@+</c>.</param>
/// <param name="DisplayName">Printed name, as it stands on the record.</param>
public sealed record NewStaffMember(string UserName, string DisplayName, StaffRole Role, StaffPlace Place);
