using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

/// <summary>
/// Random interleavings on a virtual clock with a provider that fails in every way it can. After each act, and after each single callback, the
/// promises of the alert pipeline must hold, whatever happened before.
/// </summary>
public abstract class AlertInvariantTests(MonitorTemplate databases, DatabaseProvider provider, uint firstSeed, int stories)
{
    const int SeedsOfTheNight = 100_000;

    /// <summary>Each seed is another story; a failing one is named in the message and can be put here for good.</summary>
    [Fact]
    public Task Whatever_happens_the_promises_hold() => Tell(firstSeed, stories);

    /// <summary>For a quiet hour: <c>./tests/run.sh --only Monitoring -- -explicit only -class '*InvariantsOn*'</c>.</summary>
    [Fact(Explicit = true)]
    public Task A_night_of_other_stories() => Tell(firstSeed + SeedsOfTheNight, stories * 50);

    [Fact]
    public void A_seed_is_one_story_and_another_seed_another()
    {
        Assert.Equal(AlertStory.Of(7), AlertStory.Of(7));
        Assert.NotEqual(AlertStory.Of(7), AlertStory.Of(8));
    }

    async Task Tell(uint firstSeed, int stories)
    {
        for (var seed = firstSeed; seed < firstSeed + stories; seed++)
        {
            await using var scene = await AlertScene.Set(databases, provider);
            var watch = new AlertWatch(scene);
            var story = new AlertStory(scene, watch.Look);
            foreach (var act in AlertStory.Of(seed))
            {
                await story.Play(act);
                Assert.True(watch.Broken is null, $"Seed {seed}: {watch.Broken} after {story}");
            }

            await EndsWell(scene, watch, seed);
        }
    }

    /// <summary>I8: once on study, grave and left alone, in bounded time somebody has it or everybody knows that nobody has.</summary>
    static async Task EndsWell(AlertScene scene, AlertWatch watch, uint seed)
    {
        scene.Pass(1);
        await scene.Return();
        await scene.Grade(4);
        await scene.SweepFor(45, stepSeconds: 60);
        await watch.Look();
        await watch.LookAtTheWholeAudit();
        Assert.True(watch.Broken is null, $"Seed {seed}: {watch.Broken} when left alone");
        var alert = await scene.Alert();
        Assert.True(alert.State is AlertState.Exhausted or AlertState.Acknowledged or AlertState.Managed, $"Seed {seed}: I8: still {alert.State} after 45 min");
    }
}

/// <summary>A class for each database, because classes run beside each other.</summary>
public sealed class InvariantsOnSqliteTests(MonitorTemplate databases) : AlertInvariantTests(databases, DatabaseProvider.Sqlite, 1, 6);

/// <inheritdoc cref="InvariantsOnSqliteTests"/>
public sealed class InvariantsOnPostgresTests(MonitorTemplate databases) : AlertInvariantTests(databases, DatabaseProvider.Postgres, 1001, 2);
