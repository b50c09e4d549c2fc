using System.Diagnostics;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

/// <summary>Whoever watches the activities may believe that a write is committed when its activity stops.</summary>
public class TelemetryTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task Each_activity_stops_when_its_write_is_committed(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        using var root = new Activity("test").Start();
        List<(string Name, NoticeState State)> stopped = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "CarNkMonitor",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Other tests run beside this one; their activities have another root.
                if (activity.TraceId == root.TraceId)
                    stopped.Add((activity.OperationName, StateSeenByAnother(scene)));
            },
        };
        ActivitySource.AddActivityListener(listener);

        await scene.Sweep();
        await scene.Hear("SM000001", "delivered");
        await scene.Sweep();

        Assert.Equal(
            [
                ("notice.claim", NoticeState.Sending), ("notice.send", NoticeState.Sending), ("notice.mark", NoticeState.Accepted),
                ("event.process", NoticeState.Delivered),
            ],
            stopped);
    }

    static NoticeState StateSeenByAnother(AlertScene scene)
    {
        using var db = scene.Open();
        return db.Notices.Where(notice => notice.Kind == NoticeKind.Call).Select(notice => notice.State).Single();
    }
}
