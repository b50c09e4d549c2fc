using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Schedule;

public class PlanAssessmentsTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task Planning_twice_plans_once(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);

        await scene.Plan();
        var first = await scene.Slots();
        await scene.Plan();

        Assert.Equal(2 + 14 + 7 + 8, first.Count);
        Assert.Equal(first.Select(slot => (slot.Id, slot.State)), (await scene.Slots()).Select(slot => (slot.Id, slot.State)));
    }

    [Theory, OnBothDatabases]
    public async Task A_second_infusion_takes_over_what_it_wants_and_supersedes_the_rest(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        var done = await scene.Record(ScheduleScene.Local(1, 8));
        scene.At(7, 10);
        await scene.Infuse(2, ScheduleScene.Local(7, 10));
        await scene.Plan();

        Assert.Equal(done, (await scene.Slot(1, 8)).DoneByCheckId);
        Assert.Equal(7, (await scene.Slot(7, 8)).CycleDay);
        Assert.Equal(PlannedState.Superseded, (await scene.Slot(7, 20)).State);
        Assert.Equal(0, (await scene.Slot(7, 14)).CycleDay);
        Assert.Equal(1, (await scene.Slot(8, 8)).CycleDay);           // was day 8 of the first
        Assert.Equal(21, (await scene.Slot(28, 8)).CycleDay);         // was day 28 of the first
    }

    [Theory, OnBothDatabases]
    public async Task An_infusion_recorded_late_finds_the_checks_that_were_there(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        scene.At(1, 12);
        var check = await scene.Record(ScheduleScene.Local(1, 9));
        await scene.Plan();

        Assert.Equal(PlannedState.Missed, (await scene.Slot(0, 14)).State);
        Assert.Equal((PlannedState.Done, check), ((await scene.Slot(1, 8)).State, (await scene.Slot(1, 8)).DoneByCheckId!.Value));
        Assert.Equal(PlannedState.Scheduled, (await scene.Slot(1, 20)).State);
    }

    [Theory, OnBothDatabases]
    public async Task The_end_of_the_study_supersedes_what_is_open_and_nothing_else(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        await scene.Record(ScheduleScene.Local(0, 14));
        scene.At(1, 18);
        await scene.FindOverdue();
        await scene.Change(subject => subject.Status = SubjectStatus.Withdrew);
        await scene.Plan();

        var slots = await scene.Slots();
        Assert.Equal(PlannedState.Done, slots[0].State);
        Assert.Equal(PlannedState.Missed, slots[1].State);
        Assert.All(slots.Skip(2), slot => Assert.Equal(slot.ClosesAt <= ScheduleScene.Local(1, 18) ? PlannedState.Missed : PlannedState.Superseded, slot.State));
    }

    [Theory, OnBothDatabases]
    public async Task The_horizon_moves_on_with_the_clock(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        scene.At(30, 9);
        await scene.ExtendHorizon();

        Assert.Equal(ScheduleScene.Local(30, 9), await scene.LastRun(nameof(PlanAssessments)));
        Assert.Equal(63, (await scene.Slots())[^1].CycleDay);
    }

    [Theory, OnBothDatabases]
    public async Task Going_home_makes_the_visits_monthly(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.Set(databases, provider);
        await scene.Plan();
        scene.At(29, 9);
        await scene.Change(subject => (subject.DischargedHomeAt, subject.HomeZone) = (ScheduleScene.Local(29, 9), "Europe/Berlin"));
        await scene.Plan();

        var open = (await scene.Slots()).Where(slot => slot.IsOpen && slot.CycleDay > 28).ToList();
        Assert.Equal([60], open.Select(slot => slot.CycleDay));
    }
}
