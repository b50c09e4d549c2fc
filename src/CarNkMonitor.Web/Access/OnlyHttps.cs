using Microsoft.Extensions.Options;

namespace CarNkMonitor.Web.Access;

/// <summary>Passwords and subjects' data never travel in the clear; who asks that way is told what the operator can do. Health answers anyway.</summary>
public sealed class OnlyHttps(RequestDelegate next, IOptions<AccessOptions> access)
{
    const string Sentence = "CarNkMonitor answers over HTTPS only. Give it a certificate, or name the proxy that has one in Access:KnownProxies. "
        + "To try it on this machine alone, set Access:AllowHttp to true.";

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.IsHttps || access.Value.AllowHttp || context.Request.Path.StartsWithSegments("/health"))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync(Sentence, context.RequestAborted);
    }
}
