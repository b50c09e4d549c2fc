using System.CommandLine;
using CarNkMonitor.Web.Data;

namespace CarNkMonitor.Web.Verbs;

/// <summary>Brings the database up to date and ends.</summary>
public static class Migrate
{
    public static Command Command()
    {
        var verb = new Command("migrate", "Creates the database or brings it up to date, says what was done, and ends.");
        verb.SetAction(async (_, cancel) =>
        {
            await using var app = MonitorApp.Build(MonitorApp.CreateBuilder());
            var applied = await BringUpToDate.Now(app.Services, cancel);
            Console.WriteLine(applied.Count == 0 ? "Up to date: nothing to do." : $"Up to date: applied {string.Join(", ", applied)}.");
            return 0;
        });
        return verb;
    }
}
