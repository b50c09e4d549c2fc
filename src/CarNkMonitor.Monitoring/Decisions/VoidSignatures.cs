using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Decisions;

static class VoidSignatures
{
    /// <summary>
    /// Adds a row for every signature whose assessment is not current any more. A part of grading anew: the caller holds the subject's lock, has changed
    /// the assessments that it tracks, and saves. A signature stays void even if the facts are put back: the signer must look again.
    /// </summary>
    public static async Task VoidSignaturesWithoutGround(this MonitorContext db, Subject subject, DateTime now, CancellationToken cancel)
    {
        var signed = await db.InvestigatorGrades.AsNoTracking()
            .Where(grade => grade.SubjectId == subject.Id && !db.VoidedSignatures.Any(voided => voided.InvestigatorGradeId == grade.Id)).ToListAsync(cancel);
        if (signed.Count == 0)
        {
            return;
        }

        var ids = signed.Select(grade => grade.AssessmentId).ToList();
        // Tracked: what grading has just taken out of force is known here before it is stored.
        var assessments = await db.Assessments.Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancel);
        db.VoidedSignatures.AddRange(signed.Where(grade => !assessments[grade.AssessmentId].IsCurrent).Select(grade => new VoidedSignature
        {
            InvestigatorGradeId = grade.Id, SubjectId = subject.Id, VoidedAt = now, Because = BecauseOf(db, grade),
        }));
    }

    static string BecauseOf(MonitorContext db, InvestigatorGrade grade) =>
        db.AssessmentChanges.Local.FirstOrDefault(change => change.BeforeId == grade.AssessmentId)?.Told
        ?? $"{TableNames.Of(new TablePart(grade.Criteria, grade.Part))}: the values that the calculated grade rests on were changed";
}
