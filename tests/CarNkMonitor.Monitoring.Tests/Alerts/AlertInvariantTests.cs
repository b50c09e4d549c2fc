using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using CsCheck;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

/// <summary>
/// Random interleavings on a virtual clock with a provider that fails in every way it can. After each act the promises of the alert
/// pipeline must hold, whatever happened before.
/// </summary>
public partial class AlertInvariantTests(MonitorTemplate databases)
{
    static readonly Gen<Act> Acts = Gen.Frequency(
        (6, Gen.Int[1, 12].Select(minutes => new Act("pass", minutes))),
        (4, Gen.Int[1, 40].Select(seconds => new Act("wait", seconds))),
        (3, Gen.Int[0, 4].Select(grade => new Act("grade", grade))),
        (1, Gen.Const(new Act("amend", 0))),
        (4, Gen.Int[0, 5].Select(fault => new Act("fault", fault))),
        (3, Gen.Int[0, 5].Select(status => new Act("callback", status))),
        (2, Gen.Int[0, 4].Select(reply => new Act("reply", reply))),
        (1, Gen.Int[0, 1].Select(person => new Act("accept", person))),
        (1, Gen.Const(new Act("review", 0))),
        (1, Gen.Const(new Act("close", 0))));

    /// <summary>Each seed is another story; a failing one is named in the message and can be put here for good.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 1, 6)]
    [InlineData(DatabaseProvider.Postgres, 1001, 2)]
    public async Task Whatever_happens_the_promises_hold(DatabaseProvider provider, uint firstSeed, int stories)
    {
        for (var seed = firstSeed; seed < firstSeed + stories; seed++)
        {
            await using var scene = await AlertScene.Set(databases, provider);
            var acts = Story(seed);
            var told = new List<Act>();
            var watch = new Watch();
            scene.Phones.Before = text => watch.LookAtSending(scene, text);
            foreach (var act in acts)
            {
                told.Add(act);
                await Play(scene, act, seed);
                var broken = await watch.Broken(scene);
                Assert.True(broken is null, $"Seed {seed}: {broken} after {string.Join(", ", told)}");
            }

            await EndsWell(scene, seed);
        }
    }

    /// <summary>With one argument the generator would start from the clock, and no story could be told again.</summary>
    static List<Act> Story(uint seed) => Acts.List[12, 30].Generate(new PCG(1, seed), null, out _);

    [Fact]
    public void A_seed_is_one_story_and_another_seed_another()
    {
        Assert.Equal(Story(7), Story(7));
        Assert.NotEqual(Story(7), Story(8));
    }

    static async Task Play(AlertScene scene, Act act, uint seed)
    {
        switch (act)
        {
            case ("pass", var minutes):
                await scene.SweepFor(minutes, stepSeconds: 60);
                break;
            case ("wait", var seconds):
                scene.Time.Advance(TimeSpan.FromSeconds(seconds));
                break;
            case ("grade", var grade):
                await scene.Grade(grade);
                break;
            case ("amend", _):
                await scene.Grade((await scene.All<Assessment>()).Where(one => one.IsCurrent).Select(one => one.Moment).DefaultIfEmpty(scene.Now).Max(), 0, 0);
                break;
            case ("fault", var fault):
                scene.Phones.Script = text => FaultOf(fault, text, scene);
                scene.Phones.IsListDown = fault == 5;
                break;
            case ("callback", var status):
                await CallBack(scene, status, seed);
                break;
            case ("reply", var reply):
                await ReplyWith(scene, reply);
                break;
            case ("accept", var person) when await HasAlert(scene):
                await scene.Accept(person == 0 ? scene.Li : scene.Bauer);
                break;
            case ("review", _) when await HasAlert(scene):
                await scene.Review(scene.Li, 2, "As I see it.");
                break;
            case ("close", _) when await HasAlert(scene):
                await scene.Close(scene.Bauer, "Enough.");
                break;
        }

        await scene.Sweep();
    }

    static Fault FaultOf(int fault, OutgoingText text, AlertScene scene) => fault switch
    {
        0 or 5 => Fault.TimeOutAfterTaking,
        1 => Fault.TimeOutBeforeTaking,
        2 => Fault.Refused(429, isPermanent: false),
        3 => text.ToPhone == scene.LiPhone.Phone ? Fault.Refused(30005, isPermanent: true) : Fault.None,
        _ => Fault.None,
    };

    /// <summary>Late, twice, in the wrong order, or about nothing we know.</summary>
    static async Task CallBack(AlertScene scene, int status, uint seed)
    {
        string[] words = ["sent", "delivered", "undelivered", "failed", "queued", "delivered"];
        int?[] codes = [null, null, 30003, 30008, null, null];
        var taken = scene.Phones.Taken;
        var id = taken.Count == 0 ? $"SMunknown{seed}" : taken[(int)((seed + (uint)status * 7) % (uint)taken.Count)].ProviderId;
        if (taken.Count > 0)
            scene.Phones.Becomes(id, words[status], codes[status]);
        await scene.Hear(id, words[status], codes[status]);
        await scene.Hear(id, words[status], codes[status]);
    }

    static async Task ReplyWith(AlertScene scene, int reply)
    {
        var phone = reply % 2 == 0 ? scene.LiPhone : scene.BauerPhone;
        if (!scene.Phones.TextsTo(phone.Phone).Any(text => text.Contains("Reply A", StringComparison.Ordinal)))
            return;
        var code = scene.CodeOn(phone);
        await scene.Reply(phone, reply switch { 0 or 1 => $"A{code}", 2 => $"E{code}", 3 => "A", _ => "what?" });
    }

    static async Task<bool> HasAlert(AlertScene scene) => (await scene.All<Alert>()).Exists(alert => alert.Kind == AlertKind.Crs);

    /// <summary>I8: once grave and left alone, in bounded time somebody has it or everybody knows that nobody has.</summary>
    static async Task EndsWell(AlertScene scene, uint seed)
    {
        scene.Pass(1);
        await scene.Grade(4);
        await scene.SweepFor(45, stepSeconds: 60);
        var alert = await scene.Alert();
        Assert.True(alert.State is AlertState.Exhausted or AlertState.Acknowledged or AlertState.Managed, $"Seed {seed}: still {alert.State} after 45 min");
    }

    sealed record Act(string What, int Which)
    {
        public override string ToString() => $"{What} {Which}";
    }

    /// <summary>Looks at the stored rows after each act, and remembers what may never go back.</summary>
    sealed partial class Watch
    {
        readonly Dictionary<string, int> _ranks = [];
        string? _sentInVain;

        public async Task<string?> Broken(AlertScene scene)
        {
            var alerts = await scene.All<Alert>();
            var notices = await scene.All<Notice>();
            var audit = await scene.All<AuditEntry>();
            return Forgotten(alerts) ?? _sentInVain ?? Doubled(alerts, notices) ?? Fallen(notices) ?? Unaudited(alerts, audit) ?? Odd(scene);
        }

        /// <summary>I1.</summary>
        static string? Forgotten(List<Alert> alerts) =>
            alerts.Exists(alert => alert is { State: AlertState.Open or AlertState.Exhausted or AlertState.Acknowledged, NextStepAt: null }) ? "I1: no next step" : null;

        /// <summary>I2: at the moment of sending somebody must still be wanted.</summary>
        public async Task LookAtSending(AlertScene scene, OutgoingText text)
        {
            var notice = (await scene.All<Notice>()).Single(one => one.Id == text.NoticeId);
            if (notice.AsksForReply && !(await scene.All<Alert>()).Single(alert => alert.Id == notice.AlertId).IsCalling)
                _sentInVain = $"I2: sent in vain: {text.Body}";
        }

        /// <summary>I3 and I4.</summary>
        static string? Doubled(List<Alert> alerts, List<Notice> notices) =>
            alerts.Where(alert => alert.ClosedAt is null).GroupBy(alert => (alert.SubjectId, alert.SiteId, alert.Kind, alert.Episode)).Any(key => key.Count() > 1) ? "I3: two open alerts"
            : notices.Where(notice => notice.AlertId is not null)
                .GroupBy(notice => (notice.AlertId, notice.Round, notice.Level, notice.Cycle, notice.ContactId, notice.Kind, notice.Attempt)).Any(key => key.Count() > 1) ? "I4: two rows of one notice"
            : null;

        /// <summary>I5, for each message of the provider.</summary>
        string? Fallen(List<Notice> notices)
        {
            foreach (var notice in notices.Where(notice => notice.ProviderId is not null))
            {
                var rank = notice.State switch { NoticeState.Accepted => 1, NoticeState.Sent => 2, NoticeState.Sending or NoticeState.Queued or NoticeState.Unknown => 0, _ => 3 };
                if (_ranks.TryGetValue(notice.ProviderId!, out var before) && rank < before)
                    return $"I5: {notice.ProviderId} fell";
                _ranks[notice.ProviderId!] = rank;
            }

            return null;
        }

        /// <summary>I6: the last audited state of each alert is the one that is stored.</summary>
        static string? Unaudited(List<Alert> alerts, List<AuditEntry> audit) => alerts
            .Where(alert => !audit.Where(row => row.Entity == nameof(Alert) && row.EntityId == alert.Id.ToString()).OrderBy(row => row.Sequence)
                .Select(row => StateWords().Match(row.ChangeJson)).Last(match => match.Success).Groups[1].Value.Equals(alert.State.ToString(), StringComparison.Ordinal))
            .Select(alert => $"I6: {alert.State} is not audited").FirstOrDefault();

        /// <summary>I7.</summary>
        static string? Odd(AlertScene scene) => scene.Phones.Taken
            .Where(message => !Gsm7.FitsOnePart(message.Body) || !Templates().IsMatch(message.Body)).Select(message => $"I7: {message.Body}").FirstOrDefault();

        [GeneratedRegex("\"State\":\\[[^,]*,\"([A-Za-z]+)\"\\]")]
        private static partial Regex StateWords();

        [GeneratedRegex(
            @"^(CNK (EMERGENCY|URGENT|SAME DAY|ROUTINE) [A-Z0-9]{4}: [^.]+\. Reply A\d{4}( to accept, E\d{4} to pass on| or E\d{4})\. https://cnk\.example/k/[A-Z0-9]{4}"
            + @"|CNK REPEAT \d/\d (EMERGENCY|URGENT|SAME DAY|ROUTINE) [A-Z0-9]{4}: not yet accepted, next person called \d\d:\d\d UTC\. Reply A\d{4} or E\d{4}\."
            + @"|CNK [A-Z0-9]{4} accepted by you \d\d:\d\d UTC\. Record your assessment by \d\d:\d\d UTC or it is called again\."
            + @"|CNK [A-Z0-9]{4} already accepted by another clinician \d\d:\d\d UTC\. No action needed\."
            + @"|CNK [A-Z0-9]{4} was WITHDRAWN \d\d:\d\d UTC: entry corrected\. Sign in to see why\. No action needed\."
            + @"|CNK could not use that reply\. Send A or E and the 4 digits in the alert, or sign in\.)$")]
        private static partial Regex Templates();
    }
}
