using CarNkMonitor.Monitoring.Alerts;
using Microsoft.Extensions.Time.Testing;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

public class NoticeNudgeTests
{
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Many_rings_while_nobody_waits_are_one()
    {
        var nudge = new NoticeNudge(_time);
        nudge.Ring();
        nudge.Ring();

        Assert.True(await nudge.WaitAsync(Second, TestContext.Current.CancellationToken));
        var second = nudge.WaitAsync(Second, TestContext.Current.CancellationToken);
        _time.Advance(Second);
        Assert.False(await second);
    }

    [Fact]
    public async Task A_ring_wakes_who_waits()
    {
        var nudge = new NoticeNudge(_time);
        var waiting = nudge.WaitAsync(Second, TestContext.Current.CancellationToken);

        nudge.Ring();

        Assert.True(await waiting);
    }

    [Fact]
    public async Task The_end_of_the_program_ends_the_waiting()
    {
        using var end = new CancellationTokenSource();
        var waiting = new NoticeNudge(_time).WaitAsync(Second, end.Token);

        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
