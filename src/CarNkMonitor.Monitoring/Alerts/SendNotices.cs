using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// One sweep over everything that waits: what the provider said, alerts whose next step has come, notices that did not come to an end, and
/// notices that are due. Several processes may sweep at once. Each piece is a transaction of its own, the provider is never asked inside
/// one, and a piece that fails keeps none of the others from being done.
/// </summary>
public sealed class SendNotices(MonitorContext db, TimeProvider time, ITelephony telephony, AlertLinks links)
{
    /// <summary>So many texts are on their way to the provider at once; more than that many slow answers would outlast a lease.</summary>
    const int AtOnce = 8;

    readonly List<Exception> _errors = [];
    CancellationToken _cancel;

    /// <returns>How many texts were given to the provider.</returns>
    /// <exception cref="AggregateException">Pieces that failed; all others were done, but the heartbeat is not stamped.</exception>
    public async Task<int> Run(CancellationToken cancel)
    {
        _errors.Clear();
        _cancel = cancel;
        var events = new ProcessProviderEvent(db, time, links);
        var alerts = new AdvanceAlert(db, links);
        var doubts = new ReconcileNotice(db, telephony, links);
        await Each(await events.Waiting(cancel), id => events.Run(id, cancel));
        await Each(await alerts.Due(time.Now(), cancel), id => alerts.Run(id, time.Now(), cancel));
        await Each(await doubts.Doubtful(time.Now(), cancel), id => doubts.FindOut(id, time.Now(), cancel));
        var sent = await SendDue(cancel);
        await Each(await doubts.Silent(time.Now(), cancel), id => doubts.Ask(id, time.Now(), cancel));
        await Each([Guid.Empty], _ => new WatchSites(db, links).Run(time.Now(), cancel));
        if (_errors.Count > 0)
            throw new AggregateException("Parts of a sweep failed.", _errors);
        db.ChangeTracker.Clear();
        await db.Beat(nameof(SendNotices), time.Now(), cancel);
        return sent;
    }

    async Task<int> SendDue(CancellationToken cancel)
    {
        var sent = 0;
        HashSet<Guid> looked = [];
        // Asked anew for each batch: something critical may have become due while the provider was slow.
        while ((await Due(time.Now(), cancel)).Where(looked.Add).Take(AtOnce).ToList() is { Count: > 0 } batch)
        {
            List<OutgoingText> texts = [];
            await Each(batch, async id =>
            {
                if (await new ClaimNotice(db, links).Run(id, time.Now(), cancel) is { } text)
                    texts.Add(text);
            });
            await foreach (var answer in Task.WhenEach(texts.ConvertAll(text => Send(text, cancel))))
                await Each([answer], async done => await Mark(await done, cancel));
            sent += texts.Count;
        }

        return sent;
    }

    async Task<(Guid NoticeId, SendResult Result)> Send(OutgoingText text, CancellationToken cancel)
    {
        using var activity = Telemetry.Source.StartActivity("notice.send");
        return (text.NoticeId, await telephony.SendText(text, cancel));
    }

    Task Mark((Guid NoticeId, SendResult Result) answer, CancellationToken cancel) =>
        new MarkNotice(db, links).Run(answer.NoticeId, answer.Result, time.Now(), cancel);

    /// <summary>Critical first, then by due time.</summary>
    async Task<List<Guid>> Due(DateTime now, CancellationToken cancel)
    {
        var due = from notice in db.Notices
                  where notice.State == NoticeState.Queued && notice.DueAt <= now
                  join alert in db.Alerts on notice.AlertId equals alert.Id into alerts
                  from alert in alerts.DefaultIfEmpty()
                  orderby alert.Urgency == ClinicalUrgency.EmergencyNow ? 0 : alert.Urgency == ClinicalUrgency.Urgent1H ? 1 : 2, notice.DueAt
                  select notice.Id;
        return await due.ToListAsync(cancel);
    }

    /// <summary>Does each; what fails is kept for the end of the sweep.</summary>
    async Task Each<T>(IEnumerable<T> items, Func<T, Task> act)
    {
        foreach (var item in items)
        {
            try
            {
                await act(item);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another process took this step first; there is nothing left to do for it.
            }
            catch (Exception error) when (!_cancel.IsCancellationRequested)
            {
                _errors.Add(error);
            }
        }
    }
}
