namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Shuts a leaver out: no sign-in any more, and running sessions end at their next request. The person's record stays.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage people.</exception>
public sealed class DisableStaffMember(StaffChange change)
{
    public Task<StaffAnswer> Run(StaffMember by, Guid personId, string reason, CancellationToken cancel) =>
        change.Make(by, personId, nameof(DisableStaffMember), reason, async person =>
        {
            if (await change.IsLastAdministrator(person, cancel))
            {
                return StaffAnswer.Refused("This is the last administrator: make another one first.");
            }

            person.IsDisabled = true;
            return StaffAnswer.Done(person);
        }, cancel);
}

/// <summary>Lets a disabled person in again, with the password and the second factor as they were.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage people.</exception>
public sealed class EnableStaffMember(StaffChange change)
{
    public Task<StaffAnswer> Run(StaffMember by, Guid personId, string reason, CancellationToken cancel) =>
        change.Make(by, personId, nameof(EnableStaffMember), reason, person =>
        {
            person.IsDisabled = false;
            return Task.FromResult(StaffAnswer.Done(person));
        }, cancel);
}
