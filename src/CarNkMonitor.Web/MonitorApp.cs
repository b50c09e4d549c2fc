using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Data;
using CarNkMonitor.Web.Grading;
using CarNkMonitor.Web.Health;
using CarNkMonitor.Web.Jobs;
using CarNkMonitor.Web.Observations;
using CarNkMonitor.Web.Pages;
using CarNkMonitor.Web.Pages.Shared;
using CarNkMonitor.Web.Phone;

namespace CarNkMonitor.Web;

/// <summary>
/// The program as a table of contents. A verb or a test furnishes the builder, builds, and runs it; whatever it registers before
/// <see cref="Build"/> (a clock, a phone) is kept.
/// </summary>
public static class MonitorApp
{
    /// <param name="contentRoot">Where appsettings and wwwroot lie; by default beside the program if published, else the working directory.</param>
    public static WebApplicationBuilder CreateBuilder(string? contentRoot = null) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        ApplicationName = typeof(MonitorApp).Assembly.GetName().Name,
        // Settings are read once, at start. Watching their files would also hold one of the few watchers of the machine for every instance.
        Args = ["--hostBuilder:reloadConfigOnChange=false"],
        ContentRootPath = contentRoot ?? (Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null),
    });

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddLimits();
        builder.AddMonitorDatabase();
        builder.AddSignIn();
        builder.AddPolicies();
        builder.AddStaff();
        builder.AddRecord();
        builder.AddMonitorJobs();
        builder.AddMonitorHealth();
        builder.Services.AddTelephony(builder.Configuration);
        builder.AddPages();
        builder.AddClinicalPages();
        builder.AddGradeApi();

        var app = builder.Build();
        app.UseKnownProxies();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<OnlyHttps>();
        app.UsePlainErrors();
        app.UseOwnFiles();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<RequestAct>();
        app.UseMiddleware<UnfinishedSignIn>();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapGradeApi();
        app.MapTwilioWebhooks();
        app.MapMonitorHealth();
        app.MapJobsDashboard();
        return app;
    }
}
