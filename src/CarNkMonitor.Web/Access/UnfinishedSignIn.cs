using CarNkMonitor.Monitoring.Staff;
using Microsoft.AspNetCore.Authorization;

namespace CarNkMonitor.Web.Access;

/// <summary>
/// Until a temporary password is replaced and a second factor that the role needs is set up, a signed-in person gets nowhere else.
/// </summary>
public sealed class UnfinishedSignIn(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentStaff staff)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(staff);
        var step = staff.PersonOrNull is { } person && !IsOpen(context) ? NextStepOf(person) : null;
        if (step is null)
        {
            return next(context);
        }

        if (context.Request.IsScripted())
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(step);
        }

        return Task.CompletedTask;
    }

    /// <summary>Where this person must go first, or null.</summary>
    public static string? NextStepOf(StaffMember person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.MustChangePassword ? "/account/password"
            : person.Role.NeedsSecondFactor() && !person.TwoFactorEnabled ? "/account/second-factor"
            : null;
    }

    static bool IsOpen(HttpContext context) => context.GetEndpoint() is not { } endpoint
        || endpoint.Metadata.GetMetadata<OpenToUnfinishedAttribute>() is not null
        || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}

/// <summary>Pages that finish a sign-in, and the way out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToUnfinishedAttribute : Attribute;
