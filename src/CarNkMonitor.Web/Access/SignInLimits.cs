using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CarNkMonitor.Web.Access;

/// <summary>How often one address may try to get in. A person's own lock-out stands beside it.</summary>
public static class SignInLimits
{
    /// <summary>Name for <c>[EnableRateLimiting]</c> on every page that takes a password or a code.</summary>
    public const string Policy = "sign-in";

    public static void AddSignInLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Policy, PartitionOf);
    });

    static RateLimitPartition<string> PartitionOf(HttpContext context) => HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
        {
            Window = TimeSpan.FromMinutes(1),
            PermitLimit = context.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value.SignInsPerMinute,
        })
        : RateLimitPartition.GetNoLimiter("");
}
