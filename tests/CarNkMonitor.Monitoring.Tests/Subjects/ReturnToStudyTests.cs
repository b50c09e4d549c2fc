using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Alerts;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Subjects;

/// <summary>
/// A participant leaves the study by a slip, which is taken back. Hours since the infusion, which was at 10:00 in Berlin on day 0; the evening check of the day
/// after is planned at 34 h and overdue from 37 h. Dr Li is on call at level 1, Dr Bauer, the investigator, at level 2 and in every emergency.
/// </summary>
public class ReturnToStudyTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_gap_calls_again_although_the_last_entry_is_older_than_a_day_and_no_later_sweep_calls_for_it_twice(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Item.Well("36.8"));
        await Sweep(scene, 37.1);
        var before = await Called(scene);

        await LeavesAndIsBack(scene, 47, 47.2);

        var alert = Assert.Single(await scene.All<Alert>());
        Assert.Equal((AlertKind.Crs, AlertState.Open, ClinicalUrgency.Urgent1H, 0, 4), (alert.Kind, alert.State, alert.Urgency, alert.Low, alert.High));
        Assert.Equal((1, 1, 2, (DateTime?)Hour(47.2).AddMinutes(10)), (alert.Level, alert.Cycle, alert.Round, alert.NextStepAt));
        Assert.Null(alert.ClosedAt);
        Assert.Null(alert.LastStateOnStudy);
        Assert.Equal(before + 1, await Called(scene));
        await Sweep(scene, 47.2);
        await Sweep(scene, 47.21);
        Assert.Equal(before + 1, await Called(scene));
        Assert.Equal(2, Assert.Single(await scene.All<Alert>()).Round);
    }

    [Theory, OnBothDatabases]
    public async Task An_unanswered_emergency_is_one_still_although_its_values_ran_out_meanwhile(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Shock);
        await Sweep(scene, 22.01);

        await LeavesAndIsBack(scene, 23, 47.9);

        var alert = (await scene.All<Alert>()).Single(alert => alert.Kind == AlertKind.Crs);
        Assert.Equal((AlertState.Open, ClinicalUrgency.EmergencyNow, 3), (alert.State, alert.Urgency, alert.Low));
        Assert.True((await scene.Crs()).MaxBy(one => one.Moment) is { IsByTime: true, HasRunOut: true, Low: < 3 });
    }

    [Theory, OnBothDatabases]
    public async Task An_unanswered_emergency_does_not_sink_by_itself_because_the_grade_has_fallen_to_0(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Shock);
        await Sweep(scene, 22.01);
        await Check(scene, 34, Item.Well("36.9"));
        await Check(scene, 46, Item.Well("36.8"));
        await Sweep(scene, 46.5);
        Assert.Equal(0, (await scene.Crs()).MaxBy(one => one.Moment)!.High);

        await LeavesAndIsBack(scene, 46.6, 47);

        var alert = (await scene.All<Alert>()).Single(alert => alert.Kind == AlertKind.Crs);
        Assert.Equal((AlertState.Open, ClinicalUrgency.EmergencyNow, 3), (alert.State, alert.Urgency, alert.Low));
        Assert.NotNull(alert.BelowThresholdSince);
    }

    [Theory, OnBothDatabases]
    public async Task Danger_that_passed_unanswered_calls_again(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, [.. Item.Well("36.8").Where(item => item.Code != "spo2"), Item.Saturation("85")]);
        await Sweep(scene, 22.01);
        await Check(scene, 24, Item.Well("36.8"));

        await LeavesAndIsBack(scene, 25, 25.5);

        var alert = (await scene.All<Alert>()).Single(alert => alert.Kind == AlertKind.Vitals);
        Assert.Equal((AlertState.Open, ClinicalUrgency.Urgent1H, 2), (alert.State, alert.Urgency, alert.Round));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_managed_stays_managed_and_calls_nobody(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Fever);
        await Manage(scene, grade: 1);
        var (before, managed) = (await Called(scene), Assert.Single(await scene.All<Alert>()));

        await LeavesAndIsBack(scene, 23, 23.5);
        await Sweep(scene, 23.6);

        var alert = Assert.Single(await scene.All<Alert>());
        Assert.Equal((AlertState.Managed, managed.ManagedAt, managed.Urgency, managed.Low), (alert.State, alert.ManagedAt, alert.Urgency, alert.Low));
        Assert.Equal(before, await Called(scene));
        await Check(scene, 24, Shock);
        Assert.Equal(AlertState.Open, (await scene.All<Alert>()).Single(alert => alert.Kind == AlertKind.Crs).State);
    }

    [Theory, OnBothDatabases]
    public async Task A_gap_that_a_physician_has_closed_stays_closed_and_what_is_entered_next_is_judged(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Item.Well("36.8"));
        await Sweep(scene, 37.1);
        await Manage(scene, grade: 0);
        await Close(scene);
        var before = await Called(scene);

        await LeavesAndIsBack(scene, 47, 47.2);
        await Sweep(scene, 47.3);

        Assert.Equal(AlertState.Closed, Assert.Single(await scene.All<Alert>()).State);
        Assert.Equal(before, await Called(scene));
        await Check(scene, 48, Fever);
        Assert.Single(await scene.All<Alert>(), alert => alert.State == AlertState.Open);
    }

    [Theory, OnBothDatabases]
    public async Task Danger_that_a_physician_has_closed_stays_closed(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, [.. Item.Well("36.8").Where(item => item.Code != "spo2"), Item.Saturation("85")]);
        await Manage(scene, grade: 0);
        await Close(scene);

        await LeavesAndIsBack(scene, 23, 23.5);

        Assert.Contains(await scene.All<Alert>(), alert => alert.Kind == AlertKind.Vitals);
        Assert.All(await scene.All<Alert>(), alert => Assert.Equal(AlertState.Closed, alert.State));
    }

    [Theory, OnBothDatabases]
    public async Task Who_had_accepted_has_the_whole_lease_again_and_then_everybody_is_called(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Fever);
        await Accept(scene, scene.Physician);
        var before = await Called(scene);

        await LeavesAndIsBack(scene, 22.9, 24);

        var alert = Assert.Single(await scene.All<Alert>());
        Assert.Equal((AlertState.Acknowledged, (DateTime?)Hour(25), (DateTime?)Hour(25)), (alert.State, alert.LeaseUntil, alert.NextStepAt));
        Assert.Equal((scene.Physician.Id, 1, before), (alert.AcknowledgedById, alert.Round, await Called(scene)));
        await Sweep(scene, 25);
        Assert.Equal((AlertState.Open, 2), (Assert.Single(await scene.All<Alert>()).State, Assert.Single(await scene.All<Alert>()).Round));
    }

    [Theory, OnBothDatabases]
    public async Task One_of_two_acceptances_counts_no_more_and_both_are_called(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Shock);
        await Accept(scene, scene.Physician);

        await LeavesAndIsBack(scene, 22.02, 22.1);

        var alert = (await scene.All<Alert>()).Single(alert => alert.Kind == AlertKind.Crs);
        var calls = (await scene.All<Notice>()).Where(notice => notice.Kind == NoticeKind.Call && notice.AlertId == alert.Id && notice.Round == alert.Round);
        Assert.Equal((AlertState.Open, 2), (alert.State, calls.Count()));
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_is_on_call_now_is_called(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Fever);
        await Leaves(scene, 23);
        var phone = new Contact { Label = "Night team", Phone = "+4915100000009" };
        await scene.Add(phone, new OnCallPlace { SiteId = scene.Berlin.Id, Level = 1, Order = 2, ContactId = phone.Id });

        scene.At(24);
        await scene.Return();

        Assert.Contains(await scene.All<Notice>(), notice => notice.ContactId == phone.Id && notice.Kind == NoticeKind.Call && notice.DueAt == Hour(24));
    }

    [Theory, OnBothDatabases]
    public async Task An_alert_that_no_sweep_has_ended_yet_goes_on_and_calls_nobody_twice(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Fever);
        await scene.Leave();
        var (before, open) = (await Called(scene), Assert.Single(await scene.All<Alert>()));

        await scene.Return();
        await Sweep(scene, 22);

        var alert = Assert.Single(await scene.All<Alert>());
        Assert.Equal((AlertState.Open, 1, open.Fence, open.NextStepAt), (alert.State, alert.Round, alert.Fence, alert.NextStepAt));
        Assert.Equal(before, await Called(scene));
    }

    [Theory, OnBothDatabases]
    public async Task Leaving_and_coming_back_twice_is_one_alert_that_calls_each_time(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Fever);
        var before = await Called(scene);

        await LeavesAndIsBack(scene, 22.2, 22.3);
        await LeavesAndIsBack(scene, 22.4, 22.5);

        var alert = Assert.Single(await scene.All<Alert>());
        Assert.Equal((AlertState.Open, 3, before + 2), (alert.State, alert.Round, await Called(scene)));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_entered_during_the_absence_calls_nobody_until_the_participant_is_back(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Item.Well("36.8"));
        await Leaves(scene, 23);
        await Check(scene, 24, Shock);
        Assert.Empty(await scene.All<Alert>());

        scene.At(30); // late by every measure, and what stands is graver than late
        await scene.Return();

        var alert = (await scene.All<Alert>()).Single(alert => alert.Kind == AlertKind.Crs);
        Assert.Equal((AlertState.Open, ClinicalUrgency.EmergencyNow, 3), (alert.State, alert.Urgency, alert.Low));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_corrected_during_the_absence_is_withdrawn_and_everybody_called_is_told(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        var phones = await Text(scene, Fever);
        await Leaves(scene, 23);
        await scene.Amend(scene.Nurse, await scene.IdOf("temperature"), Item.Temperature("36.9"), "slip of the pen");
        Assert.Equal(AlertState.Closed, Assert.Single(await scene.All<Alert>()).State);

        scene.At(24);
        await scene.Return();
        await scene.Text(phones);

        var alert = Assert.Single(await scene.All<Alert>());
        Assert.Equal(AlertState.Withdrawn, alert.State);
        await using var db = scene.Open();
        var story = (await new ReadAlert(db, scene.Time).For(scene.Physician, alert.Id, TestContext.Current.CancellationToken))!.Timeline;
        Assert.Contains(story, entry => entry.Sentence == "Withdrawn: the entry behind it was corrected while the participant was not on study.");
        Assert.Contains(phones.TextsTo(RecordScene.PhysiciansPhone), text => text.Contains("WITHDRAWN", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Grades_calls_and_plan_are_as_if_the_participant_had_never_left(DatabaseProvider provider)
    {
        await using var stayed = await Scene(provider);
        await using var left = await Scene(provider);
        foreach (var scene in (RecordScene[])[stayed, left])
        {
            await scene.Add(new StudySettingsVersion
            {
                StudyId = scene.StudyId, Version = 1, SettingsJson = Json.Write(StudySettings.Default), ValidFrom = RecordScene.InfusedAt.AddDays(-30),
            });
            await Check(scene, 22, [.. Item.Well("36.8"), new CheckItem("platelets", "30", "10*9/L")]);
            scene.At(23);
            await scene.Record(scene.Physician, scene.Entry(Hour(23), Item.Temperature("38.4"), new CheckItem("fever_attribution", "infection", Note: "line infection")));
        }

        await Leaves(left, 30);
        foreach (var scene in (RecordScene[])[stayed, left])
        {
            scene.At(31);
            await GradeByTheNewCtcae(scene);
            await Check(scene, 33.9, Item.Well("36.9"));
            scene.At(70);
        }

        await left.Return();
        await Sweep(stayed, 70);
        await Sweep(left, 70);

        Assert.Contains(await stayed.Crs(), one => one is { IsByTime: true, IsCurrent: true });
        Assert.Contains(await stayed.All<Assessment>(), one => one.Criteria == Ctcae6.Criteria && one.Moment == Hour(31));
        Assert.Equal(await stayed.CurrentAssessments(), await left.CurrentAssessments());
        Assert.Equal(await Slots(stayed), await Slots(left));
        Assert.Contains($"{Hour(46):MM-dd HH:mm} Missed", await Slots(left)); // nobody made the check of the time of absence
        Assert.Equal(Calls(await stayed.All<Alert>()), Calls(await left.All<Alert>()));
        Assert.NotEmpty(await left.All<Alert>());
    }

    [Theory, OnBothDatabases]
    public async Task Who_died_while_away_does_not_come_back_and_calls_nobody(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Fever);
        await Leaves(scene, 23);
        scene.At(24);
        await scene.Saved(Hour(24), new CheckItem("death", "other"));
        var before = await Called(scene);

        var answer = await scene.Return();

        Assert.Equal("The participant has not left the study.", Assert.Single(answer.Problems).Reason);
        Assert.Equal((AlertState.Closed, before), (Assert.Single(await scene.All<Alert>()).State, await Called(scene)));
        Assert.Equal(SubjectStatus.Died, Assert.Single(await scene.All<Subject>()).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_reason_or_without_having_left_nothing_happens(DatabaseProvider provider)
    {
        await using var scene = await Scene(provider);
        await Check(scene, 22, Fever);
        Assert.Equal("The participant has not left the study.", Assert.Single((await scene.Return()).Problems).Reason);
        Assert.Equal(1, Assert.Single(await scene.All<Alert>()).Round);
        await Leaves(scene, 23);

        foreach (var blank in (string?[])[null, "", "  "])
        {
            Assert.Equal("Say why.", Assert.Single((await scene.Return(blank)).Problems).Reason);
        }

        Assert.Equal(SubjectStatus.Withdrew, Assert.Single(await scene.All<Subject>()).Status);
        Assert.Equal(AlertState.Closed, Assert.Single(await scene.All<Alert>()).State);
    }

    static DateTime Hour(double hours) => RecordScene.InfusedAt.AddHours(hours);

    static CheckItem[] Fever => Item.Well("38.9");

    /// <summary>CRS grade 3.</summary>
    static CheckItem[] Shock => [.. Item.Well("38.9").Where(item => item.Code != "vasopressor_agent"), Item.Agent("norepinephrine")];

    async Task<RecordScene> Scene(DatabaseProvider provider)
    {
        var scene = await RecordScene.Set(databases, provider, now: RecordScene.InfusedAt);
        await scene.CallTheInvestigatorSecond();
        return scene;
    }

    static async Task Check(RecordScene scene, double hour, CheckItem[] items)
    {
        scene.At(hour);
        await scene.Saved(Hour(hour), items);
    }

    /// <summary>All that the program does by itself.</summary>
    static async Task Sweep(RecordScene scene, double hour)
    {
        scene.At(hour);
        await scene.Regrade();
        await scene.FindOverdue();
        await scene.Text(new ScriptedPhones(scene.Time));
    }

    static async Task GradeByTheNewCtcae(RecordScene scene)
    {
        await using var db = scene.Open();
        var wanted = StudySettings.Default with { Criteria = [.. StudySettings.Default.Criteria.Where(id => id != Ctcae5.Criteria), Ctcae6.Criteria] };
        Assert.True((await new ChangeStudySettings(db, scene.Time).Change(scene.Investigator, scene.StudyId, wanted, 1, "new edition", default)).IsDone);
    }

    static async Task<ScriptedPhones> Text(RecordScene scene, CheckItem[] items)
    {
        await Check(scene, 22, items);
        var phones = new ScriptedPhones(scene.Time);
        await scene.Text(phones);
        return phones;
    }

    static async Task Leaves(RecordScene scene, double hour)
    {
        scene.At(hour);
        await scene.Leave();
        await Sweep(scene, hour);
        Assert.All(await scene.All<Alert>(), alert => Assert.True(alert.IsOver));
    }

    static async Task LeavesAndIsBack(RecordScene scene, double hour, double back)
    {
        await Leaves(scene, hour);
        scene.At(back);
        Assert.True((await scene.Return()).IsDone);
    }

    static async Task Accept(RecordScene scene, StaffMember person)
    {
        foreach (var alert in await scene.All<Alert>())
        {
            await using var db = scene.Open();
            await new AcknowledgeAlert(db, scene.Time).Run(person, alert.Id, default);
        }
    }

    static async Task Manage(RecordScene scene, int grade)
    {
        await Accept(scene, scene.Physician);
        foreach (var alert in await scene.All<Alert>())
        {
            await using var db = scene.Open();
            var review = new ReviewEntry(alert.Kind == AlertKind.Crs ? grade : null, ReviewAction.ContinueObservation, "As I see it.");
            Assert.True((await new ReviewAlert(db, scene.Time).Run(scene.Physician, alert.Id, review, default)).IsDone);
        }
    }

    static async Task Close(RecordScene scene)
    {
        foreach (var alert in await scene.All<Alert>())
        {
            await using var db = scene.Open();
            Assert.True((await new CloseAlert(db, scene.Time).Run(scene.Physician, alert.Id, "Seen at the bedside.", default)).IsDone);
        }
    }

    /// <summary>How often somebody was called, without repeats.</summary>
    static async Task<int> Called(RecordScene scene) => (await scene.All<Notice>()).Count(notice => notice.Kind == NoticeKind.Call);

    static async Task<List<string>> Slots(RecordScene scene) =>
        [.. (await scene.All<PlannedAssessment>()).OrderBy(slot => slot.NominalAt).Select(slot => $"{slot.NominalAt:MM-dd HH:mm} {slot.State}")];

    static IEnumerable<string> Calls(IEnumerable<Alert> alerts) =>
        alerts.OrderBy(alert => alert.Kind).Select(alert => $"{alert.Kind} {alert.Episode} {alert.State} {alert.Urgency} {alert.Low}-{alert.High}");
}
