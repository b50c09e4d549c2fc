using System.Net;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.Provider;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Phone;

/// <summary>
/// One fever and the call that it makes, as the world outside sees them: the nurse, the provider and the physician do the same whichever
/// process they meet, and may do it again. Its own host only prepares the database and looks into it; it runs nothing.
/// </summary>
sealed class FeverCall : IAsyncDisposable
{
    /// <summary>The lease of a dead sender, 15 s of real time, and a slow machine.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    static readonly string Phone = Ward.PhoneOf(StaffRole.Physician);

    readonly MonitorHost _host;
    readonly ProviderStandIn _provider;
    readonly CookieContainer _cookies = new();
    BedsidePage? _form;
    TextOnPhone? _text;

    FeverCall(MonitorHost host, ProviderStandIn provider) => (_host, _provider) = (host, provider);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<FeverCall> Begin(MonitorTemplate databases, DatabaseProvider database)
    {
        var provider = await ProviderStandIn.Start();
        // One callback for each text, so that a test can say which one a process dies over.
        provider.Always(Phone, Conduct.Deliver with { Statuses = ["delivered"] });
        var host = await MonitorHost.Start(databases, database, at: TimeProvider.System.GetUtcNow());
        var ward = new Ward(host);
        await ward.CallList();
        await ward.Infuse(hoursAgo: 50);
        return new FeverCall(host, provider);
    }

    public async Task<RunningProgram> Start(string? killAt = null)
    {
        var program = await RunningProgram.Start(_host.Database, _provider, killAt);
        _provider.Serve(program.Client);
        return program;
    }

    /// <summary>The nurse signs in, once, and presses Save, each time with the same form. Null: the answer was lost.</summary>
    public async Task<string?> Save(RunningProgram program)
    {
        using var visitor = new Visitor(program.Client.BaseAddress!, _cookies);
        _form ??= await FilledIn(visitor);
        try
        {
            var (status, location, text) = await _form.At(visitor).Save();
            Assert.True(status == HttpStatusCode.Redirect, $"Save answered {status}\n{text}\n{program.Output}");
            return location;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    async Task<BedsidePage> FilledIn(Visitor visitor)
    {
        await _host.SignIn(visitor, _host.Trial.Person(StaffRole.Nurse));
        return (await BedsidePage.Open(visitor, _host.Trial.Subject)).TypeAll(Ward.But(("temperature", "39.1")));
    }

    /// <summary>The physician's phone shows the call, and once we know that the provider took it, the provider says that it is delivered.</summary>
    public async Task Deliver()
    {
        _text ??= await _provider.Expect(Phone, "URGENT", Patience);
        await Notice(NoticeKind.Call, NoticeState.Accepted, NoticeState.Delivered);
        await _provider.DeliverPending();
    }

    /// <summary>The physician's reply reaches us with this answer, null when the program dies over it; its repetition is the same text.</summary>
    public async Task<HttpStatusCode?> Accept()
    {
        await Notice(NoticeKind.Call, NoticeState.Delivered);
        return await _provider.Offer(Phone, $"A{_text!.Code}", "SMreply");
    }

    public async Task Confirm()
    {
        await _provider.Expect(Phone, "accepted by you", Patience);
        await Notice(NoticeKind.AcceptedByYou, NoticeState.Accepted, NoticeState.Delivered); // the next process may have sent it before the call was delivered
        await _provider.DeliverPending();
        await Notice(NoticeKind.AcceptedByYou, NoticeState.Delivered);
    }

    /// <summary>The page of the only check with a temperature.</summary>
    public Task<string> TheOnlyCheck() => _host.InDatabase(async db =>
    {
        var checks = db.Checks.Where(check => check.Observations.Any(value => value.Code == "temperature"));
        return $"/checks/{(await checks.SingleAsync(Cancel)).Id}";
    });

    /// <summary>The only alert that is not over.</summary>
    public Task<Alert> TheOnlyAlert() => _host.InDatabase(db => db.Alerts.AsNoTracking().Include(alert => alert.Acknowledgements)
        .SingleAsync(alert => alert.SubjectId == _host.Trial.Subject.Id && alert.ClosedAt == null, Cancel));

    /// <summary>
    /// One call and one confirmation went out, each once: the provider's list knows every text that it took, so a second one would be ours.
    /// </summary>
    public async Task AssertDoneOnce()
    {
        var alert = await TheOnlyAlert();
        var physician = _host.Trial.Person(StaffRole.Physician);
        Assert.Equal((AlertState.Acknowledged, physician.Id), (alert.State, Assert.Single(alert.Acknowledgements).StaffMemberId));
        Assert.Contains($" {alert.Reference}:", _text!.Body, StringComparison.Ordinal);
        var sent = await _host.InDatabase(db => db.Notices.AsNoTracking().Where(notice => notice.State != NoticeState.Superseded).ToListAsync(Cancel));
        Assert.Equal([NoticeKind.Call, NoticeKind.AcceptedByYou], sent.Select(notice => notice.Kind).Order());
        Assert.All(sent, notice => Assert.Equal(NoticeState.Delivered, notice.State));
        Assert.Equal(2, _provider.Requests(Phone));
        _provider.AssertNothingUnexpected();
    }

    /// <summary>Every word of the provider and of the physician stands there once, and something was made of it.</summary>
    public async Task AssertAllHeard()
    {
        var heard = await _host.InDatabase(db => db.ProviderEvents.AsNoTracking().ToListAsync(Cancel));
        Assert.Equal(["delivered", "delivered", "received"], heard.Select(said => said.Status).Order(StringComparer.Ordinal));
        Assert.All(heard, said => Assert.NotNull(said.ProcessedAt));
    }

    public Task AssertAuditIsWhole() => _host.InDatabase(async db =>
    {
        var head = await db.AuditHead.AsNoTracking().SingleAsync(Cancel);
        var entries = await db.AuditEntries.AsNoTracking().Where(entry => entry.Sequence <= head.Sequence).OrderBy(entry => entry.Sequence).ToListAsync(Cancel);
        Assert.Null(VerifyAudit.FirstFault(entries, head));
    });

    async Task Notice(NoticeKind kind, params NoticeState[] states) => await Eventually.See(
        () => _host.InDatabase(db => db.Notices.Where(notice => notice.Kind == kind).Select(notice => (NoticeState?)notice.State).SingleOrDefaultAsync(Cancel)),
        state => state is { } known && states.Contains(known),
        Patience);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }
}
