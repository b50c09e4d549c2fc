namespace CarNkMonitor.Web.Demo;

/// <summary>Real time, except while the demo's past is written: then it stands where the story is.</summary>
public sealed class DemoClock(TimeProvider real) : TimeProvider
{
    DateTimeOffset? _standing;

    public override DateTimeOffset GetUtcNow() => _standing ?? real.GetUtcNow();

    public void StandAt(DateTime utc) => _standing = new DateTimeOffset(utc, TimeSpan.Zero);

    public void Run() => _standing = null;
}
