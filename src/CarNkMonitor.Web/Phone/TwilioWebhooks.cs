using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace CarNkMonitor.Web.Phone;

/// <summary>
/// Where the provider calls us: what became of a text, and what people text back. It has no account, so its signature is checked instead.
/// What it says is stored as it came and answered at once; the answer does not wait for what we make of it.
/// </summary>
public static class TwilioWebhooks
{
    const string Root = "/webhooks/twilio";

    public const string InboundPath = Root + "/inbound";

    public static string StatusPath(Guid noticeId) => $"{Root}/status/{noticeId}";

    public static IEndpointConventionBuilder MapTwilioWebhooks(this IEndpointRouteBuilder endpoints)
    {
        var callbacks = endpoints.MapGroup(Root).AllowAnonymous().DisableAntiforgery().AddEndpointFilter(Limit)
            .WithMetadata(new SkipStatusCodePagesAttribute());   // a machine reads no error pages
        callbacks.MapPost("/status/{noticeId:guid}", Status);
        callbacks.MapPost("/inbound", Inbound);
        return callbacks;
    }

    static ValueTask<object?> Limit(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var limit = call.HttpContext.RequestServices.GetRequiredService<CallbackLimit>();
        return limit.Allows(call.HttpContext.Connection.RemoteIpAddress)
            ? next(call)
            : ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status429TooManyRequests));
    }

    static async Task<IResult> Status(Guid noticeId, HttpRequest request, SignedForms forms, HearProvider hear)
    {
        var (form, refusal) = await forms.Read(request, StatusPath(noticeId), request.HttpContext.RequestAborted);
        if (form is null)
            return refusal!;
        if (form["MessageSid"] is not { } id || form["MessageStatus"] is not { } status)
            return TypedResults.BadRequest();
        int? error = int.TryParse(form["ErrorCode"], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
        // Once it is signed and read, the provider's hanging up must not lose it.
        await hear.Status(noticeId, id, status, error, CancellationToken.None);
        return TypedResults.NoContent();
    }

    static async Task<IResult> Inbound(HttpRequest request, SignedForms forms, HearProvider hear)
    {
        var (form, refusal) = await forms.Read(request, InboundPath, request.HttpContext.RequestAborted);
        if (form is null)
            return refusal!;
        if (form["MessageSid"] is not { } id || form["From"] is not { } phone)
            return TypedResults.BadRequest();
        await hear.Text(id, phone, form["Body"] ?? "", CancellationToken.None);
        return TypedResults.NoContent();
    }
}
