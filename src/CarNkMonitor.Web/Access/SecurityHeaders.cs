using Microsoft.Extensions.Primitives;

namespace CarNkMonitor.Web.Access;

/// <summary>
/// Headers on every answer: nothing inline, nothing foreign, never framed, no address passed on, and no page kept by a browser or a proxy.
/// Files of wwwroot carry no subject data and may be kept; whoever serves them says how long.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next, IHostEnvironment environment)
{
    const string ContentPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.OnStarting(() =>
        {
            Write(context, environment.IsDevelopment());
            return Task.CompletedTask;
        });
        return next(context);
    }

    static void Write(HttpContext context, bool isDevelopment)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY"; // for browsers that do not know frame-ancestors
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (context.Request.IsHttps && !isDevelopment)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (!IsKept(headers.CacheControl))
            headers.CacheControl = "no-store";
    }

    // Only a server of static files gives an age; everything else is a page, whatever it says.
    static bool IsKept(StringValues cacheControl) =>
        cacheControl.ToString().Contains("max-age", StringComparison.OrdinalIgnoreCase);
}
