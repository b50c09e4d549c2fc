using System.Security.Claims;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Access;

/// <summary>The signed-in person as the database knows him now, read once per request, with the site. Not tracked: a request cannot change it.</summary>
public sealed class CurrentStaff(MonitorContext db)
{
    StaffMember? _person;

    /// <summary>Null when nobody is signed in.</summary>
    public StaffMember? PersonOrNull => _person;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint lacks a policy.</exception>
    public StaffMember Person => _person ?? throw new InvalidOperationException("Nobody is signed in; this endpoint needs a policy.");

    /// <summary>The id that the session's claims hold; null when they hold none.</summary>
    public static Guid? IdIn(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    internal async Task<StaffMember?> Load(ClaimsPrincipal principal, CancellationToken cancel) => _person = IdIn(principal) is { } id
        ? await db.Users.AsNoTracking().Include(person => person.Site).SingleOrDefaultAsync(person => person.Id == id, cancel)
        : null;

    internal void Forget() => _person = null;
}
