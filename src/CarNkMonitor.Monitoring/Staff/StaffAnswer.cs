using Microsoft.AspNetCore.Identity;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>What came of a change to a person: done, or refused with sentences for the screen.</summary>
/// <param name="Person">The person as stored; null when refused.</param>
/// <param name="TemporaryPassword">To be shown once and handed over; it opens nothing but the choice of a new one.</param>
public sealed record StaffAnswer(StaffMember? Person, IReadOnlyList<string> Refusals, string? TemporaryPassword = null)
{
    public bool IsDone => Refusals.Count == 0;

    public static StaffAnswer Done(StaffMember person, string? temporaryPassword = null) => new(person, [], temporaryPassword);

    public static StaffAnswer Refused(params IEnumerable<string> why) => new(null, [.. why]);

    internal static StaffAnswer Of(IdentityResult result, StaffMember person, string? temporaryPassword = null) => result.Succeeded
        ? Done(person, temporaryPassword)
        : Refused(result.Errors.Select(error => error.Description));
}
