using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>
/// Takes a withdrawal or a move back: the participant is on study again, checks are planned from now on, and what stands now calls as if it had just been
/// recorded: the alerts that ran were closed when the participant left, and after a slip nobody would know.
/// </summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage subjects.</exception>
public sealed class ReturnToStudy(MonitorContext db, TimeProvider time, PlanAssessments plan, FollowFacts follow)
{
    /// <summary>No reading of CRS counts for longer.</summary>
    static readonly TimeSpan LookBack = TimeSpan.FromHours(24);

    /// <param name="reason">Never blank; it stands in the audit trail.</param>
    /// <returns>The subject's id, or what is not right; another site's subject is not found.</returns>
    public async Task<SetupAnswer> Run(StaffMember by, Guid subjectId, string? reason, CancellationToken cancel)
    {
        by.Demand(Permission.ManageSubjects);
        db.ActAs(by, nameof(ReturnToStudy), reason?.Trim());
        await using var transaction = await db.BeginFor(subjectId, cancel);
        var subject = await db.SubjectsFor(by).Include(row => row.Site).Include(row => row.Infusions).SingleOrDefaultAsync(row => row.Id == subjectId, cancel);
        if (subject is not { HasLeft: true })
        {
            return SetupAnswer.Refused(nameof(Leaving.SubjectId), "The participant has not left the study.");
        }

        if (StoredText.ProblemOfReason(reason, "Say why.") is { } problem)
        {
            return SetupAnswer.Refused(nameof(Leaving.Reason), problem);
        }

        (subject.Status, subject.LeftOn, subject.LeftBecause) = (SubjectStatus.OnStudy, null, null);
        await plan.FollowStatus(db, subject, time.Now(), cancel);
        await CallAgain(subject, cancel);
        await transaction.CommitAsync(cancel);
        return SetupAnswer.Done(subject.Id);
    }

    async Task CallAgain(Subject subject, CancellationToken cancel)
    {
        var (now, settings) = (time.Now(), await db.SettingsOf(subject.StudyId, cancel));
        var since = now - LookBack;
        var recent = await db.Observations.Current().AsNoTracking()
            .Where(fact => fact.SubjectId == subject.Id && fact.ObservedAt > since && CrsCodes.All.Contains(fact.Code)).ToListAsync(cancel);
        await follow.Follow(subject, recent, Lateness.IsLateAndNotCurrent(recent, now, settings.Settings), calls: true, cancel);
    }
}

static class StatusOfSubject
{
    /// <summary>The plan and the next grading follow from the status. Saves.</summary>
    public static async Task FollowStatus(this PlanAssessments plan, MonitorContext db, Subject subject, DateTime now, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await plan.For(subject.Id, cancel);
        await db.AskForGrading(subject.Id, now, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
