using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

/// <summary>The table of alert states, moved by the real sweep.</summary>
public class SendNoticesTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task The_first_sweep_sends_the_first_text(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);

        await scene.Sweep();

        var text = Assert.Single(scene.Phones.TextsTo(scene.LiPhone.Phone));
        Assert.StartsWith("CNK URGENT ", text);
        var notice = await scene.FirstCall(scene.LiPhone);
        Assert.Equal((NoticeState.Accepted, "SM000001", 1), (notice.State, notice.ProviderId, notice.Tries));
        Assert.Equal(scene.Now, (await scene.All<Heartbeat>()).Single(pulse => pulse.Duty == nameof(SendNotices)).At);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_answers_so_level_two_is_called_and_level_one_keeps_its_repeats(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Sweep();

        await scene.SweepFor(10);

        Assert.Equal(2, (await scene.Alert()).Level);
        Assert.Single(scene.Phones.TextsTo(scene.BauerPhone.Phone));
        Assert.Collection(
            scene.Phones.TextsTo(scene.LiPhone.Phone),
            text => Assert.StartsWith("CNK URGENT ", text),
            text => Assert.StartsWith("CNK REPEAT 2/3 URGENT ", text),
            text => Assert.StartsWith("CNK REPEAT 3/3 URGENT ", text));
    }

    [Theory, OnBothDatabases]
    public async Task After_the_last_cycle_the_alert_is_exhausted_and_repeats_every_15_minutes(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.SweepFor(40, stepSeconds: 60);
        Assert.Equal(AlertState.Exhausted, (await scene.Alert()).State);
        var before = scene.Phones.TextsTo(scene.LiPhone.Phone).Count(text => text.StartsWith("CNK URGENT", StringComparison.Ordinal));

        await scene.SweepFor(30, stepSeconds: 60);

        var calls = scene.Phones.TextsTo(scene.LiPhone.Phone).Count(text => text.StartsWith("CNK URGENT", StringComparison.Ordinal));
        Assert.Equal((2, 4), (before, calls));
        Assert.True((await scene.Accept(scene.Li)).IsDone);
        Assert.Equal(AlertState.Acknowledged, (await scene.Alert()).State);
    }

    [Theory, OnBothDatabases]
    public async Task Accepted_but_not_assessed_is_called_again(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Sweep();
        await scene.Accept(scene.Li);
        scene.Pass(59);
        await scene.Sweep();
        Assert.Single(scene.Phones.Taken);

        scene.Pass(1);
        await scene.Sweep();

        var alert = await scene.Alert();
        Assert.Equal((AlertState.Open, 2, 1), (alert.State, alert.Round, alert.Level));
        Assert.Contains("CRS grade 2, accepted but no assessment.", scene.Phones.TextsTo(scene.LiPhone.Phone)[^1]);
    }

    [Theory, OnBothDatabases]
    public async Task Managed_and_a_day_below_the_threshold_closes(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Accept(scene.Li);
        await scene.Review(scene.Li, 2);
        scene.Pass(60);
        Assert.Equal(AlertStep.Below, (await scene.Grade(0)).Step);
        for (var check = 0; check < 2; check++)
        {
            scene.Pass(10 * 60);
            await scene.Grade(0);
        }

        scene.Pass(4 * 60 - 1);
        await scene.Sweep();
        Assert.Equal(AlertState.Managed, (await scene.Alert()).State);
        scene.Pass(1);
        await scene.Sweep();

        Assert.Equal(AlertState.Closed, (await scene.Alert()).State);
    }

    [Theory, OnBothDatabases]
    public async Task A_day_on_one_old_grade_zero_closes_nothing(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Accept(scene.Li);
        await scene.Review(scene.Li, 2);
        scene.Pass(60);
        await scene.Grade(0);

        scene.Pass(24 * 60);
        await scene.Sweep();

        var alert = await scene.Alert();
        Assert.Equal((AlertState.Managed, (DateTime?)null, (DateTime?)null), (alert.State, alert.BelowThresholdSince, alert.NextStepAt));
        await scene.Grade(0);
        Assert.Equal((scene.Now, scene.Now.AddHours(24)), ((await scene.Alert()).BelowThresholdSince, (await scene.Alert()).NextStepAt));
    }

    [Theory, OnBothDatabases]
    public async Task A_sweep_that_wakes_after_the_readings_ran_out_still_closes_what_was_quiet_for_a_day(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Accept(scene.Li);
        await scene.Review(scene.Li, 2);
        for (var check = 0; check < 3; check++)
        {
            scene.Pass(10 * 60);
            await scene.Grade(0);
        }

        scene.Pass(20 * 60);
        await scene.Sweep();

        Assert.Equal(AlertState.Closed, (await scene.Alert()).State);
    }

    [Theory, OnBothDatabases]
    public async Task A_relapse_before_the_sweep_woke_opens_a_new_alert_when_the_old_one_was_over(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Accept(scene.Li);
        await scene.Review(scene.Li, 2);
        for (var check = 0; check < 3; check++)
        {
            scene.Pass(10 * 60);
            await scene.Grade(0);
        }

        scene.Pass(5 * 60);
        Assert.Equal(AlertStep.Opened, (await scene.Grade(1, episode: 2)).Step);

        Assert.Equal([AlertState.Closed, AlertState.Open], (await scene.All<Alert>()).OrderBy(alert => alert.OpenedAt).Select(alert => alert.State));
    }

    [Theory, OnBothDatabases]
    public async Task A_rise_within_that_day_calls_again(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(1);
        await scene.Accept(scene.Li);
        await scene.Review(scene.Li, 1);
        scene.Pass(60);
        await scene.Grade(0);
        scene.Pass(60);

        Assert.Equal(AlertStep.Worse, (await scene.Grade(1)).Step);
        scene.Pass(24 * 60);
        await scene.Sweep();

        Assert.NotEqual(AlertState.Closed, (await scene.Alert()).State);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, SubjectStatus.Died)]
    [InlineData(DatabaseProvider.Sqlite, SubjectStatus.Withdrew)]
    [InlineData(DatabaseProvider.Postgres, SubjectStatus.Moved)]
    public async Task The_end_of_a_subject_on_study_ends_the_alert_and_its_texts(DatabaseProvider provider, SubjectStatus status)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Change<Subject>(scene.Subject.Id, subject => subject.Status = status);

        await scene.Sweep();
        await scene.SweepFor(20, stepSeconds: 60);

        Assert.Equal(AlertState.Closed, (await scene.Alert()).State);
        Assert.Empty(scene.Phones.Taken);
    }

    [Theory, OnBothDatabases]
    public async Task Worse_calls_again_whatever_the_state_was(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(1);
        await scene.Accept(scene.Li);
        scene.Pass(5);

        Assert.Equal(AlertStep.Worse, (await scene.Grade(2)).Step);
        await scene.SweepFor(41, stepSeconds: 60);
        Assert.Equal(AlertState.Exhausted, (await scene.Alert()).State);
        Assert.Equal(AlertStep.Worse, (await scene.Grade(3)).Step);

        var alert = await scene.Alert();
        Assert.Equal((AlertState.Open, 3, 1), (alert.State, alert.Round, alert.Cycle));
        Assert.Null(alert.ExhaustedAt);
    }

    [Theory, OnBothDatabases]
    public async Task Everybody_called_is_told_of_acceptance_and_of_withdrawal(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        var observed = scene.Now;
        await scene.Sweep();
        await scene.SweepFor(10, stepSeconds: 60);

        await scene.Accept(scene.Bauer);
        await scene.Sweep();
        Assert.EndsWith("already accepted by another clinician 14:10 UTC. No action needed.", scene.Phones.TextsTo(scene.LiPhone.Phone)[^1]);
        Assert.DoesNotContain("already accepted", scene.Phones.TextsTo(scene.BauerPhone.Phone)[^1]);

        await scene.Grade(observed, 0, 0);
        await scene.Sweep();
        Assert.All([scene.LiPhone, scene.BauerPhone], phone => Assert.Contains("was WITHDRAWN 14:10 UTC", scene.Phones.TextsTo(phone.Phone)[^1]));
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_sent_once_accepted(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Sweep();
        await scene.Accept(scene.Li);

        await scene.SweepFor(45, stepSeconds: 60);

        Assert.Single(scene.Phones.Taken);
    }

    [Theory, OnBothDatabases]
    public async Task A_site_without_a_reachable_level_raises_an_alarm_until_it_has_one(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Sweep();
        Assert.Empty(await scene.All<Alert>());
        await scene.Change<Contact>(scene.BauerPhone.Id, contact => contact.IsEnabled = false);

        await scene.Sweep();
        await scene.Sweep();

        var alarm = Assert.Single(await scene.All<Alert>());
        Assert.Equal((AlertKind.Coverage, AlertState.Open, (Guid?)null), (alarm.Kind, alarm.State, alarm.SubjectId));
        Assert.Contains("nobody reachable on the on-call list", Assert.Single(scene.Phones.TextsTo(scene.LiPhone.Phone)));
        await scene.Change<Contact>(scene.BauerPhone.Id, contact => contact.IsEnabled = true);
        await scene.Sweep();
        Assert.Equal(AlertState.Closed, (await scene.Alert(AlertKind.Coverage)).State);
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_put_on_the_list_while_the_sweep_looks_is_not_told_that_nobody_is_there(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Change<Contact>(scene.BauerPhone.Id, contact => contact.IsEnabled = false);

        await scene.Sweep(null, new BeforeATransaction(() => scene.Change<Contact>(scene.BauerPhone.Id, contact => contact.IsEnabled = true)));

        Assert.Empty(await scene.All<Alert>());
        Assert.Empty(scene.Phones.Taken);
    }

    [Theory, OnBothDatabases]
    public async Task After_an_outage_old_texts_expire_and_the_call_goes_on(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        scene.Pass(3 * 60);

        await scene.Sweep();

        Assert.Equal(NoticeState.Expired, (await scene.FirstCall(scene.LiPhone)).State);
        Assert.Empty(scene.Phones.TextsTo(scene.LiPhone.Phone));
        Assert.Single(scene.Phones.TextsTo(scene.BauerPhone.Phone));
    }
}
