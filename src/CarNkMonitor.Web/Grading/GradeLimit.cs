using System.Threading.RateLimiting;
using CarNkMonitor.Web.Access;
using Microsoft.Extensions.Options;

namespace CarNkMonitor.Web.Grading;

/// <summary>
/// How many cases one person may have graded in a minute. It belongs to the endpoints themselves, after sign-in: a limit by address would join
/// everybody behind one proxy.
/// </summary>
sealed class GradeLimit(IOptions<AccessOptions> access) : IEndpointFilter, IDisposable
{
    readonly PartitionedRateLimiter<Guid> _limiter = PartitionedRateLimiter.Create<Guid, Guid>(person =>
        RateLimitPartition.GetFixedWindowLimiter(person, _ => new FixedWindowRateLimiterOptions
        {
            Window = TimeSpan.FromMinutes(1),
            PermitLimit = access.Value.GradesPerMinute,
        }));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var person = context.HttpContext.RequestServices.GetRequiredService<CurrentStaff>().Person;
        using var lease = _limiter.AttemptAcquire(person.Id);
        return lease.IsAcquired
            ? await next(context)
            : TypedResults.Problem($"More than {access.Value.GradesPerMinute} cases in a minute. Wait a little, or use the verb grade for a whole file.",
                statusCode: StatusCodes.Status429TooManyRequests);
    }

    public void Dispose() => _limiter.Dispose();
}
