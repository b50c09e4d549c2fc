using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Schedule;

public class FindOverdueTests(MonitorTemplate databases)
{
    /// <summary>The slot of day 8, 08:00, daily: opens at 00:00, on time until 12:00, closes at 24:00.</summary>
    [Theory, OnBothDatabases]
    public async Task Time_moves_a_slot_from_scheduled_to_missed(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        (double Hour, PlannedState State)[] course =
        [
            (-0.01, PlannedState.Scheduled), (0, PlannedState.Due), (12, PlannedState.Due), (12.01, PlannedState.Overdue),
            (23.99, PlannedState.Overdue), (24, PlannedState.Missed),
        ];
        foreach (var (hour, state) in course)
        {
            scene.At(8, hour);
            await scene.FindOverdue();
            Assert.Equal(state, (await scene.Slot(8, 8)).State);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_late_run_goes_straight_to_the_present_and_the_next_one_moves_nothing(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        scene.At(9, 1);

        Assert.True(await scene.FindOverdue() > 10);
        Assert.Equal(0, await scene.FindOverdue());
        Assert.Equal(PlannedState.Missed, (await scene.Slot(3, 8)).State);
    }

    [Theory, OnBothDatabases]
    public async Task Each_change_is_audited_and_the_run_leaves_its_heartbeat(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        scene.At(0, 14);
        var moved = await scene.FindOverdue();

        Assert.Equal(moved, await scene.Audited(nameof(FindOverdue)));
        Assert.Equal(ScheduleScene.Local(0, 14), await scene.LastRun(nameof(FindOverdue)));
    }

    [Theory, OnBothDatabases]
    public async Task Slots_of_a_subject_who_left_do_not_fall_due(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        await scene.Change(subject => subject.Status = SubjectStatus.Died);
        scene.At(1, 8);
        await scene.FindOverdue();

        Assert.Equal(PlannedState.Superseded, (await scene.Slot(1, 8)).State);
    }
}
