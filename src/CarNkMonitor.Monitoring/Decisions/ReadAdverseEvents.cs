using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>Reads the adverse events of a subject by episodes. Reading it stands in the audit trail (records P3).</summary>
public sealed class ReadAdverseEvents(MonitorContext db, TimeProvider time)
{
    /// <summary>Null when there is no such subject within the person's scope, or the person reads no grades; the difference is not told.</summary>
    public async Task<SubjectEvents?> For(StaffMember person, Guid subjectId, CancellationToken cancel)
    {
        var subject = !person.May(Permission.ReadGrades) ? null : await db.SubjectsFor(person).AsNoTracking()
            .Include(row => row.Site).Include(row => row.Infusions).SingleOrDefaultAsync(row => row.Id == subjectId, cancel);
        if (subject is null)
        {
            return null;
        }

        db.Note(AuditAct.By(person, nameof(ReadAdverseEvents)), new AuditSubject(nameof(Subject), subject.Id.ToString(), subject.Id));
        await db.SaveChangesAsync(cancel);
        var current = await db.Assessments.AsNoTracking().Where(one => one.SubjectId == subject.Id && one.IsCurrent).ToListAsync(cancel);
        var signed = await db.SignedGradesOf(subject.Id, cancel);
        var settings = (await db.SettingsOf(subject.StudyId, cancel)).Settings;
        var episodes = AdverseEpisodes.Of(current.Where(one => one.IsAdverseEvent())).Select(episode => episode.Under(settings));
        return new SubjectEvents(subject, SubjectCalendar.Of(subject), time.Now(), [.. episodes.Select(episode => new EventLine(episode, SignedOf(episode, signed)))]);
    }

    /// <summary>The latest signature in the episode: one that stands before one that does not.</summary>
    static SignedGrade? SignedOf(AdverseEpisode episode, IReadOnlyList<SignedGrade> signed) => signed
        .Where(grade => grade.Table == episode.Table && episode.Covers(grade.Grade.Moment)).OrderByDescending(grade => grade.Stands).FirstOrDefault();
}

/// <summary>The adverse events of a subject.</summary>
/// <param name="Lines">The latest onset first.</param>
public sealed record SubjectEvents(Subject Subject, SubjectCalendar Calendar, DateTime Now, IReadOnlyList<EventLine> Lines);

/// <param name="Signature">The physician's grade in this episode; null where nobody has signed one.</param>
public sealed record EventLine(AdverseEpisode Episode, SignedGrade? Signature);
