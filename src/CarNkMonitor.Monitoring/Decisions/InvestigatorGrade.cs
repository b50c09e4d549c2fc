using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>
/// A grade as a physician signed it, beside the calculated one that stays as it was. Never changed and never deleted (both databases refuse it): another
/// decision is another row, and a signature that a later fact took the ground from is voided by a row of its own (<see cref="VoidedSignature"/>).
/// </summary>
public sealed class InvestigatorGrade
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Made when the form was rendered: pressing Sign twice signs once.</summary>
    public required Guid SubmissionId { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>The very version of the calculated grade that was signed.</summary>
    public required Guid AssessmentId { get; init; }
    public required string Criteria { get; init; }
    public required string Part { get; init; }

    /// <summary>The moment graded, UTC.</summary>
    public required DateTime Moment { get; init; }
    public required int CalculatedLow { get; init; }
    public required int CalculatedHigh { get; init; }
    public required GradeState CalculatedState { get; init; }

    /// <summary>On the table's own scale.</summary>
    public required int Grade { get; init; }
    public required SignatureMeaning Meaning { get; init; }

    /// <summary>With <see cref="Reason"/>: why the calculated grade does not hold; both stand with every override.</summary>
    public OverrideReason? ReasonCode { get; init; }
    public string? Reason { get; init; }

    public required Guid SignedById { get; init; }

    /// <summary>As it stood at the moment of signing, whatever the person is called later.</summary>
    public required string PrintedName { get; init; }
    public required DateTime SignedAt { get; init; }

    /// <summary>SHA-256 over the canonical JSON of what was signed (<see cref="SignedContent"/>).</summary>
    public required string ContentHash { get; init; }

    public bool IsOverride => Meaning == SignatureMeaning.Overridden;

    sealed class Mapping : IEntityTypeConfiguration<InvestigatorGrade>
    {
        public void Configure(EntityTypeBuilder<InvestigatorGrade> row)
        {
            row.Ignore(grade => grade.IsOverride);
            row.HasOne<Assessment>().WithMany().HasForeignKey(grade => grade.AssessmentId);
            row.HasOne<Subject>().WithMany().HasForeignKey(grade => grade.SubjectId);
            row.HasOne<StaffMember>().WithMany().HasForeignKey(grade => grade.SignedById).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(grade => grade.SubmissionId).IsUnique();
            row.HasIndex(grade => new { grade.SubjectId, grade.Criteria, grade.Part, grade.SignedAt });
            row.Property(grade => grade.Reason).HasMaxLength(StoredText.LongestReason);
            row.Property(grade => grade.ContentHash).HasMaxLength(64);
        }
    }
}

/// <summary>What the signature says; the page prints it in full beside the name (records S1).</summary>
public enum SignatureMeaning
{
    /// <summary>The grade lies within the calculated range: it is the grade, or one of those that were possible.</summary>
    Confirmed,

    /// <summary>The grade lies outside the calculated range.</summary>
    Overridden,
}

/// <summary>Why a calculated grade does not hold.</summary>
public enum OverrideReason { OtherCause, KnownBefore, ValueDoubtful, SeenAtTheBedside, AsTheProtocolSays, Other }

/// <summary>
/// A signature lost its ground: the calculated grade that it speaks of was replaced, because a fact was amended, withdrawn or came late (records S3). A row of
/// its own, so that the signer is told on the own page until the grade is signed again.
/// </summary>
public sealed class VoidedSignature
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InvestigatorGradeId { get; init; }
    public required Guid SubjectId { get; init; }
    public required DateTime VoidedAt { get; init; }

    /// <summary>In a sentence, for the signer.</summary>
    public required string Because { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<VoidedSignature>
    {
        public void Configure(EntityTypeBuilder<VoidedSignature> row)
        {
            row.HasOne<InvestigatorGrade>().WithMany().HasForeignKey(voided => voided.InvestigatorGradeId);
            row.HasIndex(voided => voided.InvestigatorGradeId).IsUnique();
            row.HasIndex(voided => voided.SubjectId);
        }
    }
}
