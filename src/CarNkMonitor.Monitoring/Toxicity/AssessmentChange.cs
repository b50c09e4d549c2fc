using CarNkMonitor.Grading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>
/// A grade that had been stored gave way to another one, because a fact was amended, withdrawn or came late: a fact of its own, never changed or deleted.
/// A new version of an assessment whose grade stayed as it was (another value decided) is none.
/// </summary>
public sealed class AssessmentChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SubjectId { get; init; }
    public required string Criteria { get; init; }
    public required string Part { get; init; }

    /// <summary>The moment whose grade changed.</summary>
    public required DateTime Moment { get; init; }

    /// <summary>The assessment that is not current any more.</summary>
    public required Guid BeforeId { get; init; }
    public required int? LowBefore { get; init; }
    public required int? HighBefore { get; init; }
    public required GradeState StateBefore { get; init; }

    /// <summary>What the table says at that moment now; null when it says nothing.</summary>
    public required Guid? AfterId { get; init; }
    public required int? LowAfter { get; init; }
    public required int? HighAfter { get; init; }
    public required GradeState? StateAfter { get; init; }

    /// <summary>For auditors: "CRS 3 → 1 because Systolic blood pressure 65 mm[Hg] was amended to 165 mm[Hg]".</summary>
    public required string Sentence { get; init; }

    /// <summary>The same for everybody else, without the value that gave way. Not stored: whoever tells it does so while the change is made.</summary>
    public string? Told { get; init; }

    /// <summary>The observations that brought it, newest rows: separated by blanks, at most <see cref="MostCauses"/>.</summary>
    public required string Causes { get; init; }
    public required DateTime ChangedAt { get; init; }

    public const int MostCauses = 5;

    sealed class Mapping : IEntityTypeConfiguration<AssessmentChange>
    {
        public void Configure(EntityTypeBuilder<AssessmentChange> row)
        {
            row.Ignore(change => change.Told);
            row.HasOne<Assessment>().WithMany().HasForeignKey(change => change.BeforeId);
            row.HasOne<Assessment>().WithMany().HasForeignKey(change => change.AfterId);
            row.HasIndex(change => new { change.SubjectId, change.ChangedAt });
        }
    }
}
