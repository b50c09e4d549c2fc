using System.Globalization;
using System.Security.Cryptography;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Four random digits bound to one phone and one notice, not used again on that phone for 30 days.</summary>
static class ReplyCodes
{
    const int All = 10_000;
    static readonly TimeSpan NotAgainFor = TimeSpan.FromDays(30);

    /// <summary>So many different codes for this contact's next notices.</summary>
    public static async Task<IReadOnlyList<string>> Fresh(MonitorContext db, Guid contactId, int count, DateTime now, CancellationToken cancel)
    {
        var since = now - NotAgainFor;
        var used = await db.Notices
            .Where(notice => notice.ContactId == contactId && notice.ReplyCode != null && notice.CreatedAt > since)
            .OrderByDescending(notice => notice.CreatedAt).Select(notice => notice.ReplyCode!).ToListAsync(cancel);
        var pending = db.Notices.Local.Where(notice => notice.ContactId == contactId).Select(notice => notice.ReplyCode).OfType<string>();
        // A phone that was called thousands of times in a month would run out: then its oldest codes may come again.
        HashSet<string> taken = [.. pending, .. used.Take(All / 2)];
        return [.. Enumerable.Range(0, count).Select(_ => Draw(taken))];
    }

    static string Draw(HashSet<string> taken)
    {
        while (true)
        {
            var code = RandomNumberGenerator.GetInt32(All).ToString("D4", CultureInfo.InvariantCulture);
            if (taken.Add(code))
                return code;
        }
    }
}
