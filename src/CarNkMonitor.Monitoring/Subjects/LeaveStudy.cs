using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>How and when a participant leaves the study.</summary>
/// <param name="How"><see cref="SubjectStatus.Withdrew"/> or <see cref="SubjectStatus.Moved"/>; a death is an observation.</param>
/// <param name="LastDay">Site calendar, not in the future.</param>
/// <param name="Reason">Never blank; it stands in the audit trail.</param>
public sealed record Leaving(Guid SubjectId, SubjectStatus? How, DateOnly? LastDay, string? Reason);

/// <summary>
/// A participant withdraws from the study or moves to a hospital that is not in it: planned checks end, open alerts are closed by the next sweep, and nobody is
/// called any more. What was recorded and graded stays; what is entered later is graded and calls nobody. <see cref="ReturnToStudy"/> takes it back.
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
        await db.FollowStatus(subject, plan, time.Now(), cancel);
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
            .. LastDay(subject, wanted.LastDay, now),
            .. StoredText.ProblemOfReason(wanted.Reason, "Say why.") is { } problem ? [new EntryProblem(nameof(Leaving.Reason), problem)] : Array.Empty<EntryProblem>(),
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
