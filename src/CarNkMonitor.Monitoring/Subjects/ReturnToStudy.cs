using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>
/// Takes a withdrawal or a move back that was a slip: all is as if the participant had never left. Checks are planned again, and one of the time of absence
/// that nobody made was missed; what came due in that time is graded; the alerts that leaving ended stand as they stood, and those that called call again from
/// the start. What stands now is judged once. Where the sweep has not ended an alert yet, it simply goes on.
/// </summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage subjects.</exception>
public sealed class ReturnToStudy(MonitorContext db, TimeProvider time, PlanAssessments plan, FollowFacts follow)
{
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

        var awaySince = StartOf(subject.LeftOn!.Value, subject);
        (subject.Status, subject.LeftOn, subject.LeftBecause) = (SubjectStatus.OnStudy, null, null);
        await db.FollowStatus(subject, plan, time.Now(), cancel);
        await follow.FollowReturn(subject, awaySince, cancel);
        await transaction.CommitAsync(cancel);
        return SetupAnswer.Done(subject.Id);
    }

    /// <summary>The last day on study is not after the day on which leaving was entered, so its beginning is not after the absence began.</summary>
    static DateTime StartOf(DateOnly day, Subject subject) => SubjectCalendar.Of(subject).PlannedInstant(new LocalDateTime(day.Year, day.Month, day.Day, 0, 0));
}
