using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>A status callback finds its notice and moves it on.</summary>
sealed class HearStatus(MonitorContext db, TimeProvider time, AlertLinks links)
{
    /// <summary>A callback may overtake our own commit, by seconds; what belongs to nobody after this time never will.</summary>
    static readonly TimeSpan BelongsToNobodyAfter = TimeSpan.FromHours(1);

    public async Task Process(ProviderEvent said, CancellationToken cancel)
    {
        if (await NoticeOf(said, cancel) is { } noticeId)
            await Apply(said, noticeId, cancel);
        else if (said.ReceivedAt <= time.Now() - BelongsToNobodyAfter)
            await GiveUp(said, cancel);
    }

    async Task Apply(ProviderEvent said, Guid noticeId, CancellationToken cancel)
    {
        using var activity = Telemetry.Source.StartActivity("event.process");
        await using var held = await db.BeginForNotice(noticeId, cancel);
        if (await ProcessProviderEvent.StillWaiting(db, said.Id, cancel) is not { } entry)
            return;
        db.Act = AuditAct.BySystem(nameof(ProcessProviderEvent));
        var now = time.Now();
        var isNews = await new NoticeFate(db, links)
            .Learn(held, new ProviderSays(said.ProviderId, said.Status, said.ErrorCode, said.ReceivedAt), now, cancel);
        (entry.ProcessedAt, entry.Outcome) = (now, isNews ? held.Notice.State.ToString() : "no news");
        await held.Commit(db, cancel);
    }

    /// <summary>By the provider's id, or by our own id of the callback's path.</summary>
    async Task<Guid?> NoticeOf(ProviderEvent said, CancellationToken cancel) =>
        await db.Notices.Where(notice => notice.ProviderId == said.ProviderId).Select(notice => (Guid?)notice.Id).FirstOrDefaultAsync(cancel)
        ?? await db.Notices.Where(notice => notice.Id == said.NoticeId).Select(notice => (Guid?)notice.Id).FirstOrDefaultAsync(cancel);

    async Task GiveUp(ProviderEvent said, CancellationToken cancel)
    {
        var entry = await db.ProviderEvents.SingleAsync(one => one.Id == said.Id, cancel);
        (entry.ProcessedAt, entry.Outcome) = (time.Now(), "belongs to no notice of ours");
        await db.SaveChangesAsync(cancel);
    }
}
