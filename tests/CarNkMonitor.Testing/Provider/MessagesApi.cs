using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CarNkMonitor.Testing.Provider;

/// <summary>The stand-in's doors: create, fetch and list, as in the provider's API 2010-04-01.</summary>
sealed class MessagesApi(ProviderStandIn provider)
{
    const string Root = $"/2010-04-01/Accounts/{ProviderStandIn.AccountSid}";

    public void Map(IEndpointRouteBuilder routes)
    {
        var messages = routes.MapGroup(Root).AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.Headers.Authorization == Credentials() ? await next(context) : Refusal(401, 20003));
        messages.MapPost("/Messages.json", (Delegate)Create);
        messages.MapGet("/Messages.json", List);
        messages.MapGet("/Messages/{sid}.json", Fetch);
    }

    string Credentials() => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ProviderStandIn.AccountSid}:{provider.AuthToken}"));

    async Task<IResult> Create(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Fault(form) is { } fault)
            return Refusal(400, fault);
        var conduct = provider.ConductFor(form["To"].ToString());
        if (conduct.RefusedWith is { } status)
            return conduct.ErrorCode is { } code ? Refusal(status, code) : Results.Text("<p>Sorry</p>", "text/html", statusCode: status);
        var message = await provider.Take(form["To"].ToString(), form["Body"].ToString(), form["StatusCallback"], conduct);
        return await Answered(message, http);
    }

    static int? Fault(IFormCollection form) =>
        form["To"].Count == 0 ? 21604
        : form["From"].Count + form["MessagingServiceSid"].Count != 1 ? 21603
        : form["Body"].ToString().Length is 0 ? 21602
        : form["Body"].ToString().Length > 1600 ? 21617
        : null;

    async Task<IResult> Answered(StandInMessage message, HttpContext http)
    {
        if (message.Conduct.Answer == Answer.Given)
        {
            http.Response.OnCompleted(() => provider.Answered(message));
            return Results.Json(message.Json, statusCode: 201);
        }

        await provider.Answered(message);
        if (message.Conduct.Answer == Answer.Silent)
            await Patience(http.RequestAborted);
        http.Abort();
        return Results.Empty;
    }

    static async Task Patience(CancellationToken senderGaveUp)
    {
        var end = new TaskCompletionSource();
        await using var _ = senderGaveUp.Register(end.SetResult);
        await end.Task;
    }

    IResult Fetch(string sid) =>
        provider.Messages.FirstOrDefault(message => message.Sid == sid) is { } found ? Results.Json(found.Json) : Refusal(404, 20404);

    IResult List(string? to, int pageSize = 50, int page = 0)
    {
        if (provider.ListTrouble is { } trouble)
            return Results.StatusCode(trouble);
        var all = provider.Messages.Where(message => to is null || message.To == to).Reverse().ToList();
        var hasMore = (page + 1) * pageSize < all.Count;
        return Results.Json(new
        {
            messages = all.Skip(page * pageSize).Take(pageSize).Select(message => message.Json),
            next_page_uri = hasMore ? $"{ListOf(to)}&PageSize={pageSize}&Page={page + 1}" : null,
            page,
        });
    }

    static string ListOf(string? to) => $"{Root}/Messages.json?To={Uri.EscapeDataString(to ?? "")}";

    static IResult Refusal(int status, int code) =>
        Results.Json(new { code, message = $"Refused ({code})", status }, statusCode: status);
}
