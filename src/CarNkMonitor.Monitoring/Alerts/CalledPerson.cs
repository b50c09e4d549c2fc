using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Somebody who is or was called in the running round of an alert.</summary>
/// <param name="Name">Printed name, or the label of a phone without an account.</param>
/// <param name="Role">Null for a phone without an account.</param>
/// <param name="State">Of the newest text that is no longer waiting; of the first one while none was sent.</param>
/// <param name="At">When that text reached its state, as far as the provider told.</param>
public sealed record CalledPerson(Guid AlertId, string Name, StaffRole? Role, int Level, NoticeState State, DateTime? At)
{
    /// <summary>Who is being called about these alerts, in the order of the calls. One query.</summary>
    public static async Task<ILookup<Guid, CalledPerson>> Of(MonitorContext db, IReadOnlyCollection<Guid> alertIds, CancellationToken cancel)
    {
        var notices = await db.Notices.AsNoTracking().Include(notice => notice.Contact).ThenInclude(contact => contact!.StaffMember)
            .Where(notice => notice.AlertId != null && alertIds.Contains(notice.AlertId.Value)
                && (notice.Kind == NoticeKind.Call || notice.Kind == NoticeKind.Repeat)
                && db.Alerts.Any(alert => alert.Id == notice.AlertId && alert.Round == notice.Round))
            .ToListAsync(cancel);
        return notices.GroupBy(notice => (Alert: notice.AlertId!.Value, notice.ContactId))
            .Select(texts => Of(texts.Key.Alert, [.. texts.OrderBy(notice => notice.DueAt)]))
            .OrderBy(person => person.Level).ThenBy(person => person.Name, StringComparer.Ordinal)
            .ToLookup(person => person.AlertId);
    }

    static CalledPerson Of(Guid alertId, List<Notice> texts)
    {
        var shown = texts.LastOrDefault(notice => notice.State is not (NoticeState.Queued or NoticeState.Superseded)) ?? texts[0];
        var contact = shown.Contact!;
        return new CalledPerson(alertId, contact.StaffMember?.DisplayName ?? contact.Label, contact.StaffMember?.Role,
            texts[0].Level, shown.State, shown.DeliveredAt ?? shown.SentAt ?? shown.AcceptedAt);
    }
}
