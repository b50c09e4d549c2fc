using System.Globalization;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>One person accepts one alert. The caller holds the alert's lock, and saves.</summary>
sealed class Acceptance(MonitorContext db)
{
    /// <param name="alert">Loaded with all that belongs to it.</param>
    /// <param name="person">Who accepts.</param>
    /// <param name="channel">How.</param>
    /// <param name="answerTo">The phone that gets the confirmation; null for a signed-in page, which shows it.</param>
    /// <param name="now">UTC.</param>
    public AlertAnswer Accept(Alert alert, StaffMember person, AcknowledgementChannel channel, Contact? answerTo, DateTime now)
    {
        if (Refusal(alert, person) is { } refusal)
            return refusal;
        if (!HasAccepted(alert, person))
            Record(alert, person, channel, now);
        if (answerTo is not null)
            Tell.Person(db, alert, answerTo, NoticeKind.AcceptedByYou, ConfirmationTo(alert, now), now);
        return AlertAnswer.Done(Sentence(alert));
    }

    public static bool HasAccepted(Alert alert, StaffMember person) =>
        alert.Acknowledgements.Exists(one => one.Round == alert.Round && one.StaffMemberId == person.Id);

    static AlertAnswer? Refusal(Alert alert, StaffMember person) =>
        alert.IsOver ? AlertAnswer.Over
        : !person.MayAccept(alert) ? AlertAnswer.NotAllowed("Your role may not accept this alert.")
        : alert.IsCalling || HasAccepted(alert, person) ? null
        : new AlertAnswer(AlertRefusal.AlreadyAccepted, $"This alert was already accepted by {alert.AcknowledgedBy?.DisplayName ?? "another clinician"}.");

    void Record(Alert alert, StaffMember person, AcknowledgementChannel channel, DateTime now)
    {
        db.Acknowledgements.Add(new Acknowledgement { AlertId = alert.Id, StaffMemberId = person.Id, At = now, Channel = channel, Round = alert.Round });
        foreach (var notice in alert.Notices.Where(notice => notice.AsksForReply && notice.Contact?.StaffMemberId == person.Id))
            notice.Supersede();
        if (CountOf(alert) >= alert.Timers().Acknowledgements)
            Complete(alert, person, now);
    }

    /// <summary>Nothing falls due any more, and the others called in this round are told.</summary>
    void Complete(Alert alert, StaffMember person, DateTime now)
    {
        AlertSteps.SupersedeAllCalls(alert);
        alert.Accept(person, now);
        var accepted = alert.Acknowledgements.Where(one => one.Round == alert.Round).Select(one => (Guid?)one.StaffMemberId).ToHashSet();
        foreach (var contact in Tell.EverybodyCalledInThisRound(alert).Where(contact => !accepted.Contains(contact.StaffMemberId)))
            Tell.Person(db, alert, contact, NoticeKind.AcceptedByAnother, AlertText.AcceptedByAnother(alert.Reference, now), now);
    }

    static int CountOf(Alert alert) => alert.Acknowledgements.Where(one => one.Round == alert.Round).Select(one => one.StaffMemberId).Distinct().Count();

    static string ConfirmationTo(Alert alert, DateTime now) =>
        AlertText.AcceptedByYou(alert.Reference, alert.AcknowledgedAt ?? now, alert.LeaseUntil ?? now + alert.Timers().Lease);

    static string Sentence(Alert alert) => alert.State switch
    {
        AlertState.Acknowledged => string.Create(CultureInfo.InvariantCulture,
            $"Accepted. Record your assessment by {alert.LeaseUntil:HH:mm} UTC, or the alert is called again."),
        AlertState.Open or AlertState.Exhausted => "Accepted. This emergency needs a second person: the others are still being called.",
        AlertState.Managed => "You accepted this alert; an assessment is recorded.",
        AlertState.Withdrawn or AlertState.Closed => AlertAnswer.Over.Sentence,
    };
}
