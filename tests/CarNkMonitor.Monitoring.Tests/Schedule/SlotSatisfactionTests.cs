using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Schedule;

public class SlotSatisfactionTests(MonitorTemplate databases)
{
    /// <summary>The slot of day 1, 08:00, every 12 h: opens at 05:00, on time until 11:00, closes at 17:00.</summary>
    [Theory, OnBothDatabases]
    public async Task A_set_on_time_is_done_and_a_later_one_done_late(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        await scene.Record(ScheduleScene.Local(1, 11));
        await scene.Record(ScheduleScene.Local(2, 11.02));

        Assert.Equal(PlannedState.Done, (await scene.Slot(1, 8)).State);
        Assert.Equal(PlannedState.DoneLate, (await scene.Slot(2, 8)).State);
    }

    [Theory, OnBothDatabases]
    public async Task A_set_before_the_opening_fills_nothing(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        await scene.Record(ScheduleScene.Local(1, 4.9));

        Assert.DoesNotContain(await scene.Slots(), slot => slot.IsDone);
    }

    [Theory, OnBothDatabases]
    public async Task One_set_fills_one_slot_and_a_second_set_does_not_fill_it_again(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        var first = await scene.Record(ScheduleScene.Local(1, 8));
        await scene.Record(ScheduleScene.Local(1, 9));

        Assert.Equal([first], (await scene.Slots()).Where(slot => slot.IsDone).Select(slot => slot.DoneByCheckId!.Value));
    }

    [Theory, OnBothDatabases]
    public async Task A_set_without_a_temperature_is_no_check(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        await scene.Record(ScheduleScene.Local(1, 8), code: "spo2");

        Assert.DoesNotContain(await scene.Slots(), slot => slot.IsDone);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_observed_in_time_and_recorded_late_still_fills_a_missed_slot(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        scene.At(3, 9);
        await scene.FindOverdue();
        await scene.Record(ScheduleScene.Local(1, 8));

        Assert.Equal(PlannedState.Done, (await scene.Slot(1, 8)).State);
    }

    [Fact]
    public void Of_two_open_slots_the_nearer_is_filled()
    {
        // Day 7, 20:00 stays open until 05:00; the daily slot of day 8 opens at 00:00.
        var evening = Slot(7, 20, opens: (7, 17), onTime: (7, 23), closes: (8, 5));
        var morning = Slot(8, 8, opens: (8, 0), onTime: (8, 12), closes: (9, 0));

        Assert.Same(evening, SlotSatisfaction.Nearest([morning, evening], ScheduleScene.Local(8, 1.9)));
        Assert.Same(morning, SlotSatisfaction.Nearest([morning, evening], ScheduleScene.Local(8, 2.1)));
        Assert.Same(evening, SlotSatisfaction.Nearest([morning, evening], ScheduleScene.Local(8, 2)));   // equally near: the earlier
    }

    static PlannedAssessment Slot(int day, double hour, (int Day, double Hour) opens, (int Day, double Hour) onTime, (int Day, double Hour) closes) => new()
    {
        SubjectId = Guid.Empty, InfusionId = Guid.Empty, CycleDay = day, NominalAt = ScheduleScene.Local(day, hour),
        OpensAt = ScheduleScene.Local(opens.Day, opens.Hour), OnTimeUntil = ScheduleScene.Local(onTime.Day, onTime.Hour),
        ClosesAt = ScheduleScene.Local(closes.Day, closes.Hour),
    };
}
