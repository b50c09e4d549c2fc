using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Web.Access;

/// <summary>Tells the context of this request who acts and from where, so that nothing can be stored without it.</summary>
public sealed class RequestAct(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, MonitorContext db, CurrentStaff staff)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(staff);
        db.Origin = new AuditOrigin(context.TraceIdentifier, context.Connection.RemoteIpAddress?.ToString());
        var door = DoorOf(context);
        db.Act = staff.PersonOrNull is { } person ? AuditAct.By(person, door) : new AuditAct(door, null, AuditAct.NotSignedIn);
        return next(context);
    }

    /// <summary>Method and route pattern, never the address itself: ids and query strings stay out of logs.</summary>
    public static string DoorOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no such page)";
        return $"{context.Request.Method} /{pattern.TrimStart('/')}";
    }
}
