using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>Who looks after a participant at home.</summary>
/// <param name="HomeZone">IANA name; rules the participant's calendar from the discharge home on. Blank leaves it as it is.</param>
public sealed record HomeOncologistLink(Guid SubjectId, Guid? StaffMemberId, string? HomeZone);

/// <summary>Lets a home oncologist read one participant; the act of a coordinator.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage subjects.</exception>
public sealed class LinkHomeOncologist(MonitorContext db, TimeProvider time, PlanAssessments plan)
{
    /// <returns>The subject's id, or the fields of <see cref="HomeOncologistLink"/> that are not right; another site's subject is not found.</returns>
    public async Task<SetupAnswer> Link(StaffMember by, HomeOncologistLink wanted, CancellationToken cancel)
    {
        by.Demand(Permission.ManageSubjects);
        db.ActAs(by, nameof(LinkHomeOncologist));
        await using var transaction = await db.BeginFor(wanted.SubjectId, cancel);
        var subject = await db.SubjectsFor(by).SingleOrDefaultAsync(row => row.Id == wanted.SubjectId, cancel);
        IReadOnlyList<EntryProblem> problems = subject is null
            ? [new EntryProblem(nameof(HomeOncologistLink.SubjectId), "There is no such participant.")]
            : [.. await Problems(subject, wanted, cancel)];
        if (problems.Count > 0)
        {
            return SetupAnswer.Refused(problems);
        }

        await Store(subject!, wanted, cancel);
        await transaction.CommitAsync(cancel);
        return SetupAnswer.Done(wanted.SubjectId);
    }

    async Task<IEnumerable<EntryProblem>> Problems(Subject subject, HomeOncologistLink wanted, CancellationToken cancel)
    {
        var isHomeOncologist = await db.Users.AnyAsync(person => person.Id == wanted.StaffMemberId && person.StudyId == subject.StudyId
            && person.Role == StaffRole.HomeOncologist && !person.IsDisabled, cancel);
        var isLinked = await db.SubjectLinks.AnyAsync(link => link.SubjectId == subject.Id && link.StaffMemberId == wanted.StaffMemberId
            && link.EndedAt == null, cancel);
        return
        [
            .. isHomeOncologist ? [] : (EntryProblem[])[new(nameof(HomeOncologistLink.StaffMemberId), "Choose a home oncologist of this study.")],
            .. isLinked ? (EntryProblem[])[new(nameof(HomeOncologistLink.StaffMemberId), "This person is linked already.")] : [],
            .. string.IsNullOrWhiteSpace(wanted.HomeZone) ? [] : TrialNames.OfZone(nameof(HomeOncologistLink.HomeZone), wanted.HomeZone),
        ];
    }

    async Task Store(Subject subject, HomeOncologistLink wanted, CancellationToken cancel)
    {
        db.SubjectLinks.Add(new SubjectLink { SubjectId = subject.Id, StaffMemberId = wanted.StaffMemberId!.Value, LinkedAt = time.Now() });
        subject.HomeZone = string.IsNullOrWhiteSpace(wanted.HomeZone) ? subject.HomeZone : wanted.HomeZone.Trim();
        await db.SaveChangesAsync(cancel);
        if (subject.DischargedHomeAt is not null)
        {
            await plan.For(subject.Id, cancel); // the checks at home fall on another clock now
            await db.AskForGrading(subject.Id, time.Now(), cancel);
            await db.SaveChangesAsync(cancel);
        }
    }
}
