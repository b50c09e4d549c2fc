using System.Text.Json;
using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

/// <summary>The promises I1 to I7, held against the stored rows after each sweep and at each moment of sending; it remembers what may never go back.</summary>
sealed partial class AlertWatch
{
    readonly AlertScene _scene;
    readonly Dictionary<string, int> _ranks = [];
    readonly Dictionary<Guid, List<string>> _tries = [];
    readonly Dictionary<(string Entity, string Id, string Property), string> _lastWords = [];
    long _read;

    public AlertWatch(AlertScene scene)
    {
        _scene = scene;
        scene.Phones.Before = LookAtSending;
    }

    /// <summary>The first promise that was broken, and how; null while all hold.</summary>
    public string? Broken { get; private set; }

    public async Task Look()
    {
        var alerts = await _scene.All<Alert>();
        var notices = await _scene.All<Notice>();
        var events = await _scene.All<ProviderEvent>();
        await ReadAudit();
        Broken ??= Forgotten(alerts) ?? Doubled(alerts, notices) ?? Fallen(notices) ?? WaitedFor(notices, events) ?? Unaudited(alerts, notices) ?? Odd();
    }

    /// <summary>I6 at the end of a story: the chain is whole.</summary>
    public async Task LookAtTheWholeAudit()
    {
        var entries = (await _scene.All<AuditEntry>()).OrderBy(row => row.Sequence);
        Broken ??= VerifyAudit.FirstFault(entries, (await _scene.All<AuditHead>()).Single()) is { } fault ? $"I6: {fault.Why}" : null;
    }

    /// <summary>I1: what is not over waits for a time to come, and not for longer than its policy says.</summary>
    string? Forgotten(List<Alert> alerts) => alerts
        .Where(alert => alert.State is AlertState.Open or AlertState.Exhausted or AlertState.Acknowledged && !(alert.NextStepAt > _scene.Now && alert.NextStepAt <= _scene.Now + LongestWait(alert)))
        .Select(alert => $"I1: {alert.Kind} is {alert.State} at {_scene.Now:HH:mm:ss}, and its next step is {alert.NextStepAt:HH:mm:ss}").FirstOrDefault();

    static TimeSpan LongestWait(Alert alert) => alert.State switch
    {
        AlertState.Open => alert.Timers().NextLevelAfter,
        AlertState.Exhausted => EscalationDefaults.ExhaustedRepeat,
        _ => alert.Timers().Lease,
    };

    /// <summary>I2: at the moment of sending a call its alert still calls, in the same round, its person has not accepted, and it is not too old.</summary>
    async Task LookAtSending(OutgoingText text)
    {
        var notice = (await _scene.All<Notice>()).Single(one => one.Id == text.NoticeId);
        if (notice.ExpiresAt <= _scene.Now)
            Broken ??= $"I2: sent too late: {text.Body}";
        if (notice.AsksForReply && !await IsWanted(notice))
            Broken ??= $"I2: sent in vain: {text.Body}";
    }

    async Task<bool> IsWanted(Notice notice)
    {
        var alert = (await _scene.All<Alert>()).Single(one => one.Id == notice.AlertId);
        var owner = (await _scene.All<Contact>()).Single(contact => contact.Id == notice.ContactId).StaffMemberId;
        return alert.State is AlertState.Open or AlertState.Exhausted && alert.Round == notice.Round
            && !(await _scene.All<Acknowledgement>()).Exists(one => one.AlertId == alert.Id && one.Round == alert.Round && one.StaffMemberId == owner);
    }

    /// <summary>I3 and I4.</summary>
    static string? Doubled(List<Alert> alerts, List<Notice> notices) =>
        alerts.Where(alert => alert.ClosedAt is null).GroupBy(alert => (alert.SubjectId, alert.SiteId, alert.Kind, alert.Episode)).Any(key => key.Count() > 1) ? "I3: two open alerts"
        : notices.Where(notice => notice.AlertId is not null)
            .GroupBy(notice => (notice.AlertId, notice.Round, notice.Level, notice.Cycle, notice.ContactId, notice.Kind, notice.Attempt)).Any(key => key.Count() > 1) ? "I4: two rows of one notice"
        : null;

    /// <summary>I5, for each message of the provider.</summary>
    string? Fallen(List<Notice> notices)
    {
        foreach (var notice in notices.Where(notice => notice.ProviderId is not null))
        {
            if (IsOfAnEarlierTry(notice))
                return $"I5: a word about {notice.ProviderId} was taken for its later try's";
            var rank = RankOf(notice.State);
            if (_ranks.TryGetValue(notice.ProviderId!, out var before) && rank < before)
                return $"I5: {notice.ProviderId} fell to {notice.State}";
            _ranks[notice.ProviderId!] = rank;
        }

        return null;
    }

    /// <summary>A notice goes from message to message, and never back to one that was given up.</summary>
    bool IsOfAnEarlierTry(Notice notice)
    {
        if (!_tries.TryGetValue(notice.Id, out var ids))
            _tries[notice.Id] = ids = [];
        var at = ids.IndexOf(notice.ProviderId!);
        if (at < 0)
            ids.Add(notice.ProviderId!);
        return at >= 0 && at < ids.Count - 1;
    }

    static int RankOf(NoticeState state) => state switch
    {
        NoticeState.Queued or NoticeState.Sending or NoticeState.Unknown => 0,
        NoticeState.Accepted => 1,
        NoticeState.Sent => 2,
        NoticeState.Delivered or NoticeState.Undelivered or NoticeState.Failed or NoticeState.Expired or NoticeState.Superseded => 3,
    };

    /// <summary>I5 as well: nobody waits for a message of which the provider has said, and we have heard, that it came to its end.</summary>
    static string? WaitedFor(List<Notice> notices, List<ProviderEvent> events)
    {
        var ended = events.Where(said => said is { ProcessedAt: not null, Status: "delivered" or "undelivered" or "failed" }).Select(said => said.ProviderId).ToHashSet();
        return notices.Where(notice => notice.ProviderId is { } id && ended.Contains(id) && RankOf(notice.State) < 3)
            .Select(notice => $"I5: {notice.ProviderId} has ended and is {notice.State}").FirstOrDefault();
    }

    /// <summary>I6: what the audit says last of each alert and notice is what is stored.</summary>
    string? Unaudited(List<Alert> alerts, List<Notice> notices) =>
        alerts.SelectMany(alert => new (string Entity, Guid Id, string Property, object Stored)[]
            {
                (nameof(Alert), alert.Id, nameof(Alert.State), alert.State), (nameof(Alert), alert.Id, nameof(Alert.Level), alert.Level),
                (nameof(Alert), alert.Id, nameof(Alert.Cycle), alert.Cycle), (nameof(Alert), alert.Id, nameof(Alert.Round), alert.Round),
                (nameof(Alert), alert.Id, nameof(Alert.Fence), alert.Fence),
            })
            .Concat(notices.Select(notice => (Entity: nameof(Notice), notice.Id, Property: nameof(Notice.State), Stored: (object)notice.State)))
            .Where(value => _lastWords.GetValueOrDefault((value.Entity, value.Id.ToString(), value.Property)) != value.Stored.ToString())
            .Select(value => $"I6: {value.Property} {value.Stored} of a {value.Entity} is not audited").FirstOrDefault();

    async Task ReadAudit()
    {
        await using var db = _scene.Open();
        foreach (var row in await db.AuditEntries.AsNoTracking().Where(row => row.Sequence > _read).OrderBy(row => row.Sequence).ToListAsync())
        {
            _read = row.Sequence;
            using var change = JsonDocument.Parse(row.ChangeJson);
            foreach (var property in change.RootElement.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Array))
                _lastWords[(row.Entity, row.EntityId, property.Name)] = property.Value[1].ToString();
        }
    }

    /// <summary>I7.</summary>
    string? Odd() => _scene.Phones.Taken
        .Where(message => !Gsm7.FitsOnePart(message.Body) || !Templates().IsMatch(message.Body)).Select(message => $"I7: {message.Body}").FirstOrDefault();

    [GeneratedRegex(
        @"^(CNK (EMERGENCY|URGENT|SAME DAY|ROUTINE) [A-Z0-9]{4}: [^.]+\. Reply A\d{4}( to accept, E\d{4} to pass on| or E\d{4})\. https://cnk\.example/k/[A-Z0-9]{4}"
        + @"|CNK REPEAT \d/\d (EMERGENCY|URGENT|SAME DAY|ROUTINE) [A-Z0-9]{4}: not yet accepted, next person called \d\d:\d\d UTC\. Reply A\d{4} or E\d{4}\."
        + @"|CNK [A-Z0-9]{4} accepted by you \d\d:\d\d UTC\. Record your assessment by \d\d:\d\d UTC or it is called again\."
        + @"|CNK [A-Z0-9]{4} already accepted by another clinician \d\d:\d\d UTC\. No action needed\."
        + @"|CNK [A-Z0-9]{4} was WITHDRAWN \d\d:\d\d UTC: entry corrected\. Sign in to see why\. No action needed\."
        + @"|CNK TEST, no patient involved\. Reply A\d{4} to confirm your phone works\."
        + @"|CNK could not use that reply\. Send A or E and the 4 digits in the alert, or sign in\.)$")]
    private static partial Regex Templates();
}
