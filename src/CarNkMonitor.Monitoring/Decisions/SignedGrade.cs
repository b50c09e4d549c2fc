using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>A signed grade and whether its signature still stands.</summary>
/// <param name="Voided">The row that voided it; null while nothing did.</param>
/// <param name="IsIntact">What is stored still has the hash that was signed.</param>
public sealed record SignedGrade(InvestigatorGrade Grade, VoidedSignature? Voided, bool IsIntact)
{
    public bool Stands => Voided is null && IsIntact;

    public TablePart Table => new(Grade.Criteria, Grade.Part);

    /// <summary>Why the signature does not stand, in a sentence; null when it does.</summary>
    public string? WhyVoid => !IsIntact ? "What was signed is not what is stored now" : Voided?.Because;
}

public static class SignedGrades
{
    /// <summary>Every signed grade of a subject, the latest first. The hash of each is worked out anew.</summary>
    public static async Task<IReadOnlyList<SignedGrade>> SignedGradesOf(this MonitorContext db, Guid subjectId, CancellationToken cancel)
    {
        var rows = await (from grade in db.InvestigatorGrades
                          where grade.SubjectId == subjectId
                          join assessment in db.Assessments on grade.AssessmentId equals assessment.Id
                          from voided in db.VoidedSignatures.Where(one => one.InvestigatorGradeId == grade.Id).DefaultIfEmpty()
                          orderby grade.SignedAt descending, grade.Id descending
                          select new { grade, assessment, voided }).AsNoTracking().ToListAsync(cancel);
        return [.. rows.Select(row => new SignedGrade(row.grade, row.voided, SignedContent.IsIntact(row.grade, row.assessment)))];
    }
}
