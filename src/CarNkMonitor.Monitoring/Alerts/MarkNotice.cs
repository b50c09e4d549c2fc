using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Writes down what the provider answered when it was asked to send a notice.</summary>
sealed class MarkNotice(MonitorContext db, AlertLinks links)
{
    /// <summary>How long after an unclear answer the provider's list is asked: it may show a new message a little late.</summary>
    static readonly TimeSpan ListDelay = TimeSpan.FromSeconds(5);

    public async Task Run(Guid noticeId, SendResult result, DateTime now, CancellationToken cancel)
    {
        using var activity = Telemetry.Source.StartActivity("notice.mark");
        await using var held = await db.BeginForNotice(noticeId, cancel);
        db.Act = AuditAct.BySystem(nameof(MarkNotice));
        await Mark(held, result, now, cancel);
        await held.Commit(db, cancel);
    }

    async Task Mark(HeldNotice held, SendResult result, DateTime now, CancellationToken cancel)
    {
        var fate = new NoticeFate(db, links);
        if (result is SendResult.Accepted(var id, var status))
            await fate.Learn(held, ProviderSays.OfTaken(id, status, null, now), now, cancel);
        else if (held.Notice.State != NoticeState.Sending)
            return;   // A callback was faster, or the claim has passed to somebody else.
        else if (result is SendResult.Refused(var code, var isPermanent, _))
            await fate.Fail(held, code, !isPermanent, now, cancel);
        else if (result is SendResult.Unreachable)
            await fate.Fail(held, error: null, mayPass: true, now, cancel);
        else
            held.Notice.Doubt(now + ListDelay);
    }
}
