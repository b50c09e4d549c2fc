using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// Finds out what became of notices that did not come to an end: those whose sender died or got no clear answer, and those that the provider
/// took and never spoke of again. A text too many is preferred to a text lost.
/// </summary>
sealed class ReconcileNotice(MonitorContext db, ITelephony telephony, AlertLinks links)
{
    static readonly TimeSpan SilenceIsLong = TimeSpan.FromSeconds(60);

    /// <summary>The provider's clock may be a little behind ours, and prints whole seconds.</summary>
    static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    public async Task<List<Guid>> Doubtful(DateTime now, CancellationToken cancel) => await db.Notices
        .Where(notice => (notice.State == NoticeState.Sending || notice.State == NoticeState.Unknown) && notice.LeaseUntil <= now)
        .OrderBy(notice => notice.LeaseUntil).Select(notice => notice.Id).ToListAsync(cancel);

    public async Task<List<Guid>> Silent(DateTime now, CancellationToken cancel)
    {
        var before = now - SilenceIsLong;
        return await db.Notices
            .Where(notice => (notice.State == NoticeState.Accepted || notice.State == NoticeState.Sent) && notice.AcceptedAt <= before
                && (notice.ReconciledAt == null || notice.ReconciledAt <= before) && notice.ExpiresAt > now)
            .OrderBy(notice => notice.AcceptedAt).Select(notice => notice.Id).ToListAsync(cancel);
    }

    /// <summary>Was it sent? Asks the provider's list: found, adopt its id; not found, send again.</summary>
    public async Task FindOut(Guid noticeId, DateTime now, CancellationToken cancel)
    {
        if (await ClaimDoubt(noticeId, now, cancel) is not { } notice)
            return;
        var (found, isKnown) = await Find(notice, cancel);
        await using var held = await db.BeginForNotice(noticeId, cancel);
        db.Act = AuditAct.BySystem(nameof(ReconcileNotice));
        if (held.Notice.State != NoticeState.Unknown)
            return;
        var fate = new NoticeFate(db, links);
        if (found is not null)
            await fate.Learn(held, ProviderSays.OfTaken(found.ProviderId, found.Status, found.ErrorCode, now), now, cancel);
        else if (!held.IsWanted)
            held.Notice.End(NoticeState.Superseded, now);
        else if (isKnown && ProviderAnswer.WaitAfter(held.Notice.Tries) is not null)
            held.Notice.QueueAgain(now);
        else
            await AskAgainOrGiveUp(held, fate, now, cancel);
        await held.Commit(db, cancel);
    }

    /// <summary>What has become of it? Asks for its id.</summary>
    public async Task Ask(Guid noticeId, DateTime now, CancellationToken cancel)
    {
        if (await ClaimSilence(noticeId, now, cancel) is not { } providerId || await telephony.Fetch(providerId, cancel) is not { } message)
            return;
        await using var held = await db.BeginForNotice(noticeId, cancel);
        db.Act = AuditAct.BySystem(nameof(ReconcileNotice));
        if (held.Notice.ProviderId != providerId)
            return;   // It failed while we asked, and is tried anew.
        if (await new NoticeFate(db, links).Learn(held, new ProviderSays(providerId, message.Status, message.ErrorCode, now), now, cancel))
            await held.Commit(db, cancel);
    }

    /// <summary>Unknown from now on, and for one lease ours to find out.</summary>
    async Task<Notice?> ClaimDoubt(Guid noticeId, DateTime now, CancellationToken cancel)
    {
        await using var held = await db.BeginForNotice(noticeId, cancel);
        db.Act = AuditAct.BySystem(nameof(ReconcileNotice));
        var notice = held.Notice;
        if (notice.State is not (NoticeState.Sending or NoticeState.Unknown) || notice.LeaseUntil > now)
            return null;
        notice.Doubt(now + Notice.Lease);
        await held.Commit(db, cancel);
        return notice;
    }

    async Task<string?> ClaimSilence(Guid noticeId, DateTime now, CancellationToken cancel)
    {
        await using var held = await db.BeginForNotice(noticeId, cancel);
        db.Act = AuditAct.BySystem(nameof(ReconcileNotice));
        if (held.Notice.HasEnded || held.Notice.ReconciledAt > now - SilenceIsLong)
            return null;
        held.Notice.ReconciledAt = now;
        await held.Commit(db, cancel);
        return held.Notice.ProviderId;
    }

    /// <summary>The reply code is this notice's own; a text without one is known by its whole body.</summary>
    async Task<(ProviderMessage? Found, bool IsKnown)> Find(Notice notice, CancellationToken cancel)
    {
        try
        {
            var words = notice.ReplyCode is { } code ? $"A{code}" : notice.Body;
            var found = await telephony.Find(notice.Contact!.Phone, notice.DueAt - ClockTolerance, words, cancel);
            var isOurs = found is not null && !await db.Notices.AnyAsync(other => other.ProviderId == found.ProviderId && other.Id != notice.Id, cancel);
            return (isOurs ? found : null, true);
        }
        catch (HttpRequestException)
        {
            return (null, false);   // The list could not be read: that says nothing of the text.
        }
    }

    static async Task AskAgainOrGiveUp(HeldNotice held, NoticeFate fate, DateTime now, CancellationToken cancel)
    {
        if (ProviderAnswer.WaitAfter(held.Notice.Tries) is { } wait)
        {
            held.Notice.Tries++;
            held.Notice.Doubt(now + wait);
        }
        else
        {
            await fate.Fail(held, error: null, mayPass: false, now, cancel);
        }
    }
}
