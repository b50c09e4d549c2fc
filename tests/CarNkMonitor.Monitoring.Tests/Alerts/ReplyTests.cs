using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

public class ReplyTests(MonitorTemplate databases)
{
    const string CouldNotUse = "CNK could not use that reply. Send A or E and the 4 digits in the alert, or sign in.";

    [Theory, OnBothDatabases]
    public async Task A_code_accepts_and_is_confirmed(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);

        Assert.Equal("Accepted", await scene.Reply(scene.LiPhone, $"a {scene.CodeOn(scene.LiPhone)}"));

        var alert = await scene.Alert();
        Assert.Equal((AlertState.Acknowledged, AcknowledgementChannel.Text), (alert.State, Assert.Single(alert.Acknowledgements).Channel));
        Assert.Equal(
            $"CNK {alert.Reference} accepted by you 14:00 UTC. Record your assessment by 15:00 UTC or it is called again.",
            scene.Phones.TextsTo(scene.LiPhone.Phone)[^1]);
        Assert.Contains(await scene.All<AuditEntry>(), entry => entry.Act == "ReplyByText" && entry.Actor == "Dr Li" && entry.Entity == nameof(Alert));
    }

    [Theory, OnBothDatabases]
    public async Task A_alone_accepts_the_only_alert_and_is_not_guessed_for_two(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(1, danger: true);
        await scene.Sweep();

        Assert.Equal("Unreadable", await scene.Reply(scene.LiPhone, "A"));
        Assert.Equal(CouldNotUse, scene.Phones.TextsTo(scene.LiPhone.Phone)[^1]);
        await scene.Accept(scene.Li);
        Assert.Equal("Accepted", await scene.Reply(scene.LiPhone, "收到"));

        Assert.Equal(AlertState.Acknowledged, (await scene.Alert(AlertKind.Vitals)).State);
    }

    [Theory, OnBothDatabases]
    public async Task Two_persons_accept_an_emergency_by_text(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(3);
        await scene.Sweep();

        await scene.Reply(scene.LiPhone, $"A{scene.CodeOn(scene.LiPhone)}");
        Assert.Equal(AlertState.Open, (await scene.Alert()).State);
        await scene.SweepFor(3);
        Assert.Contains(scene.Phones.TextsTo(scene.BauerPhone.Phone), text => text.StartsWith("CNK REPEAT 2/4", StringComparison.Ordinal));
        Assert.DoesNotContain(scene.Phones.TextsTo(scene.LiPhone.Phone), text => text.StartsWith("CNK REPEAT", StringComparison.Ordinal));
        await scene.Reply(scene.BauerPhone, $"A{scene.CodeOn(scene.BauerPhone)}");

        Assert.Equal(AlertState.Acknowledged, (await scene.Alert()).State);
    }

    [Theory, OnBothDatabases]
    public async Task E_calls_the_next_level_once_per_step(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        var code = scene.CodeOn(scene.LiPhone);

        Assert.Equal("PassedOn", await scene.Reply(scene.LiPhone, $"E{code}"));
        Assert.Single(scene.Phones.TextsTo(scene.BauerPhone.Phone));
        Assert.Equal("PassedOn", await scene.Reply(scene.LiPhone, $"E{code}"));

        var alert = await scene.Alert();
        Assert.Equal((2, 1), (alert.Level, alert.Cycle));
    }

    [Theory, OnBothDatabases]
    public async Task N_passes_on_and_switches_the_phone_off(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);

        Assert.Equal("NotOnDuty", await scene.Reply(scene.LiPhone, $"N {scene.CodeOn(scene.LiPhone)}"));

        Assert.Equal(2, (await scene.Alert()).Level);
        Assert.False((await scene.All<Contact>()).Single(contact => contact.Id == scene.LiPhone.Id).IsEnabled);
        Assert.Contains(await scene.All<Alert>(), alert => alert.Kind == AlertKind.Coverage);
    }

    [Theory, OnBothDatabases]
    public async Task A_late_acceptance_is_told_that_somebody_has_it(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        await scene.SweepFor(10, stepSeconds: 60);
        await scene.Accept(scene.Bauer);

        Assert.Equal("AlreadyAccepted", await scene.Reply(scene.LiPhone, $"A{scene.CodeOn(scene.LiPhone)}"));

        Assert.EndsWith("already accepted by another clinician 14:10 UTC. No action needed.", scene.Phones.TextsTo(scene.LiPhone.Phone)[^1]);
    }

    [Theory, OnBothDatabases]
    public async Task A_code_is_bound_to_its_phone(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);

        Assert.Equal("WrongCode", await scene.Reply(scene.BauerPhone, $"A{scene.CodeOn(scene.LiPhone)}"));

        Assert.Equal(AlertState.Open, (await scene.Alert()).State);
    }

    [Theory, OnBothDatabases]
    public async Task A_code_of_an_earlier_round_does_not_accept_what_got_worse(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        var code = scene.CodeOn(scene.LiPhone);
        await scene.Grade(3);

        Assert.Equal("OldCode", await scene.Reply(scene.LiPhone, $"A{code}"));

        Assert.Equal(AlertState.Open, (await scene.Alert()).State);
    }

    [Theory, OnBothDatabases]
    public async Task A_code_is_dead_when_the_alert_is_over(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        var code = scene.CodeOn(scene.LiPhone);
        await scene.Grade(scene.Now, 0, 0);

        Assert.Equal("OldCode", await scene.Reply(scene.LiPhone, $"A{code}"));
        Assert.Equal(AlertState.Withdrawn, (await scene.Alert()).State);
    }

    [Theory, OnBothDatabases]
    public async Task A_code_that_was_not_sent_yet_is_a_guess(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        var pending = (await scene.Alert()).Notices.First(notice => notice.Kind == NoticeKind.Repeat);

        Assert.Equal("WrongCode", await scene.Reply(scene.LiPhone, $"A{pending.ReplyCode}"));
    }

    [Theory, OnBothDatabases]
    public async Task Five_wrong_codes_close_the_ear_for_15_minutes_and_the_site_is_told(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        var code = scene.CodeOn(scene.LiPhone);
        var wrong = code == "0000" ? "0001" : "0000";
        foreach (var _ in Enumerable.Range(0, 5))
            Assert.Equal("WrongCode", await scene.Reply(scene.LiPhone, $"A{wrong}"));

        Assert.Equal("Ignored", await scene.Reply(scene.LiPhone, $"A{code}"));
        Assert.Contains(await scene.All<Alert>(), alert => alert.Kind == AlertKind.System);
        scene.Pass(15);
        Assert.Equal("Accepted", await scene.Reply(scene.LiPhone, $"A{code}"));
    }

    [Theory, OnBothDatabases]
    public async Task At_most_five_passive_answers_until_the_phone_acts(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        foreach (var _ in Enumerable.Range(0, 7))
            await scene.Reply(scene.LiPhone, "who is this?");
        Assert.Equal(5, scene.Phones.TextsTo(scene.LiPhone.Phone).Count(text => text == CouldNotUse));

        await scene.Reply(scene.LiPhone, $"A{scene.CodeOn(scene.LiPhone)}");
        await scene.Reply(scene.LiPhone, "thanks");

        Assert.Equal(6, scene.Phones.TextsTo(scene.LiPhone.Phone).Count(text => text == CouldNotUse));
    }

    [Theory, OnBothDatabases]
    public async Task Unknown_phones_get_no_answer(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);

        Assert.Equal("UnknownPhone", await scene.Reply("+4915199999999", $"A{scene.CodeOn(scene.LiPhone)}"));

        Assert.Single(scene.Phones.Taken);
        Assert.Equal(AlertState.Open, (await scene.Alert()).State);
    }

    [Theory, OnBothDatabases]
    public async Task Stop_switches_off_and_the_next_level_is_called_and_start_switches_on(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);

        Assert.Equal("SwitchedOff", await scene.Reply(scene.LiPhone, "STOP"));
        Assert.False((await scene.All<Contact>()).Single(contact => contact.Id == scene.LiPhone.Id).IsEnabled);
        Assert.Single(scene.Phones.TextsTo(scene.BauerPhone.Phone), text => text.Contains("CRS grade 2", StringComparison.Ordinal));
        await scene.SweepFor(6);
        Assert.DoesNotContain(scene.Phones.TextsTo(scene.LiPhone.Phone), text => text.StartsWith("CNK REPEAT", StringComparison.Ordinal));

        Assert.Equal("SwitchedOn", await scene.Reply(scene.LiPhone, "start"));
        Assert.True((await scene.All<Contact>()).Single(contact => contact.Id == scene.LiPhone.Id).IsEnabled);
        Assert.Equal("LeftToProvider", await scene.Reply(scene.LiPhone, "HELP"));
        Assert.Equal(
            [("ConsentWithdrawn", "Dr Li", "The person replied STOP."), ("ConsentGiven", "Dr Li", "The person replied START.")],
            await ConsentEvents(scene));
    }

    [Theory, OnBothDatabases]
    public async Task Start_brings_back_a_phone_that_the_provider_knows_to_have_replied_stop(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        scene.Phones.Script = _ => Fault.Refused(21610, isPermanent: true);
        await scene.Grade(2);
        await scene.Sweep();
        Assert.Equal(PhoneOff.Stopped, (await PhoneOf(scene)).Off);
        scene.Phones.Script = _ => Fault.None;

        Assert.Equal("SwitchedOn", await scene.Reply(scene.LiPhone, "UNSTOP"));

        Assert.Equal((true, (PhoneOff?)null), ((await PhoneOf(scene)).IsEnabled, (await PhoneOf(scene)).Off));
        var events = await ConsentEvents(scene);
        Assert.Contains(("ConsentWithdrawn", "system", "The provider says that this phone replied STOP (error 21610)."), events);
        Assert.Equal(("ConsentGiven", "Dr Li", "The person replied START."), events[^1]);
    }

    [Theory, OnBothDatabases]
    public async Task A_phone_that_comes_back_gets_a_test_text_that_can_be_confirmed(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        await scene.Reply(scene.LiPhone, "STOP");

        await scene.Reply(scene.LiPhone, "START");

        var code = scene.CodeOn(scene.LiPhone);
        Assert.Equal($"CNK TEST, no patient involved. Reply A{code} to confirm your phone works.", scene.Phones.TextsTo(scene.LiPhone.Phone)[^1]);
        Assert.Equal("Confirmed", await scene.Reply(scene.LiPhone, $"A{code}"));
        Assert.Equal("Unreadable", await scene.Reply(scene.LiPhone, $"E{code}"));
        Assert.Equal(AlertState.Open, (await scene.Alert()).State);
        Assert.Equal("SwitchedOn", await scene.Reply(scene.LiPhone, "START"));
        Assert.Single(scene.Phones.TextsTo(scene.LiPhone.Phone), text => text.StartsWith("CNK TEST", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Start_says_that_a_person_is_on_duty_again(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        await scene.Reply(scene.LiPhone, $"N{scene.CodeOn(scene.LiPhone)}");
        Assert.Equal(PhoneOff.NotOnDuty, (await PhoneOf(scene)).Off);

        Assert.Equal("SwitchedOn", await scene.Reply(scene.LiPhone, "START"));

        Assert.True((await PhoneOf(scene)).IsEnabled);
        Assert.Empty(await ConsentEvents(scene));
        Assert.Contains(await scene.All<AuditEntry>(), entry => entry is { Entity: nameof(Contact), Act: "ReplyByText", Actor: "Dr Li" }
            && entry.ChangeJson.Contains("\"Off\":[\"NotOnDuty\",null]", StringComparison.Ordinal));
        Assert.Equal(AlertState.Closed, (await scene.Alert(AlertKind.Coverage)).State);
    }

    [Theory, OnBothDatabases]
    public async Task Who_takes_an_alert_is_on_duty_again(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        await scene.Reply(scene.LiPhone, $"N{scene.CodeOn(scene.LiPhone)}");

        Assert.Equal("Accepted", await scene.Reply(scene.LiPhone, $"A{scene.CodeOn(scene.LiPhone)}"));

        Assert.True((await PhoneOf(scene)).IsEnabled);
        Assert.Contains("accepted by you", scene.Phones.TextsTo(scene.LiPhone.Phone)[^1]);
    }

    [Theory, OnBothDatabases]
    public async Task What_else_is_found_out_about_a_stopped_phone_does_not_undo_the_stop(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        var code = scene.CodeOn(scene.LiPhone);
        await scene.Reply(scene.LiPhone, "STOP");

        await scene.Hear("SM000001", "undelivered", 30005);
        Assert.Equal("NotOnDuty", await scene.Reply(scene.LiPhone, $"N{code}"));

        Assert.Equal((PhoneOff.Stopped, "The person replied STOP."), ((await PhoneOf(scene)).Off, (await PhoneOf(scene)).DisabledBecause));
    }

    [Theory, OnBothDatabases]
    public async Task Start_from_a_phone_that_was_replaced_does_not_call_it_again(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        await scene.Reply(scene.LiPhone, "STOP");
        await scene.Add(new Contact { StaffMemberId = scene.Li.Id, Label = "Dr Li", Phone = "+4915100000003" });

        Assert.Equal("LeftToProvider", await scene.Reply(scene.LiPhone, "START"));

        Assert.Equal((false, PhoneOff.Replaced), ((await PhoneOf(scene)).IsEnabled, (await PhoneOf(scene)).Off));
        Assert.Equal("ConsentGiven", (await ConsentEvents(scene))[^1].Act);
    }

    static async Task<Contact> PhoneOf(AlertScene scene) => (await scene.All<Contact>()).Single(contact => contact.Id == scene.LiPhone.Id);

    static async Task<(string Act, string Actor, string? Reason)[]> ConsentEvents(AlertScene scene) =>
    [
        .. (await scene.All<AuditEntry>()).Where(entry => entry.Act.StartsWith("Consent", StringComparison.Ordinal)).OrderBy(entry => entry.Sequence)
            .Select(entry => (entry.Act, entry.Actor, entry.Reason)),
    ];

    public enum Since { AnotherSite, AnotherStudy, AnotherRole, Gone }

    /// <summary>As on the signed-in page. That the next level is called at once is not the reply's doing: nobody who was called may answer.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, Since.AnotherSite)]
    [InlineData(DatabaseProvider.Sqlite, Since.AnotherStudy)]
    [InlineData(DatabaseProvider.Sqlite, Since.AnotherRole)]
    [InlineData(DatabaseProvider.Sqlite, Since.Gone)]
    [InlineData(DatabaseProvider.Postgres, Since.AnotherSite)]
    [InlineData(DatabaseProvider.Postgres, Since.AnotherStudy)]
    [InlineData(DatabaseProvider.Postgres, Since.AnotherRole)]
    [InlineData(DatabaseProvider.Postgres, Since.Gone)]
    public async Task Who_may_not_answer_the_alert_any_more_is_refused_and_the_next_level_is_called(DatabaseProvider provider, Since since)
    {
        await using var scene = await Called(provider);
        await Becomes(scene, since);

        Assert.Equal("NotAllowed", await scene.Reply(scene.LiPhone, $"A{scene.CodeOn(scene.LiPhone)}"));

        var alert = await scene.Alert();
        Assert.Equal((AlertState.Open, 2), (alert.State, alert.Level));
        Assert.Empty(alert.Acknowledgements);
        Assert.Single(scene.Phones.TextsTo(scene.BauerPhone.Phone), text => text.Contains("CRS grade 2", StringComparison.Ordinal));
        Assert.Contains(await scene.All<AuditEntry>(), entry => entry is { Act: "ReplyByText", Actor: "Dr Li", Reason: "This person may not answer this alert." });
        Assert.Equal("NotAllowed", await scene.Reply(scene.LiPhone, $"E{scene.CodeOn(scene.LiPhone)}"));
        Assert.Equal((2, 1), ((await scene.Alert()).Level, (await scene.Alert()).Cycle));
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_was_called_may_say_that_the_phone_is_not_on_duty(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        await Becomes(scene, Since.AnotherSite);

        Assert.Equal("NotOnDuty", await scene.Reply(scene.LiPhone, $"N{scene.CodeOn(scene.LiPhone)}"));

        Assert.Equal(2, (await scene.Alert()).Level);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, Since.AnotherSite)]
    [InlineData(DatabaseProvider.Sqlite, Since.AnotherStudy)]
    [InlineData(DatabaseProvider.Sqlite, Since.AnotherRole)]
    [InlineData(DatabaseProvider.Postgres, Since.AnotherStudy)]
    public async Task Who_may_not_answer_is_not_called_and_leaves_a_gap(DatabaseProvider provider, Since since)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await Becomes(scene, since);

        await scene.Sweep();
        await scene.Grade(2);
        await scene.Sweep();

        Assert.Empty(scene.Phones.TextsTo(scene.LiPhone.Phone));
        Assert.Equal(2, (await scene.Alert()).Level);
        Assert.Contains(await scene.All<Alert>(), alert => alert.Kind == AlertKind.Coverage);
    }

    [Theory, OnBothDatabases]
    public async Task A_text_that_waits_for_somebody_who_may_no_longer_answer_is_not_sent_and_the_next_level_is_called(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await Becomes(scene, Since.AnotherSite);

        await scene.Sweep();

        Assert.Empty(scene.Phones.TextsTo(scene.LiPhone.Phone));
        Assert.Single(scene.Phones.TextsTo(scene.BauerPhone.Phone), text => text.Contains("CRS grade 2", StringComparison.Ordinal));
    }

    static async Task Becomes(AlertScene scene, Since since)
    {
        var (study, elsewhere) = (new Study { Code = "T2", Title = "Other trial" }, new Site { StudyId = scene.Study.Id, Code = "02", Name = "Elsewhere", Zone = "Asia/Shanghai" });
        await scene.Add(study, elsewhere);
        await scene.Change<StaffMember>(scene.Li.Id, person => (person.SiteId, person.StudyId, person.Role, person.IsDisabled) = since switch
        {
            Since.AnotherSite => (elsewhere.Id, scene.Study.Id, StaffRole.Physician, false),
            Since.AnotherStudy => ((Guid?)null, study.Id, StaffRole.Physician, false),
            Since.AnotherRole => (scene.Site.Id, scene.Study.Id, StaffRole.Nurse, false),
            Since.Gone => (scene.Site.Id, scene.Study.Id, StaffRole.Physician, true),
        });
    }

    [Theory, OnBothDatabases]
    public async Task A_phone_without_an_account_is_texted_minimally_and_cannot_accept(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        var team = new Contact { Label = "Rapid response", Phone = "+4915100000009" };
        await scene.Add(team, scene.Place(1, team));
        await scene.Grade(2);
        await scene.Sweep();

        Assert.Contains(": toxicity alert, review within 1 h.", Assert.Single(scene.Phones.TextsTo(team.Phone)));
        Assert.Equal("NotAllowed", await scene.Reply(team, $"A{scene.CodeOn(team)}"));
        Assert.Equal("PassedOn", await scene.Reply(team, $"E{scene.CodeOn(team)}"));
    }

    async Task<AlertScene> Called(DatabaseProvider provider)
    {
        var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Sweep();
        return scene;
    }
}
