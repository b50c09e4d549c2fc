using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Writes texts that ask for nothing: what became of an alert, or of a reply.</summary>
static class Tell
{
    static readonly TimeSpan NewsLives = TimeSpan.FromMinutes(30);

    /// <summary>Who may have read a call of this alert, in any round.</summary>
    public static IReadOnlyList<Contact> EverybodyCalled(Alert alert) => CalledBy(alert.Notices);

    public static IReadOnlyList<Contact> EverybodyCalledInThisRound(Alert alert) => CalledBy(alert.Notices.Where(notice => notice.IsOf(alert)));

    static IReadOnlyList<Contact> CalledBy(IEnumerable<Notice> notices) =>
    [
        .. notices.Where(notice => notice is { AsksForReply: true, MayHaveBeenRead: true, Contact: not null })
            .Select(notice => notice.Contact!).Where(OnCallList.CanBeReached).DistinctBy(contact => contact.Id),
    ];

    public static void Person(MonitorContext db, Alert alert, Contact contact, NoticeKind kind, string body, DateTime now)
    {
        var earlier = alert.Notices.Count(notice => notice.Kind == kind && notice.IsOfRunningLevel(alert) && notice.ContactId == contact.Id);
        Add(db, alert, contact, kind, body, earlier, now);
    }

    /// <summary>An answer to a reply that belongs to no alert.</summary>
    public static void Phone(MonitorContext db, Contact contact, string body, DateTime now) =>
        Add(db, null, contact, NoticeKind.CouldNotUseReply, body, 0, now);

    /// <summary>The phone is called again from now on.</summary>
    public static void Test(MonitorContext db, Contact contact, string code, DateTime now) =>
        Add(db, null, contact, NoticeKind.Test, AlertText.Test(code), 0, now, code);

    static void Add(MonitorContext db, Alert? alert, Contact contact, NoticeKind kind, string body, int attempt, DateTime now, string? code = null) => db.Notices.Add(new Notice
    {
        AlertId = alert?.Id, Kind = kind, Round = alert?.Round ?? 0, Level = alert?.Level ?? 0, Cycle = alert?.Cycle ?? 0,
        ContactId = contact.Id, Contact = contact, Channel = NoticeChannel.Text, Attempt = attempt, Body = body, ReplyCode = code,
        CreatedAt = now, DueAt = now, ExpiresAt = now + NewsLives,
    });
}
