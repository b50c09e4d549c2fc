using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>What was saved together: a nurse's form, an imported group of rows. It owns its observations.</summary>
public sealed class BedsideCheck
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SubjectId { get; init; }

    /// <summary>Made when the form was rendered: pressing Save twice stores one check.</summary>
    public required Guid SubmissionId { get; init; }
    public required DateTime ObservedAt { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required Guid RecordedById { get; init; }
    public required ObservationSource Source { get; init; }

    /// <summary>Recorded more than the study's limit after it was observed.</summary>
    public required bool IsLate { get; init; }
    public string? IncompleteReason { get; init; }

    public Subject? Subject { get; init; }
    public StaffMember? RecordedBy { get; init; }
    public List<Observation> Observations { get; init; } = [];
    public List<NotDone> NotDone { get; init; } = [];

    sealed class Mapping : IEntityTypeConfiguration<BedsideCheck>
    {
        public void Configure(EntityTypeBuilder<BedsideCheck> row)
        {
            row.HasIndex(check => check.SubmissionId).IsUnique();
            row.HasIndex(check => new { check.SubjectId, check.ObservedAt });
            row.Property(check => check.IncompleteReason).HasMaxLength(StoredText.LongestReason);
        }
    }
}

/// <summary>This item of the check was not done, because.</summary>
public sealed class NotDone
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CheckId { get; init; }
    public required string Code { get; init; }
    public required string Because { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<NotDone>
    {
        public void Configure(EntityTypeBuilder<NotDone> row)
        {
            row.HasOne<BedsideCheck>().WithMany(check => check.NotDone).HasForeignKey(item => item.CheckId);
            row.HasIndex(item => new { item.CheckId, item.Code }).IsUnique();
            row.Property(item => item.Because).HasMaxLength(StoredText.LongestReason);
        }
    }
}
