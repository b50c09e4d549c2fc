using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// A signed-in physician records the assessment of an accepted alert: the grade confirmed or overridden, and the action chosen. The lease
/// ends, and the alert stays managed until its ground is gone for 24 h or a physician closes it.
/// </summary>
public sealed class ReviewAlert(MonitorContext db, TimeProvider time)
{
    public async Task<AlertAnswer> Run(StaffMember person, Guid alertId, ReviewEntry entry, CancellationToken cancel)
    {
        if (!await db.AlertsFor(person).AnyAsync(alert => alert.Id == alertId, cancel) || await db.BeginForAlert(alertId, cancel) is not var (transaction, alert))
            return AlertAnswer.NotFound;
        await using var _ = transaction;
        var gradings = await RecentGradings(alert, cancel);
        var newest = gradings is [.., var last] ? last : null;
        if (Refusal(person, alert, newest, entry) is { } refusal)
            return refusal;
        db.Act = AuditAct.By(person, nameof(ReviewAlert), entry.Reason?.Trim());
        Record(person, alert, gradings, entry, time.Now());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return AlertAnswer.Done("Assessment recorded. The alert stays open as managed until its ground is gone.");
    }

    void Record(StaffMember person, Alert alert, IReadOnlyList<Assessment> gradings, ReviewEntry entry, DateTime now)
    {
        var newest = gradings is [.., var last] ? last : null;
        db.AlertReviews.Add(new AlertReview
        {
            AlertId = alert.Id, StaffMemberId = person.Id, At = now, AssessmentId = newest?.Id, CalculatedLow = newest?.Low,
            CalculatedHigh = newest?.High, Grade = entry.Grade, IsOverride = IsOverride(newest, entry), Action = entry.Action, Reason = entry.Reason?.Trim(),
        });
        alert.Manage(UrgencyOnceReviewed(alert, gradings), newest?.Low, newest?.High, now);
    }

    static AlertAnswer? Refusal(StaffMember person, Alert alert, Assessment? newest, ReviewEntry entry) =>
        !person.May(Permission.ConfirmGrade) ? AlertAnswer.NotAllowed("Only a physician may record the assessment of an alert.")
        : alert.IsOver ? AlertAnswer.Over
        : alert.IsCalling ? AlertAnswer.WrongState("Accept the alert first.")
        : newest is not null && entry.Grade is null ? AlertAnswer.Incomplete("Confirm the grade, or give your own.")
        : entry.Grade is < 0 or > 5 ? AlertAnswer.Incomplete("A grade is a whole number from 0 to 5.")
        : IsOverride(newest, entry) && string.IsNullOrWhiteSpace(entry.Reason)
            ? AlertAnswer.Incomplete("Your grade differs from the calculated one: give the reason.")
        : StoredText.Problem(entry.Reason, StoredText.LongestReason) is { } problem ? AlertAnswer.Incomplete(problem)
        : null;

    static bool IsOverride(Assessment? newest, ReviewEntry entry) => newest is not null && (entry.Grade < newest.Low || entry.Grade > newest.High);

    /// <summary>What the reviewed grade asks for from now on: a rise above it is worse, and calls.</summary>
    static ClinicalUrgency UrgencyOnceReviewed(Alert alert, IReadOnlyList<Assessment> gradings) =>
        gradings is [.., var newest] && AlertRule.Judge(gradings, newest.Low, isLateAndNotCurrent: false) is { } ground ? ground.Urgency : alert.Urgency;

    /// <summary>The newest grading of the alert's table and those of the 24 h before it, ordered by moment.</summary>
    async Task<IReadOnlyList<Assessment>> RecentGradings(Alert alert, CancellationToken cancel)
    {
        if (alert.Kind != AlertKind.Crs || alert.AssessmentId is null)
            return [];
        var gradings = db.Assessments.Where(one => one.SubjectId == alert.SubjectId && one.IsCurrent && one.Low != null && one.High != null
            && db.Assessments.Any(ground => ground.Id == alert.AssessmentId && ground.Criteria == one.Criteria));
        var since = await gradings.MaxAsync(one => (DateTime?)one.Moment, cancel) - AlertRule.RiseWindow;
        return await gradings.Where(one => one.Moment > since).OrderBy(one => one.Moment).ToListAsync(cancel);
    }
}

/// <summary>What the physician enters.</summary>
/// <param name="Grade">The grade as the physician sees it; null only for an alert without a grade.</param>
/// <param name="Action">What was decided.</param>
/// <param name="Reason">Needed when the grade lies outside the calculated range; up to <see cref="StoredText.LongestReason"/> characters.</param>
public sealed record ReviewEntry(int? Grade, ReviewAction Action, string? Reason);
