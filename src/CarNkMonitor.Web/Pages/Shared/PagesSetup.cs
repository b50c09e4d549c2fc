using System.Globalization;
using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CarNkMonitor.Web.Pages.Shared;

/// <summary>Razor Pages with our shell around them, our own files, and error pages that give nothing away.</summary>
public static class PagesSetup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.UseStaticWebAssets();
        // One culture on the server: numbers and times look the same for everybody.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        builder.Services.AddSingleton<Navigation>();
        builder.Services.AddRazorPages().AddMvcOptions(mvc => mvc.Filters.Add<ShowShell>());
        builder.Services.AddAntiforgery(token =>
        {
            token.Cookie.Name = "carnk.form";
            token.Cookie.SameSite = SameSiteMode.Strict;
            token.HeaderName = "X-Antiforgery";
        });
        builder.Services.Configure<CookieTempDataProviderOptions>(message =>
        {
            message.Cookie.Name = "carnk.message";
            message.Cookie.SameSite = SameSiteMode.Strict;
        });
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        builder.Services.AddSecureCookies();
    }

    public static void UseOwnFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    });

    /// <summary>A script gets the bare status and keeps its page; a person gets a plain page without details.</summary>
    public static void UsePlainErrors(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseExceptionHandler("/error/500");
        app.UseWhen(context => !context.Request.IsScripted(), people => people.UseStatusCodePagesWithReExecute("/error/{0}"));
    }

    static void AddSecureCookies(this IServiceCollection services)
    {
        services.AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>()
            .Configure<Microsoft.Extensions.Options.IOptions<AccessOptions>>((token, access) => token.Cookie.SecurePolicy = Policy(access.Value));
        services.AddOptions<CookieTempDataProviderOptions>()
            .Configure<Microsoft.Extensions.Options.IOptions<AccessOptions>>((message, access) => message.Cookie.SecurePolicy = Policy(access.Value));
    }

    static CookieSecurePolicy Policy(AccessOptions access) => access.AllowHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
}
