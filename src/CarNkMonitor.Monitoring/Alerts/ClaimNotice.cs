using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// Takes one due notice for sending, if it is still due and still wanted at this very moment: an expired, answered or overtaken one is never
/// sent. From two processes one gets it.
/// </summary>
sealed class ClaimNotice(MonitorContext db, AlertLinks links)
{
    /// <returns>What to send; null when there is nothing to send any more.</returns>
    public async Task<OutgoingText?> Run(Guid noticeId, DateTime now, CancellationToken cancel)
    {
        using var activity = Telemetry.Source.StartActivity("notice.claim");
        await using var held = await db.BeginForNotice(noticeId, cancel);
        db.Act = AuditAct.BySystem(nameof(ClaimNotice));
        var notice = held.Notice;
        if (notice.State != NoticeState.Queued || notice.DueAt > now)
            return null;
        var text = await Decide(held, now, cancel);
        await held.Commit(db, cancel);
        return text;
    }

    async Task<OutgoingText?> Decide(HeldNotice held, DateTime now, CancellationToken cancel)
    {
        var notice = held.Notice;
        var fate = new NoticeFate(db, links);
        if (!held.IsWanted)
        {
            notice.Supersede();
            return null;
        }

        if (notice.ExpiresAt <= now)
        {
            await fate.Expire(held, now, cancel);
            return null;
        }

        if (!IsOfUse(notice, held.Alert))
        {
            await fate.Fail(held, error: null, mayPass: false, now, cancel);
            return null;
        }

        notice.Claim(now);
        return new OutgoingText(notice.Id, notice.Contact!.Phone, notice.Body);
    }

    /// <summary>A call that its receiver could not answer would only lose time: the next level is called instead.</summary>
    static bool IsOfUse(Notice notice, Alert? alert) => notice.AsksForReply
        ? OnCallList.CanAnswer(notice.Contact!, alert!, alert!.Site!)
        : OnCallList.CanBeReached(notice.Contact!);
}
