using System.CommandLine;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Web.Data;
using CarNkMonitor.Web.Demo;

namespace CarNkMonitor.Web.Verbs;

/// <summary>Serves an invented two-site trial on an embedded database, with phones that one can see. Never talks to a real provider.</summary>
public static class Demo
{
    static readonly Option<bool> Keep = new("--keep") { Description = "Goes on with the trial of the last demo instead of writing a new one." };
    static readonly Option<int> Seed = new("--seed") { Description = "Another seed invents other values; the same one the same trial.", DefaultValueFactory = _ => 1 };
    static readonly Option<string> File = new("--file") { Description = "The SQLite file of the demo; it is written anew.", DefaultValueFactory = _ => "carnk-demo.db" };
    static readonly Option<string> Urls = new("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => "http://localhost:5000" };

    public static Command Command()
    {
        var verb = new Command("demo", "Serves an invented two-site trial with phones you can see. No text leaves this machine.") { Keep, Seed, File, Urls };
        verb.SetAction((parsed, cancel) => Run(
            parsed.GetRequiredValue(File), parsed.GetRequiredValue(Urls), parsed.GetRequiredValue(Seed), parsed.GetValue(Keep), cancel));
        return verb;
    }

    static async Task<int> Run(string file, string urls, int seed, bool keep, CancellationToken cancel)
    {
        DemoFile.RefuseAnother(file);
        var isFresh = !keep || !System.IO.File.Exists(file);
        if (isFresh)
        {
            DemoFile.Clear(file);
        }

        var clock = new DemoClock(TimeProvider.System);
        var start = new DemoStart(clock.Now(), seed, isFresh);
        var builder = MonitorApp.CreateBuilder();
        builder.WebHost.UseUrls(urls.Split(';'));
        DemoSetup.Furnish(builder, file, urls.Split(';')[0], clock, start);
        var app = MonitorApp.Build(builder);
        await BringUpToDate.Now(app.Services, cancel);
        if (isFresh)
        {
            Console.WriteLine("Writing the invented trial …");
            await app.Services.GetRequiredService<WriteDemo>().Run(start.At, seed, cancel);
        }

        // Once it listens: then these lines are the last ones on the screen, and the address works.
        app.Lifetime.ApplicationStarted.Register(() => Announce(app.Services.GetRequiredService<DemoPeople>(), urls.Split(';')[0], clock.Now()));
        return await Serve.Until(app, cancel);
    }

    static void Announce(DemoPeople people, string url, DateTime now)
    {
        Console.WriteLine();
        Console.WriteLine("DEMO: everybody and everything in it is invented, and no text leaves this machine.");
        Console.WriteLine($"Open {url}   phones and one-time codes: {url}/phones");
        Console.WriteLine($"Password of everybody: {people.All[0].Password}");
        foreach (var person in people.All)
        {
            Console.WriteLine($"  {person.UserName,-20} {person.Role,-15} {person.DisplayName,-20} {(person.CodeAt(now) is { } code ? $"code now {code}" : "no code")}");
        }

        Console.WriteLine();
    }
}
