using System.Diagnostics;

namespace CarNkMonitor.Web.Access;

/// <summary>One line per request: method, route pattern, answer, time. Neither address nor query string, because they may name a subject.</summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            log.LogInformation("{Door} answered {Status} in {Milliseconds} ms, request {RequestId}", RequestAct.DoorOf(context),
                context.Response.StatusCode, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds, context.TraceIdentifier);
        }
    }
}
