using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Monitoring.Audit;

/// <summary>Who acts, by which use case, from where and why: the context must know it before anything is stored.</summary>
public sealed record AuditAct(string Name, Guid? ActorId, string Actor, string? Reason = null, string? RequestId = null, string? Address = null)
{
    public const string System = "system";
    public const string NotSignedIn = "not signed in";

    /// <summary>An act of the program itself: a sweep, a plan, a migration.</summary>
    public static AuditAct BySystem(string name) => new(name, null, System);

    public static AuditAct By(StaffMember person, string name, string? reason = null) =>
        new(name, person.Id, person.DisplayName, reason);

    /// <summary>This act with the place it came from, unless it names its own.</summary>
    public AuditAct From(AuditOrigin? origin) => this with
    {
        RequestId = RequestId ?? origin?.RequestId,
        Address = Address ?? origin?.Address,
    };
}

/// <summary>The request that acts come from.</summary>
public sealed record AuditOrigin(string RequestId, string? Address);
