using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Writes the texts of an alert's level, its repeats included, and when the next level is due. Stores nothing by itself.</summary>
sealed class CallLevel(MonitorContext db, AlertLinks links)
{
    /// <summary>Under this name the audit notes a level where nobody could be reached.</summary>
    public const string GapAct = "FindCoverageGap";

    /// <returns>The first text to each person; empty where nobody can be reached, and then the next level is due at once.</returns>
    public async Task<IReadOnlyList<Notice>> Call(Alert alert, bool wasAccepted, DateTime now, CancellationToken cancel)
    {
        var timers = alert.Timers();
        var contacts = await OnCallList.CalledAt(db, alert, cancel);
        var isMinimal = !await MayNameToxicity(alert, now, cancel);
        List<Notice> first = [];
        foreach (var contact in contacts)
        {
            SupersedeEarlierCycles(alert, contact);
            first.Add(await CallPerson(alert, contact, isMinimal || IsTextedMinimally(contact), wasAccepted, now, cancel));
        }

        if (alert.State == AlertState.Open)
            alert.NextStepAt = contacts.Count == 0 ? now : now + timers.NextLevelAfter;
        if (contacts.Count == 0)
            db.Note(AuditAct.BySystem(GapAct), alert.InAudit(), new { alert.Level });
        return first;
    }

    async Task<Notice> CallPerson(Alert alert, Contact contact, bool isMinimal, bool wasAccepted, DateTime now, CancellationToken cancel)
    {
        var timers = alert.Timers();
        var repeats = timers.RepeatAfter;
        var codes = await ReplyCodes.Fresh(db, contact.Id, repeats.Length + 1, now, cancel);
        var link = links.To(alert.Reference);
        var body = isMinimal
            ? AlertText.Minimal(alert.Urgency, alert.Reference, codes[0], link)
            : AlertText.Call(TextGround.Of(alert, wasAccepted), alert.Reference, codes[0], link);
        var call = NewNotice(alert, contact, NoticeKind.Call, 0, body, codes[0], now, now);
        for (var number = 1; number <= repeats.Length; number++)
        {
            var due = now + repeats[number - 1];
            var text = AlertText.Repeat(alert.Urgency, alert.Reference, number + 1, repeats.Length + 1, NextCall(alert, now, due), codes[number]);
            NewNotice(alert, contact, NoticeKind.Repeat, number, text, codes[number], now, due);
        }

        return call;
    }

    Notice NewNotice(Alert alert, Contact contact, NoticeKind kind, int attempt, string body, string code, DateTime now, DateTime due)
    {
        var notice = new Notice
        {
            AlertId = alert.Id, Kind = kind, Round = alert.Round, Level = alert.Level, Cycle = alert.Cycle, ContactId = contact.Id,
            Contact = contact, Channel = NoticeChannel.Text, Attempt = attempt, Body = body, ReplyCode = code,
            CreatedAt = now, DueAt = due, ExpiresAt = due + alert.Timers().NoticeLives,
        };
        db.Notices.Add(notice);
        return notice;
    }

    /// <summary>The first step of the policy after this repeat: a level is called every so often, and later every 15 min.</summary>
    static DateTime NextCall(Alert alert, DateTime levelCalledAt, DateTime due)
    {
        if (alert.State == AlertState.Exhausted)
            return levelCalledAt + EscalationDefaults.ExhaustedRepeat;
        var every = alert.Timers().NextLevelAfter;
        var steps = (due - levelCalledAt).Ticks / every.Ticks + 1;
        return levelCalledAt + steps * every;
    }

    /// <summary>A new cycle brings its own repeats: those left of the cycle before would only double them.</summary>
    static void SupersedeEarlierCycles(Alert alert, Contact contact)
    {
        foreach (var notice in alert.Notices.Where(notice => notice.IsOf(alert) && notice.Cycle < alert.Cycle && notice.ContactId == contact.Id))
            notice.Supersede();
    }

    /// <summary>Coordinators and phones without an account see no toxicity and no grade.</summary>
    static bool IsTextedMinimally(Contact contact) => contact.StaffMember is null or { Role: StaffRole.Coordinator };

    async Task<bool> MayNameToxicity(Alert alert, DateTime now, CancellationToken cancel)
    {
        var versions = db.StudySettings.Where(settings => settings.ValidFrom <= now
            && db.Sites.Any(site => site.Id == alert.SiteId && site.StudyId == settings.StudyId));
        var latest = await versions.OrderByDescending(settings => settings.Version).AsNoTracking().FirstOrDefaultAsync(cancel);
        return (latest?.Settings ?? StudySettings.Default).TextDetail;
    }
}
