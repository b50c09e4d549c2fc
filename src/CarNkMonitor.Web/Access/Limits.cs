using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace CarNkMonitor.Web.Access;

/// <summary>How much a request may be, and whom we believe about where it comes from.</summary>
public static class Limits
{
    const int LargestBody = 1024 * 1024;

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxConcurrentConnections = 2000;
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 500;
            form.ValueLengthLimit = 16 * 1024;
            form.MultipartBodyLengthLimit = LargestBody;
        });
    }

    /// <summary>Forwarded headers count only from proxies that the configuration names (<c>Access:KnownProxies</c>).</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var proxies = app.Configuration.GetSection("Access:KnownProxies").Get<string[]>() ?? [];
        if (proxies.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        app.UseForwardedHeaders(options);
    }
}
