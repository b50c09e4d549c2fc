using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>Takes a withdrawal or a move back: the participant is on study again, and checks are planned from now on.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage subjects.</exception>
public sealed class ReturnToStudy(MonitorContext db, TimeProvider time, PlanAssessments plan)
{
    /// <param name="reason">Never blank; it stands in the audit trail.</param>
    /// <returns>The subject's id, or what is not right; another site's subject is not found.</returns>
    public async Task<SetupAnswer> Run(StaffMember by, Guid subjectId, string? reason, CancellationToken cancel)
    {
        by.Demand(Permission.ManageSubjects);
        db.ActAs(by, nameof(ReturnToStudy), reason?.Trim());
        await using var transaction = await db.BeginFor(subjectId, cancel);
        var subject = await db.SubjectsFor(by).SingleOrDefaultAsync(row => row.Id == subjectId, cancel);
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
        await transaction.CommitAsync(cancel);
        return SetupAnswer.Done(subject.Id);
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
