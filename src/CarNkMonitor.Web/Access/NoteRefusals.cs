using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace CarNkMonitor.Web.Access;

/// <summary>A signed-in person at a closed door: the audit says who, which door, from where.</summary>
public sealed class NoteRefusals : IAuthorizationMiddlewareResultHandler
{
    static readonly AuthorizationMiddlewareResultHandler Framework = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(authorizeResult);
        if (authorizeResult.Forbidden && context.RequestServices.GetRequiredService<CurrentStaff>().PersonOrNull is { } person)
        {
            var db = context.RequestServices.GetRequiredService<MonitorContext>();
            db.Note(AuditAct.By(person, "RefusedAccess"), new AuditSubject("Door", RequestAct.DoorOf(context)));
            await db.SaveChangesAsync(context.RequestAborted);
        }

        await Framework.HandleAsync(next, context, policy, authorizeResult);
    }
}
