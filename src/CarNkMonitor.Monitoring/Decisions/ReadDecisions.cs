using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>Reads what is to be decided about a subject, and what was. Reading it stands in the audit trail (records P3).</summary>
public sealed class ReadDecisions(MonitorContext db, TimeProvider time)
{
    /// <summary>Null when there is no such subject within the person's scope, or the person reads no grades; the difference is not told.</summary>
    /// <param name="assessmentId">An earlier grade to decide on, for example the maximum of an episode, beside the newest ones; null for these alone.</param>
    public async Task<SubjectDecisions?> For(StaffMember person, Guid subjectId, Guid? assessmentId, CancellationToken cancel)
    {
        var subject = !person.May(Permission.ReadGrades) ? null : await db.SubjectsFor(person).AsNoTracking()
            .Include(row => row.Site).Include(row => row.Infusions).SingleOrDefaultAsync(row => row.Id == subjectId, cancel);
        if (subject is null)
        {
            return null;
        }

        db.Note(AuditAct.By(person, nameof(ReadDecisions)), new AuditSubject(nameof(Subject), subject.Id.ToString(), subject.Id));
        await db.SaveChangesAsync(cancel);
        var signed = await db.SignedGradesOf(subject.Id, cancel);
        return new SubjectDecisions(subject, SubjectCalendar.Of(subject), time.Now(), await db.Statements(subject, cancel),
            await Grades(subject, assessmentId, signed, cancel), signed);
    }

    /// <summary>Of the tables in force; a grade that somebody came for may be of another one.</summary>
    async Task<IReadOnlyList<GradeToSign>> Grades(Subject subject, Guid? chosen, IReadOnlyList<SignedGrade> signed, CancellationToken cancel)
    {
        var inForce = (await db.SettingsOf(subject.StudyId, cancel)).Settings.Criteria;
        var current = db.Assessments.AsNoTracking().Where(one => one.SubjectId == subject.Id && one.IsCurrent && (one.Id == chosen || inForce.Contains(one.Criteria)));
        var newest = await current.Where(one => one.Id == chosen
            || !current.Any(later => later.Criteria == one.Criteria && later.Part == one.Part && later.Moment > one.Moment)).ToListAsync(cancel);
        var latest = signed.DistinctBy(grade => grade.Table).ToDictionary(grade => grade.Table);
        return
        [
            .. newest.Where(one => GradeEntryRules.CanBeSigned(one) && (one.Id == chosen || one.IsAlwaysShown() || one.High > 0 || latest.ContainsKey(TableOf(one))))
                .OrderByDescending(one => one.Id == chosen).ThenByDescending(one => one.IsAlwaysShown()).ThenByDescending(one => one.Low).ThenBy(one => one.Criteria, StringComparer.Ordinal)
                .Select(one => new GradeToSign(one, ToxicityNow.Of(one), latest.GetValueOrDefault(TableOf(one)), one.Id == chosen)),
        ];
    }

    static TablePart TableOf(Assessment one) => new(one.Criteria, one.Part);
}

/// <summary>What is to be decided about a subject, and what was.</summary>
/// <param name="Statements">On causes, the latest first.</param>
/// <param name="Grades">That can be signed; the chosen one first.</param>
/// <param name="Signatures">Every signature, the latest first.</param>
public sealed record SubjectDecisions(
    Subject Subject, SubjectCalendar Calendar, DateTime Now, IReadOnlyList<AttributionStatement> Statements, IReadOnlyList<GradeToSign> Grades,
    IReadOnlyList<SignedGrade> Signatures);

/// <summary>A calculated grade with the latest signature of its table, if there is one.</summary>
/// <param name="IsChosen">Somebody came here to decide on this one.</param>
public sealed record GradeToSign(Assessment Assessment, ToxicityNow Result, SignedGrade? Signature, bool IsChosen);
