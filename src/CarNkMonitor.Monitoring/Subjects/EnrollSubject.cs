using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>What is known of a participant on enrollment: a code, never a name.</summary>
/// <param name="SubjectCode">Unique within the study; letters, digits and hyphens.</param>
/// <param name="BirthDate">Or, where it may not be recorded, <paramref name="AgeDays"/> on <paramref name="EnrolledOn"/>; neither is allowed too.</param>
/// <param name="ConditioningFrom">First and last day of the conditioning course, site calendar; both or neither.</param>
public sealed record Enrollment(
    Guid SiteId, string SubjectCode, Sex Sex, DateOnly EnrolledOn, DateOnly? BirthDate = null, int? AgeDays = null,
    DateOnly? ConditioningFrom = null, DateOnly? ConditioningTo = null);

/// <summary>The answer: exactly one of the records below.</summary>
public abstract record EnrollmentResult;

/// <summary>The subject is on study.</summary>
public sealed record Enrolled(Guid SubjectId) : EnrollmentResult;

/// <summary>Nothing was stored. <see cref="EntryProblem.Field"/> is the name of the field of <see cref="Enrollment"/>.</summary>
public sealed record EnrollmentRefused(IReadOnlyList<EntryProblem> Problems) : EnrollmentResult;

/// <summary>Enrolls a participant at a site; the act of a coordinator.</summary>
public sealed class EnrollSubject(MonitorContext db)
{
    /// <returns><see cref="Enrolled"/> or <see cref="EnrollmentRefused"/>; a site of another study or another coordinator's is not found.</returns>
    public async Task<EnrollmentResult> Enroll(StaffMember person, Enrollment enrollment, CancellationToken cancel)
    {
        db.ActAs(person, nameof(EnrollSubject));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var site = await db.SitesFor(person).SingleOrDefaultAsync(found => found.Id == enrollment.SiteId, cancel);
        if (!person.May(Permission.ManageSubjects) || site is null)
        {
            return new EnrollmentRefused([new EntryProblem(nameof(Enrollment.SiteId), "This site is not yours to enroll at.")]);
        }

        var code = enrollment.SubjectCode.Trim();
        var isTaken = await db.Subjects.AnyAsync(subject => subject.StudyId == site.StudyId && subject.SubjectCode == code, cancel);
        IReadOnlyList<EntryProblem> problems = [.. EnrollmentRules.Problems(enrollment, isTaken)];
        return problems.Count > 0 ? new EnrollmentRefused(problems) : await Store(enrollment, site, code, cancel);
    }

    async Task<EnrollmentResult> Store(Enrollment enrollment, Site site, string code, CancellationToken cancel)
    {
        var subject = new Subject
        {
            StudyId = site.StudyId, SiteId = site.Id, SubjectCode = code, Sex = enrollment.Sex, EnrolledOn = enrollment.EnrolledOn,
            BirthDate = enrollment.BirthDate, AgeAtEnrolmentDays = enrollment.AgeDays,
            ConditioningFrom = enrollment.ConditioningFrom, ConditioningTo = enrollment.ConditioningTo,
        };
        db.Subjects.Add(subject);
        await db.SaveChangesAsync(cancel);
        await db.Database.CommitTransactionAsync(cancel);
        return new Enrolled(subject.Id);
    }
}
