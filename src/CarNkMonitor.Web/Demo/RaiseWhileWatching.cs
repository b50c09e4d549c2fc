namespace CarNkMonitor.Web.Demo;

/// <summary>Three quarters of a minute after the demo began, one participant's pressure falls: CRS 1 becomes 2 while one watches.</summary>
sealed class RaiseWhileWatching(WriteDemo demo, TimeProvider time, DemoStart start) : BackgroundService
{
    static readonly TimeSpan Delay = TimeSpan.FromSeconds(45);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!start.IsFresh)
        {
            return;
        }

        await Task.Delay(Delay, time, stoppingToken);
        var subject = new DemoStories(start.At, start.Seed).All.Single(one => one.Code == DemoStories.Rising);
        await demo.Record(subject, new Vitals(39.2m, 84, 48, 120, 22, 94).Items, stoppingToken);
    }
}

/// <summary>When this demo began, from which seed, and whether its trial was written anew.</summary>
public sealed record DemoStart(DateTime At, int Seed, bool IsFresh);
