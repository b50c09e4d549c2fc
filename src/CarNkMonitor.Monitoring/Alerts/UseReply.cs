using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Does what a known phone replied, and answers where an answer helps. The caller holds the lock, and saves.</summary>
sealed class UseReply(MonitorContext db, AlertLinks links)
{
    public async Task<ReplyOutcome> Use(Contact contact, Reply reply, HeldNotice? meant, DateTime now, CancellationToken cancel)
    {
        var history = await HistoryOf(contact, cancel);
        if (ReplyLimits.IsIgnored(history.Where(one => one.Outcome == ReplyOutcome.WrongCode).Select(one => one.At), now))
            return ReplyOutcome.Ignored;
        var outcome = await Decide(contact, reply, meant, now, cancel);
        if (ReplyLimits.GetsPassiveAnswer(outcome) && ReplyLimits.MayAnswer(history.Select(one => one.Outcome)))
            Answer(contact, outcome, meant?.Alert, now);
        return outcome;
    }

    async Task<ReplyOutcome> Decide(Contact contact, Reply reply, HeldNotice? meant, DateTime now, CancellationToken cancel)
    {
        switch (reply)
        {
            case Reply.Stop:
                new PhoneConsent(db).Withdraw(contact, "The person replied STOP.");
                return ReplyOutcome.SwitchedOff;
            case Reply.Start:
                return await Start(contact, now, cancel);
            case Reply.Help:
                return ReplyOutcome.LeftToProvider;
            case Reply.Accept or Reply.PassOn or Reply.NotMe when meant is { Alert: { } alert }:
                return alert.IsOver || !meant.Notice.IsOf(alert) ? ReplyOutcome.OldCode : await Act(contact, reply, meant.Notice, alert, now, cancel);
            case Reply.Accept when meant is { Notice.Kind: NoticeKind.Test }:
                return ReplyOutcome.Confirmed;
            case Reply.Accept(not null) or Reply.PassOn or Reply.NotMe when meant is null:
                return ReplyOutcome.WrongCode;
            default:
                return ReplyOutcome.Unreadable;
        }
    }

    /// <summary>A phone that was off gets a test text, so that its person sees, and we hear, that it works.</summary>
    async Task<ReplyOutcome> Start(Contact contact, DateTime now, CancellationToken cancel)
    {
        var wasOn = contact.IsEnabled;
        if (!wasOn && !await new PhoneConsent(db).Give(contact, cancel))
            return ReplyOutcome.LeftToProvider;
        if (!wasOn)
            Tell.Test(db, contact, (await ReplyCodes.Fresh(db, contact.Id, 1, now, cancel))[0], now);
        return ReplyOutcome.SwitchedOn;
    }

    async Task<ReplyOutcome> Act(Contact contact, Reply reply, Notice notice, Alert alert, DateTime now, CancellationToken cancel)
    {
        if (reply is Reply.NotMe)
            contact.SwitchOff(PhoneOff.NotOnDuty, "Replied that the phone is not on duty.");
        if (contact.StaffMember is { } person && !await IsEntitled(person, alert, cancel))
            return Refuse(reply, notice, alert, now);
        if (reply is Reply.Accept)
            return Accept(contact, alert, now);
        await new PassingOn(db, links).PassOn(alert, hasMovedOn: !notice.IsOfRunningLevel(alert), now, cancel);
        return reply is Reply.NotMe ? ReplyOutcome.NotOnDuty : ReplyOutcome.PassedOn;
    }

    /// <summary>The rule of the signed-in page. The code proves the phone; whether its person may still act here is asked anew.</summary>
    async Task<bool> IsEntitled(StaffMember person, Alert alert, CancellationToken cancel) =>
        person.MayAccept(alert) && await db.AlertsFor(person).AnyAsync(one => one.Id == alert.Id, cancel);

    /// <summary>
    /// Nothing is done for the person; but the program has learned that it called somebody who may not answer, and the sweep goes on to the next
    /// level without waiting for its time.
    /// </summary>
    ReplyOutcome Refuse(Reply reply, Notice notice, Alert alert, DateTime now)
    {
        db.Note(db.Act! with { Reason = "This person may not answer this alert." }, alert.InAudit());
        if (alert.State == AlertState.Open && notice.IsOfRunningLevel(alert))
            alert.NextStepAt = now;
        return reply is Reply.NotMe ? ReplyOutcome.NotOnDuty : ReplyOutcome.NotAllowed;
    }

    ReplyOutcome Accept(Contact contact, Alert alert, DateTime now)
    {
        if (contact.StaffMember is not { } person)
            return ReplyOutcome.NotAllowed;
        var answer = new Acceptance(db).Accept(alert, person, AcknowledgementChannel.Text, contact, now);
        if (answer.IsDone && contact.Off == PhoneOff.NotOnDuty)
            contact.SwitchOn();   // Who takes an alert is on duty.
        return answer.Refusal switch
        {
            null => ReplyOutcome.Accepted,
            AlertRefusal.AlreadyAccepted => ReplyOutcome.AlreadyAccepted,
            _ => ReplyOutcome.NotAllowed,
        };
    }

    void Answer(Contact contact, ReplyOutcome outcome, Alert? alert, DateTime now)
    {
        if (outcome == ReplyOutcome.AlreadyAccepted && alert?.AcknowledgedAt is { } accepted)
            Tell.Person(db, alert, contact, NoticeKind.AcceptedByAnother, AlertText.AcceptedByAnother(alert.Reference, accepted), now);
        else
            Tell.Phone(db, contact, AlertText.CouldNotUseReply(), now);
    }

    async Task<List<(DateTime At, ReplyOutcome Outcome)>> HistoryOf(Contact contact, CancellationToken cancel)
    {
        var earlier = await db.ProviderEvents
            .Where(said => said.Kind == ProviderEventKind.Inbound && said.FromPhone == contact.Phone && said.ProcessedAt != null)
            .OrderByDescending(said => said.ReceivedAt).ThenByDescending(said => said.Id).Take(100).Select(said => new { said.ReceivedAt, said.Outcome }).ToListAsync(cancel);
        return [.. earlier.Select(said => (said.ReceivedAt, Enum.Parse<ReplyOutcome>(said.Outcome!)))];
    }
}
