using System.CommandLine;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Web.Access;
using CarNkMonitor.Web.Data;

namespace CarNkMonitor.Web.Verbs;

/// <summary>No verb: serve pages, phone callbacks and jobs until stopped.</summary>
public static class Serve
{
    static readonly Option<string?> Urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons. Default: http://localhost:5000.", Recursive = false,
    };

    public static Command Command()
    {
        var verb = new Command("serve", "Serves; the same as no verb. Brings the database up to date first unless Database:MigrateAtStart is false.");
        Add(verb);
        return verb;
    }

    public static void MakeDefault(RootCommand root) => Add(root);

    /// <summary>Runs a furnished program until it is stopped. Other verbs that serve (the demo) come through here too.</summary>
    public static async Task<int> Until(WebApplication app, CancellationToken cancel)
    {
        await using (app)
        {
            AlertText.CheckFits(app.Services.GetRequiredService<AlertLinks>());
            await BringUpToDate.AtStart(app.Services, cancel);
            await SetupCode.AnnounceIfEmpty(app.Services, cancel);
            await app.RunAsync(cancel);
        }

        return 0;
    }

    static void Add(Command verb)
    {
        verb.Add(Urls);
        verb.SetAction((parsed, cancel) =>
        {
            var builder = MonitorApp.CreateBuilder();
            if (parsed.GetValue(Urls) is { } urls)
            {
                builder.WebHost.UseUrls(urls.Split(';'));
            }

            return Until(MonitorApp.Build(builder), cancel);
        });
    }
}
