using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

public class AcknowledgeAlertTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task One_person_accepts_an_urgent_alert_for_an_hour(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);

        var answer = await scene.Accept(scene.Li);

        Assert.True(answer.IsDone);
        Assert.Equal("Accepted. Record your assessment by 15:00 UTC, or the alert is called again.", answer.Sentence);
        var alert = await scene.Alert();
        Assert.Equal((AlertState.Acknowledged, (Guid?)scene.Li.Id, (DateTime?)scene.Now.AddHours(1)), (alert.State, alert.AcknowledgedById, alert.LeaseUntil));
        Assert.All(alert.Notices, notice => Assert.Equal(NoticeState.Superseded, notice.State));
    }

    [Theory, OnBothDatabases]
    public async Task An_emergency_needs_two_persons(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(3);

        Assert.Contains("second person", (await scene.Accept(scene.Li)).Sentence);
        Assert.Contains("second person", (await scene.Accept(scene.Li)).Sentence);
        var half = await scene.Alert();
        Assert.Equal(AlertState.Open, half.State);
        Assert.Single(half.Acknowledgements);
        Assert.All(half.Notices, notice =>
            Assert.Equal(notice.ContactId == scene.LiPhone.Id ? NoticeState.Superseded : NoticeState.Queued, notice.State));

        Assert.True((await scene.Accept(scene.Bauer)).IsDone);
        Assert.Equal(AlertState.Acknowledged, (await scene.Alert()).State);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_accepts_what_somebody_else_has_accepted(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Accept(scene.Li);

        var answer = await scene.Accept(scene.Bauer);

        Assert.Equal((AlertRefusal.AlreadyAccepted, "This alert was already accepted by Dr Li."), (answer.Refusal, answer.Sentence));
    }

    [Theory, OnBothDatabases]
    public async Task A_nurse_accepts_routine_alerts_only_and_the_refusal_is_audited(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);

        Assert.Equal(AlertRefusal.NotAllowed, (await scene.Accept(scene.Nurse)).Refusal);

        var audited = (await scene.All<AuditEntry>()).Single(entry => entry.Act == nameof(AcknowledgeAlert));
        Assert.Equal(("Nurse Ortiz", "Your role may not accept this alert."), (audited.Actor, audited.Reason));
    }

    [Theory, OnBothDatabases]
    public async Task Another_sites_alert_is_not_there(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        var elsewhere = new Site { StudyId = scene.Study.Id, Code = "02", Name = "Elsewhere", Zone = "Asia/Shanghai" };
        var stranger = scene.Person("Dr Wang", StaffRole.Physician);
        stranger.SiteId = elsewhere.Id;
        await scene.Add(elsewhere, stranger);

        Assert.Equal(AlertRefusal.NotFound, (await scene.Accept(stranger)).Refusal);
        Assert.Equal(AlertRefusal.NotFound, (await scene.PassOn(stranger)).Refusal);
        Assert.Equal(AlertRefusal.NotFound, (await scene.Review(stranger, 2)).Refusal);
        Assert.Equal(AlertRefusal.NotFound, (await scene.Close(stranger, "mistake")).Refusal);
        Assert.Equal(AlertState.Open, (await scene.Alert()).State);
    }

    [Theory, OnBothDatabases]
    public async Task Who_accepted_stands_in_the_audit_of_the_same_step(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Accept(scene.Li);

        var alert = await scene.Alert();
        var entries = (await scene.All<AuditEntry>()).FindAll(entry => entry.AlertId == alert.Id && entry.Act == nameof(AcknowledgeAlert));
        Assert.Contains(entries, entry => entry.Entity == nameof(Alert) && entry.ChangeJson.Contains("\"State\":[\"Open\",\"Acknowledged\"]", StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.Equal("Dr Li", entry.Actor));
    }

    /// <summary>I6, the other way round: the audit never tells of a step that was not stored.</summary>
    [Theory, OnBothDatabases]
    public async Task A_step_that_is_not_committed_leaves_no_word_in_the_audit(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        var before = (await scene.All<AuditEntry>()).Count;

        await Assert.ThrowsAsync<IOException>(() => scene.Accept(scene.Li, new NoCommit()));

        Assert.Equal(AlertState.Open, (await scene.Alert()).State);
        Assert.Equal(before, (await scene.All<AuditEntry>()).Count);
        Assert.Null(VerifyAudit.FirstFault((await scene.All<AuditEntry>()).OrderBy(entry => entry.Sequence), (await scene.All<AuditHead>()).Single()));
    }

    [Theory, OnBothDatabases]
    public async Task Passing_on_calls_the_next_level_at_once(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);

        Assert.True((await scene.PassOn(scene.Li)).IsDone);

        var alert = await scene.Alert();
        Assert.Equal((2, (DateTime?)scene.Now.AddMinutes(10)), (alert.Level, alert.NextStepAt));
        Assert.Contains(alert.Notices, notice => notice is { Level: 2, Kind: NoticeKind.Call } && notice.ContactId == scene.BauerPhone.Id);
    }

    [Theory, OnBothDatabases]
    public async Task A_page_that_lay_open_over_a_step_passes_on_nothing_and_says_so(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        var shown = await scene.Alert();
        await scene.SweepFor(10, stepSeconds: 60);

        var answer = await scene.PassOn(scene.Li, shown);

        Assert.Equal(
            (AlertRefusal.MovedOn, "Nothing was passed on: the alert has moved on since you looked, and level 2 is being called. Look again."),
            (answer.Refusal, answer.Sentence));
        var alert = await scene.Alert();
        Assert.Equal((2, 1, (DateTime?)scene.Now.AddMinutes(10)), (alert.Level, alert.Cycle, alert.NextStepAt));
        Assert.Contains(await scene.All<AuditEntry>(), entry => entry.Act == nameof(PassOnAlert) && entry.Reason == answer.Sentence && entry.Actor == "Dr Li");
        Assert.True((await scene.PassOn(scene.Li)).IsDone);
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_pass_on_the_same_page_one_takes_the_step(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        var shown = await scene.Alert();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.PassOn(scene.Li, shown))));

        Assert.Single(answers, answer => answer.IsDone);
        Assert.Equal((2, 1), ((await scene.Alert()).Level, (await scene.Alert()).Cycle));
    }

    [Theory, OnBothDatabases]
    public async Task A_page_from_before_it_got_worse_or_over_passes_on_nothing(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        var shown = await scene.Alert();
        await scene.Grade(3);

        Assert.Equal(AlertRefusal.MovedOn, (await scene.PassOn(scene.Li, shown)).Refusal);
        await scene.Accept(scene.Li);
        await scene.Accept(scene.Bauer);

        Assert.Equal(AlertRefusal.WrongState, (await scene.PassOn(scene.Li, shown)).Refusal);
        Assert.Equal((AlertState.Acknowledged, 1), ((await scene.Alert()).State, (await scene.Alert()).Level));
    }

    [Theory, OnBothDatabases]
    public async Task A_recorded_assessment_makes_the_alert_managed(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);

        Assert.Equal(AlertRefusal.WrongState, (await scene.Review(scene.Li, 2)).Refusal);
        await scene.Accept(scene.Li);
        Assert.Equal(AlertRefusal.NotAllowed, (await scene.Review(scene.Nurse, 2)).Refusal);
        Assert.Equal(AlertRefusal.Incomplete, (await scene.Review(scene.Li, null)).Refusal);
        Assert.Equal(AlertRefusal.Incomplete, (await scene.Review(scene.Li, 1)).Refusal);
        Assert.True((await scene.Review(scene.Li, 1, "Rigors after a transfusion.")).IsDone);

        var review = Assert.Single(await scene.All<AlertReview>());
        Assert.Equal((1, 2, 2, true), (review.Grade, review.CalculatedLow, review.CalculatedHigh, review.IsOverride));
        Assert.Equal((AlertState.Managed, (DateTime?)null), ((await scene.Alert()).State, (await scene.Alert()).LeaseUntil));
    }

    [Theory, OnBothDatabases]
    public async Task A_relapse_after_the_assessment_calls_again_and_the_same_grade_does_not(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Accept(scene.Li);
        await scene.Review(scene.Li, 2);
        scene.Pass(60);

        Assert.Equal(AlertStep.Unchanged, (await scene.Grade(2)).Step);
        scene.Pass(60);
        Assert.Equal(AlertStep.Unchanged, (await scene.Grade(1)).Step);
        scene.Pass(60);
        Assert.Equal(AlertStep.Worse, (await scene.Grade(2)).Step);

        var alert = await scene.Alert();
        Assert.Equal((AlertState.Open, 2), (alert.State, alert.Round));
    }

    [Theory, OnBothDatabases]
    public async Task A_reason_longer_than_its_column_is_refused_before_anything_is_stored(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Accept(scene.Li);

        var refused = await scene.Review(scene.Li, 1, new string('x', 501));
        Assert.Equal((AlertRefusal.Incomplete, "A text has up to 500 characters; this one has 501. Shorten it."), (refused.Refusal, refused.Sentence));
        Assert.Empty(await scene.All<AlertReview>());
        Assert.True((await scene.Review(scene.Li, 1, $"  {new string('x', 500)} ")).IsDone);
        Assert.Equal(500, Assert.Single(await scene.All<AlertReview>()).Reason!.Length);

        Assert.Equal(AlertRefusal.Incomplete, (await scene.Close(scene.Li, new string('x', 501))).Refusal);
        Assert.Equal(AlertRefusal.Incomplete, (await scene.Close(scene.Li, "over\0")).Refusal);
        Assert.True((await scene.Close(scene.Li, new string('x', 500))).IsDone);
    }

    [Theory, OnBothDatabases]
    public async Task Only_a_physician_closes_and_only_with_a_reason(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);

        Assert.Equal(AlertRefusal.WrongState, (await scene.Close(scene.Li, "over")).Refusal);
        await scene.Accept(scene.Li);
        Assert.Equal(AlertRefusal.WrongState, (await scene.Close(scene.Li, "over")).Refusal);
        await scene.Review(scene.Li, 2);
        Assert.Equal(AlertRefusal.Incomplete, (await scene.Close(scene.Li, " ")).Refusal);
        Assert.Equal(AlertRefusal.NotAllowed, (await scene.Close(scene.Nurse, "over")).Refusal);
        Assert.True((await scene.Close(scene.Li, "Bacteremia found; not CRS.")).IsDone);

        Assert.Equal(AlertState.Closed, (await scene.Alert()).State);
        Assert.Equal(AlertRefusal.WrongState, (await scene.Accept(scene.Li)).Refusal);
    }
}
