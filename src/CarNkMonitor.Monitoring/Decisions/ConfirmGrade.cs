using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>
/// A physician confirms a calculated grade, or sets another one beside it with a reason, and signs: printed name, time and meaning, the password at that
/// moment, bound to a hash of what was signed (records S1 to S3). The calculated grade stays as it is.
/// </summary>
public sealed class ConfirmGrade(MonitorContext db, TimeProvider time, ProveIdentity identity)
{
    /// <summary>Signs, or says why not. A wrong password stores nothing but the failure, which counts towards the lock-out of the account.</summary>
    public async Task<DecisionAnswer> Run(StaffMember person, GradeEntry entry, CancellationToken cancel)
    {
        if (!person.May(Permission.ConfirmGrade))
        {
            return DecisionAnswer.NotAllowed("Only a physician confirms or overrides a grade.");
        }

        var assessment = await Find(person, entry.AssessmentId, cancel);
        if (assessment is null)
        {
            return DecisionAnswer.NotFound;
        }

        return GradeEntryRules.Refusal(entry, assessment)
            ?? (await identity.Refusal(person, entry.Password, cancel) is { } wrong ? DecisionAnswer.Refused(nameof(entry.Password), wrong) : await Sign(person, entry, assessment.SubjectId, cancel));
    }

    async Task<DecisionAnswer> Sign(StaffMember person, GradeEntry entry, Guid subjectId, CancellationToken cancel)
    {
        db.ActAs(person, nameof(ConfirmGrade), entry.Reason?.Trim());
        await using var transaction = await db.BeginFor(subjectId, cancel);
        if (await db.InvestigatorGrades.AnyAsync(grade => grade.SubmissionId == entry.SubmissionId, cancel))
        {
            return DecisionAnswer.Done("Signed.");
        }

        // Read again under the lock: a value may have come in while the password was typed.
        var assessment = await Find(person, entry.AssessmentId, cancel);
        if (assessment is not { IsCurrent: true })
        {
            return DecisionAnswer.MovedOn;
        }

        db.InvestigatorGrades.Add(Signed(person, entry, assessment, time.Now()));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return DecisionAnswer.Done("Signed.");
    }

    Task<Assessment?> Find(StaffMember person, Guid assessmentId, CancellationToken cancel)
    {
        var subjects = db.SubjectsFor(person).Select(subject => subject.Id);
        return db.Assessments.AsNoTracking().SingleOrDefaultAsync(one => one.Id == assessmentId && subjects.Contains(one.SubjectId), cancel);
    }

    static InvestigatorGrade Signed(StaffMember person, GradeEntry entry, Assessment assessment, DateTime now)
    {
        var isOverride = GradeEntryRules.IsOverride(entry.Grade!.Value, assessment);
        InvestigatorGrade Row(string hash, Guid id) => new()
        {
            Id = id, SubmissionId = entry.SubmissionId, SubjectId = assessment.SubjectId, AssessmentId = assessment.Id, Criteria = assessment.Criteria,
            Part = assessment.Part, Moment = assessment.Moment, CalculatedLow = assessment.Low!.Value, CalculatedHigh = assessment.High!.Value,
            CalculatedState = assessment.State, Grade = entry.Grade.Value, Meaning = isOverride ? SignatureMeaning.Overridden : SignatureMeaning.Confirmed,
            ReasonCode = isOverride ? entry.ReasonCode : null, Reason = string.IsNullOrWhiteSpace(entry.Reason) ? null : entry.Reason.Trim(),
            SignedById = person.Id, PrintedName = person.DisplayName, SignedAt = now, ContentHash = hash,
        };

        var unsigned = Row("", Guid.CreateVersion7());
        return Row(SignedContent.HashOf(unsigned, assessment), unsigned.Id);
    }
}

/// <summary>What the physician enters.</summary>
/// <param name="SubmissionId">Made when the form was rendered.</param>
/// <param name="AssessmentId">The calculated grade that the page showed.</param>
/// <param name="Grade">On the table's own scale.</param>
/// <param name="ReasonCode">Needed when the grade lies outside the calculated range.</param>
/// <param name="Reason">The same in words; up to <see cref="StoredText.LongestReason"/> characters.</param>
/// <param name="Password">Asked again at the moment of signing.</param>
public sealed record GradeEntry(Guid SubmissionId, Guid AssessmentId, int? Grade, OverrideReason? ReasonCode, string? Reason, string? Password);

/// <summary>The answer to a decision.</summary>
/// <param name="Refusal">Null when it was stored.</param>
/// <param name="Field">Which field of the entry the sentence is about; empty for the whole.</param>
public sealed record DecisionAnswer(DecisionRefusal? Refusal, string Sentence, string Field = "")
{
    public bool IsDone => Refusal is null;

    public static readonly DecisionAnswer NotFound = new(DecisionRefusal.NotFound, "There is no such grade.");

    public static readonly DecisionAnswer MovedOn = new(DecisionRefusal.MovedOn, "The calculated grade has changed since this page was shown. Look at the new one, then sign.");

    public static DecisionAnswer Done(string sentence) => new(null, sentence);

    public static DecisionAnswer NotAllowed(string sentence) => new(DecisionRefusal.NotAllowed, sentence);

    public static DecisionAnswer Refused(string field, string sentence) => new(DecisionRefusal.Incomplete, sentence, field);
}

public enum DecisionRefusal { NotFound, NotAllowed, MovedOn, Incomplete }
