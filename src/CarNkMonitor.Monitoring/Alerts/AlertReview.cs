using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>A physician's recorded assessment of an alert: the grade as the physician sees it, beside the calculated one, and the action chosen.</summary>
public sealed class AlertReview
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AlertId { get; init; }
    public required Guid StaffMemberId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The grading that was reviewed, and its range; null for an alert without a grade.</summary>
    public Guid? AssessmentId { get; init; }
    public int? CalculatedLow { get; init; }
    public int? CalculatedHigh { get; init; }

    /// <summary>The physician's grade; null for an alert without a grade.</summary>
    public int? Grade { get; init; }

    /// <summary>The physician's grade lies outside the calculated range; then <see cref="Reason"/> says why.</summary>
    public required bool IsOverride { get; init; }
    public required ReviewAction Action { get; init; }
    public string? Reason { get; init; }

    public Alert? Alert { get; init; }
    public StaffMember? StaffMember { get; init; }
    public Assessment? Assessment { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<AlertReview>
    {
        public void Configure(EntityTypeBuilder<AlertReview> row)
        {
            row.HasIndex(review => new { review.AlertId, review.At });
            row.Property(review => review.Reason).HasMaxLength(StoredText.LongestReason);
        }
    }
}

/// <summary>What was decided; the program never proposes a treatment.</summary>
public enum ReviewAction { ContinueObservation, ObserveMoreOften, TreatmentStarted, MovedToIntensiveCare }
