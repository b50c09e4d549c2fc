using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>How and when a participant leaves the study.</summary>
/// <param name="How"><see cref="SubjectStatus.Withdrew"/> or <see cref="SubjectStatus.Moved"/>; a death is an observation.</param>
/// <param name="LastDay">Site calendar, not in the future.</param>
/// <param name="Reason">Never blank; it stands in the audit trail.</param>
public sealed record Leaving(Guid SubjectId, SubjectStatus? How, DateOnly? LastDay, string? Reason);

/// <summary>
/// A participant withdraws from the study or moves to a hospital that is not in it: planned checks end, open alerts are closed by the next sweep, and nobody is
/// called any more. What was recorded and graded stays. <see cref="ReturnToStudy"/> takes it back.
/// </summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage subjects.</exception>
public sealed class LeaveStudy(MonitorContext db, TimeProvider time, PlanAssessments plan)
{
    /// <returns>The subject's id, or the fields of <see cref="Leaving"/> that are not right; another site's subject is not found.</returns>
    public async Task<SetupAnswer> Run(StaffMember by, Leaving wanted, CancellationToken cancel)
    {
        by.Demand(Permission.ManageSubjects);
        db.ActAs(by, nameof(LeaveStudy), wanted.Reason?.Trim());
        await using var transaction = await db.BeginFor(wanted.SubjectId, cancel);
        var subject = await db.SubjectsFor(by).Include(row => row.Site).SingleOrDefaultAsync(row => row.Id == wanted.SubjectId, cancel);
        var problems = Problems(subject, wanted, time.Now()).ToList();
        if (problems.Count > 0)
        {
            return SetupAnswer.Refused(problems);
        }

        (subject!.Status, subject.LeftOn, subject.LeftBecause) = (wanted.How!.Value, wanted.LastDay, wanted.Reason!.Trim());
        await db.FollowStatus(plan, subject.Id, time.Now(), cancel);
        await transaction.CommitAsync(cancel);
        return SetupAnswer.Done(subject.Id);
    }

    static IEnumerable<EntryProblem> Problems(Subject? subject, Leaving wanted, DateTime now)
    {
        if (subject is null)
        {
            return [new EntryProblem(nameof(Leaving.SubjectId), "There is no such participant.")];
        }

        if (subject.Status != SubjectStatus.OnStudy)
        {
            return [new EntryProblem(nameof(Leaving.SubjectId), "The participant is not on study any more.")];
        }

        return
        [
            .. wanted.How is SubjectStatus.Withdrew or SubjectStatus.Moved ? [] : (EntryProblem[])[new(nameof(Leaving.How), "Say how the participant leaves the study.")],
            .. LastDay(subject, wanted.LastDay, now), .. LeavingReason.Problems(wanted.Reason),
        ];
    }

    static IEnumerable<EntryProblem> LastDay(Subject subject, DateOnly? day, DateTime now)
    {
        var today = SubjectCalendar.Of(subject).DateOf(now);
        var reason = day is not { } chosen ? "Enter the last day on study."
            : chosen > new DateOnly(today.Year, today.Month, today.Day) ? "The last day on study lies in the future. Record it when it has come."
            : chosen < subject.EnrolledOn ? "The last day on study lies before the enrolment."
            : null;
        return reason is null ? [] : [new EntryProblem(nameof(Leaving.LastDay), reason)];
    }
}

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
        IReadOnlyList<EntryProblem> problems = subject is not { Status: SubjectStatus.Withdrew or SubjectStatus.Moved }
            ? [new EntryProblem(nameof(Leaving.SubjectId), "The participant has not left the study.")] : [.. LeavingReason.Problems(reason)];
        if (problems.Count > 0)
        {
            return SetupAnswer.Refused(problems);
        }

        (subject!.Status, subject.LeftOn, subject.LeftBecause) = (SubjectStatus.OnStudy, null, null);
        await db.FollowStatus(plan, subject.Id, time.Now(), cancel);
        await transaction.CommitAsync(cancel);
        return SetupAnswer.Done(subject.Id);
    }
}

static class LeavingReason
{
    public static IEnumerable<EntryProblem> Problems(string? reason)
    {
        var problem = string.IsNullOrWhiteSpace(reason) ? "Say why." : StoredText.Problem(reason, StoredText.LongestReason);
        return problem is null ? [] : [new EntryProblem(nameof(Leaving.Reason), problem)];
    }

    /// <summary>The plan and the next grading follow from the status. Saves.</summary>
    public static async Task FollowStatus(this MonitorContext db, PlanAssessments plan, Guid subjectId, DateTime now, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await plan.For(subjectId, cancel);
        await db.AskForGrading(subjectId, now, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
