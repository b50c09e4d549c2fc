using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

public class RaiseAlertTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task First_fever_opens_an_urgent_alert_and_calls_level_one(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);

        var outcome = await scene.Grade(1);

        Assert.Equal(AlertStep.Opened, outcome.Step);
        Assert.Equal(["Dr Li"], outcome.Called);
        var alert = await scene.Alert();
        Assert.Equal((AlertState.Open, ClinicalUrgency.Urgent1H, 1, 1), (alert.State, alert.Urgency, alert.Level, alert.Cycle));
        Assert.Equal(scene.Now.AddMinutes(10), alert.NextStepAt);
        Assert.Equal([0, 5, 10], alert.Notices.OrderBy(notice => notice.DueAt).Select(notice => (notice.DueAt - scene.Now).TotalMinutes));
        Assert.Equal(3, alert.Notices.Select(notice => notice.ReplyCode).Distinct().Count());
    }

    [Theory, OnBothDatabases]
    public async Task Grade_zero_without_a_gap_opens_nothing(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);

        Assert.Equal(AlertStep.None, (await scene.Grade(0)).Step);
        Assert.Empty(await scene.All<Alert>());
    }

    [Theory, OnBothDatabases]
    public async Task The_same_or_a_lower_grade_is_only_logged(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        var fence = (await scene.Alert()).Fence;
        scene.Pass(2);

        Assert.Equal(AlertStep.Unchanged, (await scene.Grade(2)).Step);
        scene.Pass(2);
        Assert.Equal(AlertStep.Unchanged, (await scene.Grade(1)).Step);

        var alert = await scene.Alert();
        Assert.Equal((2, fence, 3), (alert.Low, alert.Fence, alert.Notices.Count));
    }

    [Theory, OnBothDatabases]
    public async Task A_higher_grade_supersedes_what_is_pending_and_calls_everybody_at_once(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        scene.Pass(1);

        var outcome = await scene.Grade(3);

        Assert.Equal(AlertStep.Worse, outcome.Step);
        Assert.Equal(["Dr Bauer", "Dr Li"], outcome.Called.Order());
        var alert = await scene.Alert();
        Assert.Equal((ClinicalUrgency.EmergencyNow, 2, 1, (int?)2), (alert.Urgency, alert.Round, alert.Level, alert.PreviousLow));
        Assert.All(alert.Notices.Where(notice => notice.Round == 1), notice => Assert.Equal(NoticeState.Superseded, notice.State));
        Assert.StartsWith($"CNK EMERGENCY {alert.Reference}: CRS grade 3, was 2. Reply A", outcome.Notices[0].Body);
    }

    [Theory, OnBothDatabases]
    public async Task A_gap_that_becomes_a_grade_stays_one_alert(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        var gap = await scene.Grade(0, 2, episode: 0);
        Assert.Contains("CRS not excluded, data missing", gap.Notices[0].Body);
        Assert.Equal(ClinicalUrgency.SameDay, gap.Alert!.Urgency);
        scene.Pass(1);

        var outcome = await scene.Grade(1);

        Assert.Equal(AlertStep.Worse, outcome.Step);
        Assert.Single(await scene.All<Alert>());
        Assert.Equal(ClinicalUrgency.Urgent1H, (await scene.Alert()).Urgency);
    }

    [Theory, OnBothDatabases]
    public async Task A_rise_of_two_grades_within_a_day_is_an_emergency(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(0);
        scene.Pass(6 * 60);

        await scene.Grade(2);

        Assert.Equal(ClinicalUrgency.EmergencyNow, (await scene.Alert()).Urgency);
    }

    [Theory, OnBothDatabases]
    public async Task A_late_entry_calls_at_most_the_same_day(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);

        await scene.Grade(3, isLate: true);

        Assert.Equal(ClinicalUrgency.SameDay, (await scene.Alert()).Urgency);
    }

    [Theory, OnBothDatabases]
    public async Task Danger_without_a_grade_is_an_alert_of_its_own(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);

        var outcome = await scene.Grade(0, danger: true);

        Assert.Equal(AlertStep.None, outcome.Step);
        Assert.Equal((AlertKind.Vitals, ClinicalUrgency.Urgent1H), (outcome.Danger!.Alert!.Kind, outcome.Danger.Alert.Urgency));
        Assert.Equal(["Dr Li"], outcome.Called);
    }

    [Theory, OnBothDatabases]
    public async Task Danger_that_the_grade_already_says_rings_once(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);

        await scene.Grade(2, danger: true);

        Assert.Single(await scene.All<Alert>());
    }

    [Theory, OnBothDatabases]
    public async Task An_amendment_that_removes_the_ground_withdraws_the_alert(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        var observed = scene.Now;
        scene.Pass(3);

        var outcome = await scene.Grade(observed, 0, 0);

        Assert.Equal(AlertStep.Withdrawn, outcome.Step);
        var alert = await scene.Alert();
        Assert.Equal((AlertState.Withdrawn, (DateTime?)scene.Now), (alert.State, alert.ClosedAt));
        Assert.All(alert.Notices.Where(notice => notice.AsksForReply), notice => Assert.Equal(NoticeState.Superseded, notice.State));
    }

    [Theory, OnBothDatabases]
    public async Task A_grade_after_a_withdrawal_opens_a_new_alert_even_in_the_same_instant(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Grade(scene.Now, 0, 0);

        Assert.Equal(AlertStep.Opened, (await scene.Grade(2)).Step);
        scene.Pass(1);
        Assert.Equal(AlertStep.Worse, (await scene.Grade(4)).Step);

        var alerts = await scene.All<Alert>();
        Assert.Single(alerts.Select(alert => alert.OpenedAt).Distinct());
        Assert.Equal([AlertState.Open, AlertState.Withdrawn], alerts.Select(alert => alert.State).Order());
        Assert.Equal(AlertState.Open, (await scene.Alert()).State);
    }

    [Theory, OnBothDatabases]
    public async Task An_amendment_withdraws_nothing_while_another_check_supports_the_grade(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        var observed = scene.Now;
        scene.Pass(30);
        await scene.Grade(2);
        scene.Pass(30);
        await scene.Grade(1);

        await scene.Grade(observed, 0, 0);
        await scene.Grade(observed.AddMinutes(30), 2, 2);

        var alert = Assert.Single(await scene.All<Alert>());
        Assert.Equal((AlertState.Open, 2), (alert.State, alert.Low));
        await scene.Grade(observed.AddMinutes(30), 0, 0);
        Assert.Equal(AlertState.Withdrawn, (await scene.All<Alert>()).Single(one => one.Id == alert.Id).State);
    }

    [Theory, OnBothDatabases]
    public async Task What_remains_of_an_amended_grade_is_an_alert_of_its_own_and_everybody_called_hears_that_the_higher_grade_never_was(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(3);
        var observed = scene.Now;
        await scene.Sweep();
        scene.Pass(3);

        var outcome = await scene.Grade(observed, 1, 1, isLate: true);

        Assert.Equal(AlertStep.Opened, outcome.Step);
        var alerts = (await scene.All<Alert>()).ToDictionary(alert => alert.State);
        Assert.Equal((3, 1), (alerts[AlertState.Withdrawn].Low, alerts[AlertState.Open].Low));
        Assert.Equal(ClinicalUrgency.Urgent1H, alerts[AlertState.Open].Urgency);
        var notices = await scene.All<Notice>();
        var corrected = notices.Where(notice => notice.Kind == NoticeKind.Withdrawn && notice.AlertId == alerts[AlertState.Withdrawn].Id);
        Assert.Equal(new[] { scene.LiPhone.Id, scene.BauerPhone.Id }.Order(), corrected.Select(notice => notice.ContactId).Order());
        Assert.Contains(notices, notice => notice.AlertId == alerts[AlertState.Open].Id && notice.AsksForReply);
    }

    [Theory, OnBothDatabases]
    public async Task A_fever_that_was_somebody_elses_leaves_a_gap_and_no_grade(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(1);
        var observed = scene.Now;
        scene.Pass(3);

        await scene.Grade(observed, 0, 1);

        var alerts = (await scene.All<Alert>()).ToDictionary(alert => alert.State);
        Assert.Equal((1, 0), (alerts[AlertState.Withdrawn].Low, alerts[AlertState.Open].Low));
        Assert.Equal(ClinicalUrgency.SameDay, alerts[AlertState.Open].Urgency);
    }

    [Theory, OnBothDatabases]
    public async Task A_level_with_nobody_reachable_is_passed_at_once(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Change<Contact>(scene.LiPhone.Id, contact => contact.IsEnabled = false);

        var outcome = await scene.Grade(2);

        Assert.Equal(["Dr Bauer"], outcome.Called);
        Assert.Equal(2, (await scene.Alert()).Level);
    }

    [Theory, OnBothDatabases]
    public async Task With_nobody_at_all_the_alert_is_exhausted_at_once(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Change<Contact>(scene.LiPhone.Id, contact => contact.IsEnabled = false);
        await scene.Change<Contact>(scene.BauerPhone.Id, contact => contact.IsEnabled = false);

        await scene.Grade(2);

        var alert = await scene.Alert();
        Assert.Equal((AlertState.Exhausted, (DateTime?)scene.Now.AddMinutes(15)), (alert.State, alert.NextStepAt));
    }

    [Theory, OnBothDatabases]
    public async Task A_study_without_detail_names_no_toxicity(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Add(new StudySettingsVersion
        {
            StudyId = scene.Study.Id, Version = 1, ValidFrom = scene.Now, SettingsJson = Json.Write(StudySettings.Default with { TextDetail = false }),
        });

        var outcome = await scene.Grade(3);

        Assert.All(outcome.Notices, notice => Assert.Contains(": toxicity alert, attend now. Reply A", notice.Body));
    }

    [Theory, OnBothDatabases]
    public async Task The_policy_is_the_one_of_the_moment_when_the_alert_opened(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        var ours = EscalationDefaults.For(ClinicalUrgency.Urgent1H) with { NextLevelAfter = TimeSpan.FromMinutes(7) };
        await scene.Add(Policy(scene, 1, ours));

        await scene.Grade(2);
        await scene.Add(Policy(scene, 2, ours with { NextLevelAfter = TimeSpan.FromMinutes(1) }));

        var alert = await scene.Alert();
        Assert.Equal(scene.Now.AddMinutes(7), alert.NextStepAt);
        Assert.Equal(TimeSpan.FromMinutes(7), alert.Timers().NextLevelAfter);
    }

    static EscalationPolicy Policy(AlertScene scene, int version, EscalationTimers timers) =>
        new() { StudyId = scene.Study.Id, Urgency = ClinicalUrgency.Urgent1H, Version = version, TimersJson = Json.Write(timers) };
}
