using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>
/// Takes back an infusion that was recorded with a wrong time or for the wrong participant: days, plan, baselines and every grade since are worked out
/// anew without it, and an alert that stood on them is withdrawn. The right one is recorded as a new one.
/// </summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage subjects.</exception>
public sealed class WithdrawInfusion(MonitorContext db, TimeProvider time, FollowFacts follow)
{
    /// <param name="reason">Never blank; it stands in the audit trail.</param>
    /// <returns>The subject's id, or what is not right; another site's subject is not found.</returns>
    public async Task<SetupAnswer> Run(StaffMember by, Guid subjectId, Guid infusionId, string? reason, CancellationToken cancel)
    {
        by.Demand(Permission.ManageSubjects);
        db.ActAs(by, nameof(WithdrawInfusion), reason?.Trim());
        await using var transaction = await db.BeginFor(subjectId, cancel);
        var subject = await db.SubjectsFor(by).Include(row => row.Site).Include(row => row.Infusions).SingleOrDefaultAsync(row => row.Id == subjectId, cancel);
        if (subject?.Infusions.Find(row => row.Id == infusionId) is not { } infusion)
        {
            return SetupAnswer.Refused(nameof(infusionId), "This infusion has been withdrawn already.");
        }

        if (StoredText.ProblemOfReason(reason, "Say why.") is { } problem)
        {
            return SetupAnswer.Refused(nameof(reason), problem);
        }

        await Store(by, subject, infusion, reason!.Trim(), cancel);
        await transaction.CommitAsync(cancel);
        return SetupAnswer.Done(subject.Id);
    }

    async Task Store(StaffMember by, Subject subject, Infusion infusion, string reason, CancellationToken cancel)
    {
        var fact = await db.Observations.Current().AsNoTracking().SingleAsync(row => row.Id == infusion.ObservationId, cancel);
        var withdrawal = AmendedRow.Withdrawal(by, fact, reason, time.Now());
        db.Observations.Add(withdrawal);
        db.Infusions.Remove(infusion);
        subject.Infusions.Remove(infusion);
        await db.SaveChangesAsync(cancel);
        await follow.Follow(subject, [withdrawal], isLateAndNotCurrent: false, calls: true, cancel);
    }
}
