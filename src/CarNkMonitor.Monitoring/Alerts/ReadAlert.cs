using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>What an alert's page shows, as of a moment.</summary>
/// <param name="Crs">The newest CRS result of the participant; null for an alarm of a site.</param>
/// <param name="Accepted">Who has accepted in the running round, in order.</param>
/// <param name="Review">The newest recorded assessment of this alert.</param>
/// <param name="Timeline">What happened to it, in plain words, oldest first.</param>
public sealed record AlertOverview(
    Alert Alert, DateTime Now, ToxicityNow? Crs, IReadOnlyList<CalledPerson> People, IReadOnlyList<Acknowledgement> Accepted, AlertReview? Review,
    IReadOnlyList<TimelineEntry> Timeline);

/// <summary>Reads an alert's page; like every page about a participant, reading it stands in the audit trail.</summary>
public sealed class ReadAlert(MonitorContext db, TimeProvider time)
{
    /// <summary>Null when there is no such alert within the person's scope; the difference is not told.</summary>
    public async Task<AlertOverview?> For(StaffMember person, Guid alertId, CancellationToken cancel)
    {
        var alert = await db.AlertsFor(person).AsNoTracking().Include(row => row.Subject).Include(row => row.Site).Include(row => row.AcknowledgedBy)
            .SingleOrDefaultAsync(row => row.Id == alertId, cancel);
        if (alert is null)
        {
            return null;
        }

        db.Note(AuditAct.By(person, nameof(ReadAlert)), alert.InAudit());
        await db.SaveChangesAsync(cancel);
        var called = await CalledPerson.Of(db, [alert.Id], cancel);
        return new AlertOverview(alert, time.Now(), await Crs(alert, cancel), [.. called[alert.Id]], await Accepted(alert, cancel), await Review(alert, cancel),
            await Timeline(alertId, cancel));
    }

    /// <summary>The alert that a text's reference means: the newest, should one have been used again after 30 days.</summary>
    public Task<Guid?> Find(StaffMember person, string reference, CancellationToken cancel)
    {
        var upper = reference.ToUpperInvariant();
        return db.AlertsFor(person).Where(alert => alert.Reference == upper)
            .OrderByDescending(alert => alert.OpenedAt).Select(alert => (Guid?)alert.Id).FirstOrDefaultAsync(cancel);
    }

    async Task<ToxicityNow?> Crs(Alert alert, CancellationToken cancel) =>
        alert.SubjectId is { } subject && await db.NewestCrs(subject).AsNoTracking().SingleOrDefaultAsync(cancel) is { } newest
            ? ToxicityNow.Of(newest) : null;

    async Task<IReadOnlyList<Acknowledgement>> Accepted(Alert alert, CancellationToken cancel) => await db.Acknowledgements.AsNoTracking()
        .Include(one => one.StaffMember).Where(one => one.AlertId == alert.Id && one.Round == alert.Round).OrderBy(one => one.At).ToListAsync(cancel);

    Task<AlertReview?> Review(Alert alert, CancellationToken cancel) => db.AlertReviews.AsNoTracking().Include(review => review.StaffMember)
        .Where(review => review.AlertId == alert.Id).OrderByDescending(review => review.At).FirstOrDefaultAsync(cancel);

    async Task<IReadOnlyList<TimelineEntry>> Timeline(Guid alertId, CancellationToken cancel)
    {
        var alert = await db.Alerts.AsNoTrackingWithIdentityResolution().AsSplitQuery()
            .Include(one => one.Acknowledgements).ThenInclude(one => one.StaffMember)
            .Include(one => one.Notices).ThenInclude(notice => notice.Contact).ThenInclude(contact => contact!.StaffMember)
            .SingleAsync(one => one.Id == alertId, cancel);
        var reviews = await db.AlertReviews.AsNoTracking().Include(review => review.StaffMember)
            .Where(review => review.AlertId == alertId).OrderBy(review => review.At).ToListAsync(cancel);
        var audit = await db.AuditEntries.AsNoTracking().Where(row => row.AlertId == alertId && row.Entity == nameof(Alert))
            .OrderBy(row => row.Sequence).ToListAsync(cancel);
        return AlertTimeline.Of(alert, reviews, audit);
    }
}
