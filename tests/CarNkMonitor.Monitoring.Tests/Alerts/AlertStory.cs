using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using CsCheck;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

/// <summary>What may happen to one subject's alerts, in any order. A sweep follows each act, and a look at the promises each sweep.</summary>
sealed class AlertStory(AlertScene scene, Func<Task> look)
{
    static readonly Gen<Act> Acts = Gen.Frequency(
        (6, Some("pass", Gen.Int[1, 12])),
        (4, Some("wait", Gen.Int[1, 40])),
        (4, Some("grade", Gen.Int[0, 4])),
        (1, Some("amend", Gen.Const(0))),
        (4, Some("fault", Gen.Int[0, 5])),
        (5, Some("callbacks", Gen.Int[0, 99], Gen.Int[0, 23])),
        (2, Some("overtaken", Gen.Int[0, 3])),
        (3, Some("reply", Gen.Int[0, 1], Gen.Int[0, 6])),
        (2, Some("accept", Gen.Int[0, 1])),
        (1, Some("pass on", Gen.Int[0, 1])),
        (1, Some("review", Gen.Const(0))),
        (1, Some("close", Gen.Const(0))),
        (1, Some("leave", Gen.Const(0))),
        (2, Some("return", Gen.Const(0))));

    /// <summary>The last word about a message, with the provider's code.</summary>
    static readonly (string Status, int? Error)[] Ends = [("delivered", null), ("undelivered", 30003), ("undelivered", 30005), ("failed", 30007)];

    /// <summary>In which the words queued, sent and the last one arrive.</summary>
    static readonly int[][] Orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

    readonly List<Act> _told = [];
    Alert? _page;

    /// <summary>With one argument the generator would start from the clock, and no story could be told again.</summary>
    public static List<Act> Of(uint seed) => Acts.List[12, 30].Generate(new PCG(1, seed), null, out _);

    public override string ToString() => string.Join(", ", _told);

    public async Task Play(Act act)
    {
        _told.Add(act);
        await Happens(act);
        await SweepAndLook();
    }

    async Task Happens(Act act)
    {
        switch (act)
        {
            case ("pass", var minutes, _):
                await scene.SweepFor(minutes, stepSeconds: 60);
                break;
            case ("wait", var seconds, _):
                scene.Time.Advance(TimeSpan.FromSeconds(seconds));
                break;
            case ("grade", var grade, _):
                await scene.Grade(grade);
                break;
            case ("amend", _, _):
                await scene.Grade((await scene.All<Assessment>()).Where(one => one.IsCurrent).Select(one => one.Moment).DefaultIfEmpty(scene.Now).Max(), 0, 0);
                break;
            case ("fault", var fault, _):
                scene.Phones.Script = text => FaultOf(fault, text);
                scene.Phones.IsListDown = fault == 5;
                break;
            case ("callbacks", var message, var order):
                await CallBack(message, order);
                break;
            case ("overtaken", var end, _):
                scene.Phones.Overtaken = (id, notice) => Overtake(id, notice, Ends[end]);
                break;
            case ("reply", var person, var word):
                await ReplyWith(person == 0 ? scene.LiPhone : scene.BauerPhone, word);
                break;
            case ("leave", _, _):
                await scene.Leave();
                break;
            case ("return", _, _):
                await scene.Return();
                break;
            default:
                if (await HasAlert())
                    await OnThePage(act);
                break;
        }
    }

    async Task OnThePage(Act act)
    {
        switch (act)
        {
            case ("accept", var person, _):
                await scene.Accept(person == 0 ? scene.Li : scene.Bauer);
                break;
            case ("pass on", var isStale, _):
                await scene.PassOn(scene.Li, isStale == 1 ? _page : null);
                break;
            case ("review", _, _):
                await scene.Review(scene.Li, 2, "As I see it.");
                break;
            case ("close", _, _):
                await scene.Close(scene.Bauer, "Enough.");
                break;
        }

        _page = await scene.Alert();
    }

    async Task SweepAndLook()
    {
        await scene.Sweep();
        await look();
    }

    Fault FaultOf(int fault, OutgoingText text) => fault switch
    {
        0 or 5 => Fault.TimeOutAfterTaking,
        1 => Fault.TimeOutBeforeTaking,
        2 => Fault.Refused(429, isPermanent: false),
        3 => text.ToPhone == scene.LiPhone.Phone ? Fault.Refused(30005, isPermanent: true) : Fault.None,
        _ => Fault.None,
    };

    /// <summary>All words about one message, each twice, in some order: late, or about nothing we know. The provider's list knows how it ended.</summary>
    async Task CallBack(int message, int order)
    {
        var (end, error) = Ends[order / Orders.Length];
        var taken = scene.Phones.Taken;
        var id = taken.Count == 0 ? $"SMunknown{message}" : taken[message % taken.Count].ProviderId;
        Guid? notice = taken.Count == 0 ? null : scene.Phones.NoticeOf(id);
        if (taken.Count > 0)
            scene.Phones.Becomes(id, end, error);
        (string Word, int? Error)[] words = [("queued", null), ("sent", null), (end, error)];
        foreach (var (word, code) in Orders[order % Orders.Length].Select(at => words[at]))
        {
            await scene.Hear(id, word, code, notice);
            await scene.Hear(id, word, code, notice);
            await SweepAndLook();
        }
    }

    /// <summary>Another process hears how the next text ended, and makes something of it, while its sender waits for the answer.</summary>
    async Task Overtake(string id, Guid notice, (string Status, int? Error) end)
    {
        scene.Phones.Becomes(id, end.Status, end.Error);
        await scene.Hear(id, end.Status, end.Error, notice);
        await scene.Sweep();
    }

    async Task ReplyWith(Contact phone, int word)
    {
        if (!scene.Phones.TextsTo(phone.Phone).Any(text => text.Contains("Reply A", StringComparison.Ordinal)))
            return;
        var code = scene.CodeOn(phone);
        await scene.Reply(phone, word switch { 0 or 1 => $"A{code}", 2 => $"E{code}", 3 => $"N{code}", 4 => "A", 5 => "START", _ => "what?" });
    }

    async Task<bool> HasAlert() => (await scene.All<Alert>()).Exists(alert => alert.Kind == AlertKind.Crs);

    static Gen<Act> Some(string what, Gen<int> which) => which.Select(one => new Act(what, one, 0));

    static Gen<Act> Some(string what, Gen<int> which, Gen<int> how) => Gen.Select(which, how, (one, other) => new Act(what, one, other));

    public sealed record Act(string What, int Which, int How)
    {
        public override string ToString() => $"{What} {Which} {How}";
    }
}
