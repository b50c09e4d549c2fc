using System.Net;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CarNkMonitor.Web.Tests.Look;

/// <summary>The real stylesheet, script and headers around one form, whose Save answers as a test says.</summary>
public sealed class FormServer : IAsyncDisposable
{
    readonly WebApplication _app;

    FormServer(WebApplication app) => _app = app;

    /// <summary>What the next Save does; the default stores the check and redirects.</summary>
    public Func<HttpContext, Task> Save { get; set; } = Redirect;

    /// <summary>Ids that were stored, one each, as the unique index would keep them.</summary>
    public HashSet<string> Stored { get; } = [];

    public Uri Address => new(_app.Urls.Single());

    public static async Task<FormServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            WebRootPath = Path.Combine(RepositoryRoot.Find(), "src", "CarNkMonitor.Web", "wwwroot"),
        });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new FormServer(app);
        app.UseMiddleware<SecurityHeaders>();
        app.UseStaticFiles();
        app.MapGet("/check", () => Page(Form("")));
        app.MapGet("/saved", () => Page("<h1>Saved</h1>"));
        app.MapGet("/worklist", () => Page(Worklist()));
        app.MapPost("/check", context => server.Save(context));
        await app.StartAsync();
        return server;
    }

    /// <summary>Stores the check, and leaves the answer to the caller.</summary>
    public async Task Store(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var form = await context.Request.ReadFormAsync();
        Stored.Add(form["SubmissionId"].ToString());
    }

    public async Task StoreAndRedirect(HttpContext context)
    {
        await Store(context);
        await Redirect(context);
    }

    public static Task Refuse(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.StatusCode = 400;
        return Page(Form("""<div class="error-summary" tabindex="-1"><a href="#Temperature">Too high</a></div>""")).ExecuteAsync(context);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    static Task Redirect(HttpContext context)
    {
        context.Response.Redirect("/saved");
        return Task.CompletedTask;
    }

    static IResult Page(string main) => Results.Content($"""
        <!DOCTYPE html><html lang="en"><head><title>Check</title><link rel="stylesheet" href="/css/monitor.css">
        <script src="/js/htmx.min.js" defer></script><script src="/js/monitor.js" defer></script></head>
        <body data-now="{TimeProvider.System.GetUtcNow():O}" data-zone="Asia/Shanghai"><main id="main" class="page">{main}</main></body></html>
        """, "text/html");

    static string Form(string errors) => $"""
        {errors}<form class="form" method="post" action="/check" hx-boost="true">
          <input type="hidden" name="SubmissionId" value="one"><input id="Temperature" name="Temperature">
          <div data-reveal-when="Device=cannula"><input id="Flow" name="Flow"></div>
          <label class="segment"><input type="radio" name="Device" value="cannula"><span>Cannula</span></label>
          <div class="save-bar"><button class="button primary" type="submit">Save</button></div></form>
        """;

    static string Worklist() => $"""
        <p class="freshness" data-freshness>Current</p>
        <section id="worklist" data-refresh data-current-at="{TimeProvider.System.GetUtcNow():O}" hx-get="/worklist" hx-select="#worklist"
          hx-swap="outerHTML" hx-trigger="every 30s, refresh"><ol class="worklist"><li class="row">SH-004</li></ol></section>
        """;
}
