using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// A text from a phone. It can accept or pass on, and nothing else: it never closes an alert and never records a grade. Phones that we do not
/// know get no answer.
/// </summary>
sealed class HearReply(MonitorContext db, TimeProvider time, AlertLinks links)
{
    public async Task Process(ProviderEvent said, CancellationToken cancel)
    {
        using var activity = Telemetry.Source.StartActivity("event.process");
        var reply = ReplyParser.Read(said.Body ?? "");
        var contactId = await db.Contacts.Where(contact => contact.Phone == said.FromPhone).Select(contact => (Guid?)contact.Id).SingleOrDefaultAsync(cancel);
        var meant = contactId is null ? null : await Meant(reply, contactId.Value, cancel);
        if (meant is not null)
        {
            await using var held = await db.BeginForNotice(meant.Value, cancel);
            await Take(said, held.Notice.Contact, reply, held, cancel);
            await held.Transaction.CommitAsync(cancel);
        }
        else
        {
            await using var transaction = await db.BeginFor(contactId ?? said.Id, cancel);
            var contact = await db.Contacts.Include(one => one.StaffMember).SingleOrDefaultAsync(one => one.Id == contactId, cancel);
            await Take(said, contact, reply, null, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    async Task Take(ProviderEvent said, Contact? contact, Reply reply, HeldNotice? held, CancellationToken cancel)
    {
        if (await ProcessProviderEvent.StillWaiting(db, said.Id, cancel) is not { } entry)
            return;
        var now = time.Now();
        db.Act = ActOf(contact);
        var outcome = contact is null ? ReplyOutcome.UnknownPhone : await new UseReply(db, links).Use(contact, reply, held, now, cancel);
        (entry.ProcessedAt, entry.Outcome) = (now, outcome.ToString());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The notice that the code belongs to; without a code, the newest one of the only alert that calls this phone.</summary>
    async Task<Guid?> Meant(Reply reply, Guid contactId, CancellationToken cancel) => reply switch
    {
        Reply.Accept(null) => await OnlyOneCalling(contactId, cancel),
        Reply.Accept(var code) => await WithCode(contactId, code!, cancel),
        Reply.PassOn(var code) => await WithCode(contactId, code, cancel),
        Reply.NotMe(var code) => await WithCode(contactId, code, cancel),
        _ => null,
    };

    /// <summary>Only a text that left us can have been read: a code still queued is a guess.</summary>
    async Task<Guid?> WithCode(Guid contactId, string code, CancellationToken cancel) => await db.Notices
        .Where(notice => notice.ContactId == contactId && notice.ReplyCode == code && notice.Tries > 0)
        .OrderByDescending(notice => notice.CreatedAt).Select(notice => (Guid?)notice.Id).FirstOrDefaultAsync(cancel);

    async Task<Guid?> OnlyOneCalling(Guid contactId, CancellationToken cancel)
    {
        var newestOfEach = await db.Alerts
            .Where(alert => alert.State == AlertState.Open || alert.State == AlertState.Exhausted)
            .Select(alert => alert.Notices
                .Where(notice => notice.ContactId == contactId && notice.ReplyCode != null && notice.Tries > 0 && notice.Round == alert.Round)
                .OrderByDescending(notice => notice.DueAt).Select(notice => (Guid?)notice.Id).FirstOrDefault())
            .Where(id => id != null).Take(2).ToListAsync(cancel);
        return newestOfEach.Count == 1 ? newestOfEach[0] : null;
    }

    static AuditAct ActOf(Contact? contact) => contact?.StaffMember is { } person
        ? AuditAct.By(person, "ReplyByText")
        : new AuditAct("ReplyByText", null, contact?.Label ?? AuditAct.NotSignedIn);
}
