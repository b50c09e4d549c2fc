using System.Globalization;
using CarNkMonitor.Monitoring.Audit;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>The story of one alert in plain words, oldest first. Pure: it reads what was stored, and the page shows the times.</summary>
public static class AlertTimeline
{
    /// <param name="alert">With its notices (and their contacts and persons) and acknowledgements (and their persons).</param>
    /// <param name="reviews">Its recorded assessments, with their persons.</param>
    /// <param name="audit">Audit rows of the alert itself, in their order.</param>
    public static IReadOnlyList<TimelineEntry> Of(Alert alert, IEnumerable<AlertReview> reviews, IEnumerable<AuditEntry> audit) =>
    [
        .. audit.SelectMany(AlertChange.Entries)
            .Concat(alert.Notices.Where(notice => notice.Tries > 0 || notice.State == NoticeState.Expired)
                .OrderBy(notice => notice.CreatedAt).ThenBy(notice => notice.Kind).ThenBy(notice => notice.Contact?.Label, StringComparer.Ordinal).Select(Texted))
            .Concat(alert.Acknowledgements.Select(Accepted))
            .Concat(reviews.Select(Assessed))
            .OrderBy(entry => entry.At).ThenBy(entry => entry.Kind),
    ];

    static TimelineEntry Accepted(Acknowledgement one) =>
        new(one.At, TimelineKind.Accepted, $"Accepted by {one.StaffMember?.DisplayName} {(one.Channel == AcknowledgementChannel.Text ? "by text" : "on the page")}.");

    static TimelineEntry Assessed(AlertReview review) => new(review.At, TimelineKind.Assessed, (review.Grade, review.IsOverride) switch
    {
        (null, _) => $"Assessed by {review.StaffMember?.DisplayName}: {ActionWords(review.Action)}.",
        (var grade, false) => $"Assessed by {review.StaffMember?.DisplayName}: grade {grade} confirmed, {ActionWords(review.Action)}.",
        (var grade, true) => $"Assessed by {review.StaffMember?.DisplayName}: grade {grade} instead of the calculated one ({review.Reason}), {ActionWords(review.Action)}.",
    });

    static string ActionWords(ReviewAction action) => action switch
    {
        ReviewAction.ContinueObservation => "observation continues",
        ReviewAction.ObserveMoreOften => "observation more often",
        ReviewAction.TreatmentStarted => "treatment started",
        ReviewAction.MovedToIntensiveCare => "moved to intensive care",
    };

    static TimelineEntry Texted(Notice notice)
    {
        var at = notice.AcceptedAt ?? notice.EndedAt ?? notice.DueAt;
        return new(at, notice.AsksForReply ? TimelineKind.Called : TimelineKind.Told, $"{What(notice.Kind)} to {Whom(notice)}: {Became(notice, at)}.");
    }

    static string What(NoticeKind kind) => kind switch
    {
        NoticeKind.Call => "Text",
        NoticeKind.Repeat => "Repeated text",
        NoticeKind.AcceptedByYou => "Confirmation",
        NoticeKind.AcceptedByAnother => "News that somebody else accepted",
        NoticeKind.Withdrawn => "Correction",
        NoticeKind.CouldNotUseReply => "Answer to an unusable reply",
        NoticeKind.Test => "Test text",
    };

    static string Whom(Notice notice) => notice.Level > 0 && notice.AsksForReply
        ? string.Create(CultureInfo.InvariantCulture, $"{notice.Contact?.Label}, on call at level {notice.Level}")
        : $"{notice.Contact?.Label}";

    static string Became(Notice notice, DateTime from) => notice.State switch
    {
        NoticeState.Queued => "not taken by the provider yet, tried again",
        NoticeState.Sending => "being given to the provider",
        NoticeState.Unknown => "the provider is asked whether it was sent",
        NoticeState.Accepted => "taken by the provider, not yet delivered",
        NoticeState.Sent => "sent, delivery not yet confirmed",
        NoticeState.Delivered => string.Create(CultureInfo.InvariantCulture, $"delivered after {Math.Max(0, (notice.DeliveredAt - from)?.TotalSeconds ?? 0):0} s"),
        NoticeState.Undelivered => $"not delivered{Code(notice)}",
        NoticeState.Failed => $"failed{Code(notice)}",
        NoticeState.Expired => "not sent, because it was too old",
        NoticeState.Superseded => "not sent, because it was no longer needed",
    };

    static string Code(Notice notice) => notice.ProviderError is { } code ? string.Create(CultureInfo.InvariantCulture, $" (provider's code {code})") : "";
}

/// <summary>One line of the story.</summary>
/// <param name="At">UTC.</param>
/// <param name="Kind">For its mark on the page; also the order of what happened in the same instant.</param>
/// <param name="Sentence">Whole, in plain words, without the time.</param>
public sealed record TimelineEntry(DateTime At, TimelineKind Kind, string Sentence);

public enum TimelineKind { Found, Escalated, Called, Accepted, Told, Assessed, Ended }
