namespace CarNkMonitor.Monitoring.Staff;

/// <summary>Gives a person another role or place; it rules from the person's next request on.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage people.</exception>
public sealed class ChangeRole(StaffChange change)
{
    public Task<StaffAnswer> Run(StaffMember by, Guid personId, StaffRole role, StaffPlace place, string reason, CancellationToken cancel) =>
        change.Make(by, personId, nameof(ChangeRole), reason, async person =>
        {
            if (place.RefusalFor(role) is { } refusal)
            {
                return StaffAnswer.Refused(refusal);
            }

            if (role != StaffRole.Administrator && await change.IsLastAdministrator(person, cancel))
            {
                return StaffAnswer.Refused("This is the last administrator: make another one first.");
            }

            (person.Role, person.StudyId, person.SiteId) = (role, place.StudyId, place.SiteId);
            return StaffAnswer.Done(person);
        }, cancel);
}
