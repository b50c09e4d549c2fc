using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

/// <summary>The table of notice states: each row, on a provider that does what the row says.</summary>
public class NoticeDeliveryTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task Sent_and_delivered_by_callback_and_a_late_sent_changes_nothing(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        await scene.Hear("SM000001", "delivered");
        await scene.Sweep();
        scene.Pass(0.1);
        await scene.Hear("SM000001", "sent");
        await scene.Sweep();

        var notice = await scene.FirstCall(scene.LiPhone);
        Assert.Equal((NoticeState.Delivered, "delivered"), (notice.State, notice.ProviderStatus));
        Assert.Equal(["Delivered", "no news"], (await scene.All<ProviderEvent>()).OrderBy(said => said.ReceivedAt).Select(said => said.Outcome));
    }

    [Theory, OnBothDatabases]
    public async Task The_same_callback_twice_is_stored_once(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);

        var stored = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => scene.Hear("SM000001", "delivered"))));

        Assert.Single(stored, isNew => isNew);
        Assert.Single(await scene.All<ProviderEvent>());
    }

    [Theory, OnBothDatabases]
    public async Task A_callback_may_overtake_our_own_commit(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        scene.Phones.Before = async text => await scene.Hear("SM000001", "delivered", noticeId: text.NoticeId);

        await scene.Sweep();
        await scene.Sweep();

        Assert.Equal(NoticeState.Delivered, (await scene.FirstCall(scene.LiPhone)).State);
    }

    /// <summary>Another process hears the callback, and makes something of it, while the sender still waits for the provider's answer.</summary>
    [Theory, OnBothDatabases]
    public async Task What_another_process_made_of_an_overtaking_callback_stands(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        scene.Phones.Before = text => Overtakes(scene, text, "delivered");

        await scene.Sweep();

        var notice = await scene.FirstCall(scene.LiPhone);
        Assert.Equal((NoticeState.Delivered, "SM000001", 1), (notice.State, notice.ProviderId, notice.Tries));
        Assert.Single(scene.Phones.Taken);
    }

    [Theory, OnBothDatabases]
    public async Task A_failure_that_overtakes_the_answer_is_tried_again_after_5_seconds_and_the_answer_does_not_undo_that(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        scene.Phones.Before = text => scene.Phones.Asked == 0 ? Overtakes(scene, text, "undelivered", 30003) : Task.CompletedTask;

        await scene.Sweep();
        var failed = await scene.FirstCall(scene.LiPhone);
        Assert.Equal((NoticeState.Queued, scene.Now.AddSeconds(5)), (failed.State, failed.DueAt));
        scene.Time.Advance(TimeSpan.FromSeconds(5));
        await scene.Sweep();

        var notice = await scene.FirstCall(scene.LiPhone);
        Assert.Equal((NoticeState.Accepted, "SM000002", 2), (notice.State, notice.ProviderId, notice.Tries));
    }

    [Theory, OnBothDatabases]
    public async Task A_failure_heard_by_asking_is_remembered_like_one_called_back(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        scene.Phones.Becomes("SM000001", "undelivered", 30003);
        scene.Pass(1);
        await scene.Sweep();
        var failed = await scene.FirstCall(scene.LiPhone);

        Assert.False(await scene.Hear("SM000001", "undelivered", 30003, failed.Id));
        await scene.Hear("SM000001", "sent", noticeId: failed.Id);
        await scene.Sweep();

        var notice = await scene.FirstCall(scene.LiPhone);
        Assert.Equal((NoticeState.Queued, failed.DueAt, (string?)null), (notice.State, notice.DueAt, notice.ProviderId));
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_about_a_try_that_failed_meanwhile_is_no_news(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        scene.Phones.WhileFetching = () => Fails(scene);
        scene.Pass(1);
        await scene.Sweep();

        Assert.Equal((NoticeState.Queued, 1), ((await scene.FirstCall(scene.LiPhone)).State, (await scene.FirstCall(scene.LiPhone)).Tries));
        Assert.Equal(scene.Now.AddSeconds(5), (await scene.FirstCall(scene.LiPhone)).DueAt);
    }

    [Theory, OnBothDatabases]
    public async Task An_unknown_id_is_kept_and_matched_later(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Hear("SM000001", "delivered");
        await scene.Sweep();
        Assert.Null(Assert.Single(await scene.All<ProviderEvent>()).ProcessedAt);

        await scene.Grade(2);
        await scene.Sweep();
        await scene.Sweep();

        Assert.Equal(NoticeState.Delivered, (await scene.FirstCall(scene.LiPhone)).State);
    }

    [Theory, OnBothDatabases]
    public async Task What_belongs_to_nobody_is_put_aside_after_an_hour(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Hear("SM999999", "delivered");

        scene.Pass(60);
        await scene.Sweep();

        Assert.Equal("belongs to no notice of ours", Assert.Single(await scene.All<ProviderEvent>()).Outcome);
    }

    [Theory, OnBothDatabases]
    public async Task A_sender_that_died_after_sending_is_found_in_the_providers_list(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await Dies(scene, afterSending: true);
        Assert.Equal(NoticeState.Sending, (await scene.FirstCall(scene.LiPhone)).State);

        scene.Pass(0.25);
        await scene.Sweep();

        var notice = await scene.FirstCall(scene.LiPhone);
        Assert.Equal((NoticeState.Accepted, "SM000001"), (notice.State, notice.ProviderId));
        Assert.Single(scene.Phones.Taken);
    }

    [Theory, OnBothDatabases]
    public async Task A_sender_that_died_before_sending_is_replaced_after_its_lease_and_not_before(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await Dies(scene, afterSending: false);

        scene.Time.Advance(TimeSpan.FromSeconds(14));
        await scene.Sweep();
        Assert.Empty(scene.Phones.Taken);
        scene.Time.Advance(TimeSpan.FromSeconds(1));
        await scene.Sweep();

        Assert.Single(scene.Phones.Taken);
        Assert.Equal((NoticeState.Accepted, 2), ((await scene.FirstCall(scene.LiPhone)).State, (await scene.FirstCall(scene.LiPhone)).Tries));
    }

    [Theory, OnBothDatabases]
    public async Task A_time_out_after_taking_does_not_text_twice(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        scene.Phones.Script = _ => Fault.TimeOutAfterTaking;
        await scene.Grade(2);
        await scene.Sweep();
        Assert.Equal(NoticeState.Unknown, (await scene.FirstCall(scene.LiPhone)).State);

        scene.Time.Advance(TimeSpan.FromSeconds(5));
        await scene.Sweep();

        Assert.Equal("SM000001", (await scene.FirstCall(scene.LiPhone)).ProviderId);
        Assert.Equal(1, scene.Phones.Asked);
    }

    [Theory, OnBothDatabases]
    public async Task A_time_out_before_taking_texts_again(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        scene.Phones.Script = _ => scene.Phones.Asked == 1 ? Fault.TimeOutBeforeTaking : Fault.None;
        await scene.Grade(2);
        await scene.Sweep();

        scene.Time.Advance(TimeSpan.FromSeconds(5));
        await scene.Sweep();

        Assert.Single(scene.Phones.Taken);
        Assert.Equal(NoticeState.Accepted, (await scene.FirstCall(scene.LiPhone)).State);
    }

    [Theory, OnBothDatabases]
    public async Task An_unreadable_list_is_no_proof_that_nothing_was_sent(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        scene.Phones.Script = _ => Fault.TimeOutAfterTaking;
        scene.Phones.IsListDown = true;
        await scene.Grade(2);
        await scene.Sweep();
        await scene.SweepFor(0.3, stepSeconds: 5);
        Assert.Equal(1, scene.Phones.Asked);
        Assert.Equal(NoticeState.Unknown, (await scene.FirstCall(scene.LiPhone)).State);

        scene.Phones.IsListDown = false;
        await scene.SweepFor(1, stepSeconds: 5);

        Assert.Equal("SM000001", (await scene.FirstCall(scene.LiPhone)).ProviderId);
    }

    [Theory, OnBothDatabases]
    public async Task Silence_for_60_seconds_asks_for_the_id(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        scene.Phones.Becomes("SM000001", "delivered");

        scene.Time.Advance(TimeSpan.FromSeconds(59));
        await scene.Sweep();
        Assert.Equal(NoticeState.Accepted, (await scene.FirstCall(scene.LiPhone)).State);
        scene.Time.Advance(TimeSpan.FromSeconds(1));
        await scene.Sweep();

        Assert.Equal(NoticeState.Delivered, (await scene.FirstCall(scene.LiPhone)).State);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 21610)]
    [InlineData(DatabaseProvider.Sqlite, 21211)]
    [InlineData(DatabaseProvider.Sqlite, 21614)]
    [InlineData(DatabaseProvider.Postgres, 21610)]
    public async Task A_refusal_for_good_switches_the_phone_off_and_calls_the_next_level_at_once(DatabaseProvider provider, int code)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        scene.Phones.Script = text => text.ToPhone == scene.LiPhone.Phone ? Fault.Refused(code, isPermanent: true) : Fault.None;
        await scene.Grade(2);
        await scene.Sweep();

        Assert.Single(scene.Phones.TextsTo(scene.BauerPhone.Phone), text => text.Contains("CRS grade 2", StringComparison.Ordinal));
        var contact = (await scene.All<Contact>()).Single(one => one.Id == scene.LiPhone.Id);
        Assert.False(contact.IsEnabled);
        Assert.Contains(code.ToString(System.Globalization.CultureInfo.InvariantCulture), contact.DisabledBecause);
        Assert.Contains(await scene.All<Alert>(), alert => alert.Kind == AlertKind.Coverage);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 30004)]
    [InlineData(DatabaseProvider.Sqlite, 30005)]
    [InlineData(DatabaseProvider.Sqlite, 30006)]
    [InlineData(DatabaseProvider.Postgres, 30004)]
    public async Task Undelivered_for_good_does_the_same(DatabaseProvider provider, int code)
    {
        await using var scene = await Called(provider);

        await scene.Hear("SM000001", "undelivered", code);
        await scene.Sweep();

        Assert.Equal((NoticeState.Undelivered, code), ((await scene.FirstCall(scene.LiPhone)).State, (await scene.FirstCall(scene.LiPhone)).ProviderError));
        Assert.Single(scene.Phones.TextsTo(scene.BauerPhone.Phone), text => text.Contains("CRS grade 2", StringComparison.Ordinal));
        Assert.False((await scene.All<Contact>()).Single(one => one.Id == scene.LiPhone.Id).IsEnabled);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 429)]
    [InlineData(DatabaseProvider.Sqlite, 503)]
    [InlineData(DatabaseProvider.Postgres, 429)]
    public async Task What_may_pass_is_tried_after_5_15_and_45_seconds_and_then_the_next_level_is_called(DatabaseProvider provider, int code)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        List<double> asked = [];
        scene.Phones.Script = text => Refuse(text, scene, asked, Fault.Refused(code, isPermanent: false));
        await scene.Grade(2);
        await scene.Sweep();

        await scene.SweepFor(1.2, stepSeconds: 1);

        Assert.Equal([0, 5, 20, 65], asked);
        Assert.Equal(NoticeState.Failed, (await scene.FirstCall(scene.LiPhone)).State);
        Assert.Single(scene.Phones.TextsTo(scene.BauerPhone.Phone));
        Assert.Equal(2, (await scene.Alert()).Level);
    }

    [Theory, OnBothDatabases]
    public async Task An_unreachable_provider_is_tried_in_the_same_steps(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        List<double> asked = [];
        scene.Phones.Script = text => Refuse(text, scene, asked, Fault.Unreachable);
        await scene.Grade(2);
        await scene.Sweep();

        await scene.SweepFor(1.2, stepSeconds: 5);

        Assert.Equal([0, 5, 20, 65], asked);
        Assert.Single(scene.Phones.TextsTo(scene.BauerPhone.Phone));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 30001)]
    [InlineData(DatabaseProvider.Sqlite, 30003)]
    [InlineData(DatabaseProvider.Sqlite, 30008)]
    [InlineData(DatabaseProvider.Postgres, 30003)]
    public async Task A_handset_that_is_off_is_tried_again_and_older_words_about_the_first_try_are_no_news(DatabaseProvider provider, int code)
    {
        await using var scene = await Called(provider);
        await scene.Hear("SM000001", "undelivered", code);
        await scene.Sweep();
        await scene.Hear("SM000001", "sent", noticeId: (await scene.FirstCall(scene.LiPhone)).Id);
        await scene.Sweep();
        Assert.Equal(NoticeState.Queued, (await scene.FirstCall(scene.LiPhone)).State);

        scene.Time.Advance(TimeSpan.FromSeconds(5));
        await scene.Sweep();

        Assert.Equal(("SM000002", 2), ((await scene.FirstCall(scene.LiPhone)).ProviderId, scene.Phones.TextsTo(scene.LiPhone.Phone).Count));
        Assert.Equal(1, (await scene.Alert()).Level);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "delivered")]
    [InlineData(DatabaseProvider.Sqlite, "failed")]
    [InlineData(DatabaseProvider.Postgres, "delivered")]
    public async Task A_word_about_the_first_try_says_nothing_of_the_second_that_is_on_its_way(DatabaseProvider provider, string word)
    {
        await using var scene = await Called(provider);
        await scene.Hear("SM000001", "undelivered", 30003);
        await scene.Sweep();
        scene.Time.Advance(TimeSpan.FromSeconds(5));
        await scene.Sweep();

        await scene.Hear("SM000001", word, noticeId: (await scene.FirstCall(scene.LiPhone)).Id);
        await scene.Sweep();

        var notice = await scene.FirstCall(scene.LiPhone);
        Assert.Equal((NoticeState.Accepted, "SM000002", 2), (notice.State, notice.ProviderId, notice.Tries));
        Assert.Equal(1, (await scene.Alert()).Level);
    }

    [Theory, OnBothDatabases]
    public async Task Undelivered_for_an_unlisted_reason_calls_the_next_level_and_leaves_the_phone_on(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);

        await scene.Hear("SM000001", "undelivered", 30007);
        await scene.Sweep();

        Assert.Equal(2, (await scene.Alert()).Level);
        Assert.True((await scene.All<Contact>()).Single(one => one.Id == scene.LiPhone.Id).IsEnabled);
    }

    [Theory, OnBothDatabases]
    public async Task A_failure_after_somebody_accepted_calls_nobody(DatabaseProvider provider)
    {
        await using var scene = await Called(provider);
        await scene.Accept(scene.Li);

        await scene.Hear("SM000001", "undelivered", 30003);
        await scene.SweepFor(2);

        Assert.Single(scene.Phones.Taken);
        Assert.Equal(NoticeState.Undelivered, (await scene.FirstCall(scene.LiPhone)).State);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_accepted_while_the_sender_hesitated_is_not_sent(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Accept(scene.Li);

        await scene.Sweep();

        Assert.Empty(scene.Phones.Taken);
        Assert.All((await scene.Alert()).Notices, notice => Assert.Equal(NoticeState.Superseded, notice.State));
    }

    [Theory, OnBothDatabases]
    public async Task Two_processes_sweeping_at_once_send_each_text_once(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(3);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.Sweep())));

        Assert.Single(scene.Phones.TextsTo(scene.LiPhone.Phone));
        Assert.Single(scene.Phones.TextsTo(scene.BauerPhone.Phone));
    }

    [Theory, OnBothDatabases]
    public async Task A_piece_that_fails_keeps_no_other_from_being_done_and_the_heart_does_not_beat(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(3);
        scene.Phones.Before = text => text.ToPhone == scene.LiPhone.Phone ? throw new InvalidOperationException("a mistake of ours") : Task.CompletedTask;

        var error = await Assert.ThrowsAsync<AggregateException>(() => scene.Sweep());

        Assert.Contains(error.InnerExceptions, inner => inner.Message == "a mistake of ours");
        Assert.Single(scene.Phones.TextsTo(scene.BauerPhone.Phone));
        Assert.Empty(await scene.All<Heartbeat>());
    }

    async Task<AlertScene> Called(DatabaseProvider provider)
    {
        var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Sweep();
        return scene;
    }

    static async Task Overtakes(AlertScene scene, OutgoingText text, string status, int? error = null)
    {
        await scene.Hear("SM000001", status, error, text.NoticeId);
        await scene.Sweep(new ScriptedPhones(scene.Time));
    }

    /// <summary>Another process hears that the first text failed.</summary>
    static async Task Fails(AlertScene scene)
    {
        scene.Phones.WhileFetching = () => Task.CompletedTask;
        await scene.Hear("SM000001", "undelivered", 30003);
        await scene.Sweep();
    }

    static Fault Refuse(OutgoingText text, AlertScene scene, List<double> asked, Fault fault)
    {
        if (text.ToPhone != scene.LiPhone.Phone || text.Body.Contains("REPEAT", StringComparison.Ordinal))
            return Fault.None;
        asked.Add((scene.Now - AlertScene.Start).TotalSeconds);
        return fault;
    }

    /// <summary>A sweep whose process ends between the claim and the mark.</summary>
    static async Task Dies(AlertScene scene, bool afterSending)
    {
        scene.Phones.Script = _ => afterSending ? Fault.TimeOutAfterTaking : Fault.TimeOutBeforeTaking;
        using var dying = new CancellationTokenSource();
        var phones = new Dying(scene.Phones, dying);
        await using (var db = scene.Open())
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SendNotices(db, scene.Time, phones, AlertScene.Links).Run(dying.Token));
        scene.Phones.Script = _ => Fault.None;
    }

    sealed class Dying(ITelephony phones, CancellationTokenSource death) : ITelephony
    {
        public string Name => phones.Name;
        public bool IsConfigured => true;

        public async Task<SendResult> SendText(OutgoingText text, CancellationToken cancel)
        {
            await phones.SendText(text, CancellationToken.None);
            await death.CancelAsync();
            throw new OperationCanceledException(cancel);
        }

        public Task<ProviderMessage?> Fetch(string providerId, CancellationToken cancel) => phones.Fetch(providerId, cancel);

        public Task<ProviderMessage?> Find(string toPhone, DateTime sentAfter, string bodyContains, CancellationToken cancel) =>
            phones.Find(toPhone, sentAfter, bodyContains, cancel);
    }
}
