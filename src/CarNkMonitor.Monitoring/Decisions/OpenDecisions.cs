using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>What waits for a physician within the own scope: proposed causes, statements to renew, and the own signatures that no longer stand.</summary>
public sealed class OpenDecisions(MonitorContext db, TimeProvider time)
{
    /// <summary>Older ones ran out long ago; they stay on the participant's page.</summary>
    static readonly TimeSpan LookBack = TimeSpan.FromDays(7);

    /// <summary>So long before it runs out a statement is shown for renewal, and so long after.</summary>
    public static readonly TimeSpan RenewWithin = TimeSpan.FromHours(4);

    /// <exception cref="UnauthorizedAccessException">The person judges no causes and signs no grades.</exception>
    public async Task<DecisionList> For(StaffMember person, CancellationToken cancel)
    {
        person.Demand(Permission.ConfirmGrade);
        db.Note(AuditAct.By(person, "ReadOpenDecisions"), new AuditSubject(nameof(OpenDecisions), ""));
        await db.SaveChangesAsync(cancel);
        var now = time.Now();
        var concerned = await Statements(person, now).Select(row => row.SubjectId).Distinct().ToListAsync(cancel);
        var subjects = await db.SubjectsFor(person).AsNoTracking().Include(row => row.Site).Include(row => row.Infusions)
            .Where(row => concerned.Contains(row.Id)).OrderBy(row => row.SubjectCode).ToListAsync(cancel);
        List<OpenStatement> statements = [];
        foreach (var subject in subjects)
        {
            statements.AddRange((await db.Statements(subject, cancel)).Where(one => one.Row.ObservedAt > now - LookBack).Select(one => new OpenStatement(subject, one)));
        }

        return new DecisionList(now, [.. statements.Where(one => one.Statement.AwaitsJudgement).OrderBy(one => one.Statement.Until)],
            [.. statements.Where(one => IsToRenew(one.Statement, now)).OrderBy(one => one.Statement.Until)], await VoidSignatures(person, cancel));
    }

    /// <summary>How many proposals and void signatures wait.</summary>
    public async Task<int> Count(StaffMember person, CancellationToken cancel) => !person.May(Permission.ConfirmGrade) ? 0
        : await Statements(person, time.Now()).CountAsync(row => row.IsProvisional, cancel) + await OwnVoid(person).CountAsync(cancel);

    static bool IsToRenew(AttributionStatement one, DateTime now) => !one.AwaitsJudgement && one.MayNeedRenewal && (one.Until - now).Duration() <= RenewWithin;

    IQueryable<Observation> Statements(StaffMember person, DateTime now)
    {
        var (subjects, since) = (db.SubjectsFor(person).Select(subject => subject.Id), now - LookBack);
        return db.Observations.Current().Where(row => AttributionLives.Codes.Contains(row.Code) && row.ObservedAt > since && subjects.Contains(row.SubjectId));
    }

    /// <summary>The own ones, until somebody has signed the grade of this table anew.</summary>
    IQueryable<InvestigatorGrade> OwnVoid(StaffMember person)
    {
        var subjects = db.SubjectsFor(person).Select(subject => subject.Id);
        return db.InvestigatorGrades.Where(grade => grade.SignedById == person.Id && subjects.Contains(grade.SubjectId)
            && db.VoidedSignatures.Any(voided => voided.InvestigatorGradeId == grade.Id)
            && !db.InvestigatorGrades.Any(later => later.SubjectId == grade.SubjectId && later.Criteria == grade.Criteria && later.Part == grade.Part && later.SignedAt > grade.SignedAt));
    }

    async Task<IReadOnlyList<VoidDecision>> VoidSignatures(StaffMember person, CancellationToken cancel)
    {
        var rows = await (from grade in OwnVoid(person)
                          join voided in db.VoidedSignatures on grade.Id equals voided.InvestigatorGradeId
                          join subject in db.Subjects.Include(row => row.Site) on grade.SubjectId equals subject.Id
                          orderby voided.VoidedAt
                          select new { grade, voided, subject }).AsNoTracking().ToListAsync(cancel);
        return [.. rows.Select(row => new VoidDecision(row.subject, new SignedGrade(row.grade, row.voided, IsIntact: true)))];
    }
}

/// <summary>What waits for a physician.</summary>
/// <param name="Proposals">That nobody has judged, the one that runs out first on top.</param>
/// <param name="ToRenew">In force and about to run out, or run out a short while ago.</param>
/// <param name="Void">The person's own signatures that lost their ground.</param>
public sealed record DecisionList(DateTime Now, IReadOnlyList<OpenStatement> Proposals, IReadOnlyList<OpenStatement> ToRenew, IReadOnlyList<VoidDecision> Void);

public sealed record OpenStatement(Subject Subject, AttributionStatement Statement);

public sealed record VoidDecision(Subject Subject, SignedGrade Signature);
