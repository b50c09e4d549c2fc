using Microsoft.AspNetCore.Antiforgery;

namespace CarNkMonitor.Web.Access;

/// <summary>For interfaces that are called with the session cookie: what is posted carries the antiforgery token of a page in <c>X-Antiforgery</c>.</summary>
sealed class DemandAntiforgery(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : TypedResults.Problem("The header X-Antiforgery with the token of a page is missing or does not belong to this session.", statusCode: StatusCodes.Status400BadRequest);
}
