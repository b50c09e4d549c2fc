using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Demo;

/// <summary>Something that happened to one invented participant before the demo began.</summary>
public abstract record DemoEvent(DateTime At)
{
    /// <summary>What was recorded; the demo's past enters through the same use case as a nurse's form.</summary>
    public sealed record Recorded(DateTime At, IReadOnlyList<CheckItem> Items) : DemoEvent(At);

    public sealed record Accepted(DateTime At, string UserName) : DemoEvent(At);

    public sealed record Reviewed(DateTime At, string UserName, int Grade, ReviewAction Action) : DemoEvent(At);

    /// <summary>A nurse corrects the newest value of this code.</summary>
    public sealed record Amended(DateTime At, CheckItem Corrected, string Reason) : DemoEvent(At);

    /// <summary>A nurse proposes what a finding comes from.</summary>
    public sealed record Proposed(DateTime At, string Finding, string Cause, string Reason) : DemoEvent(At);

    /// <summary>A physician countersigns the proposal that waits.</summary>
    public sealed record Countersigned(DateTime At, string UserName, string Reason) : DemoEvent(At);

    /// <summary>A physician signs the newest calculated grade of a table.</summary>
    public sealed record Confirmed(DateTime At, string UserName, string Criteria, int Grade) : DemoEvent(At);

    /// <summary>Now abroad: the zone of the home, and the oncologist who may read along.</summary>
    public sealed record LinkedHome(DateTime At, string Zone, string UserName) : DemoEvent(At);
}

/// <summary>One invented participant, who is at this day after the latest infusion when the demo begins.</summary>
/// <param name="Story">What is to be seen, in words; it stands on the demo's own page.</param>
public sealed record DemoSubject(string Code, string Site, int BornIn, string Story, IReadOnlyList<DemoEvent> Events);
