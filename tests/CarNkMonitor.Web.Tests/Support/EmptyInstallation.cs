using System.Text.RegularExpressions;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>The program on a database where nobody exists yet.</summary>
public static partial class EmptyInstallation
{
    /// <returns>The host, and the setup code that it printed in its log.</returns>
    public static async Task<(MonitorHost Host, string Code)> Start(
        MonitorTemplate databases, DatabaseProvider provider, Action<WebApplicationBuilder>? furnish = null)
    {
        var log = new LogLines();
        var host = await MonitorHost.Start(databases, provider, isEmpty: true, furnish: builder =>
        {
            builder.Logging.AddProvider(log);
            furnish?.Invoke(builder);
        });
        await SetupCode.AnnounceIfEmpty(host.Services, TestContext.Current.CancellationToken);
        var line = Assert.Single(log.All, line => line.Contains("setup code", StringComparison.Ordinal));
        return (host, CodeInLog().Match(line).Value);
    }

    [GeneratedRegex("[a-z2-9]{5}-[a-z2-9]{5}")]
    private static partial Regex CodeInLog();
}
