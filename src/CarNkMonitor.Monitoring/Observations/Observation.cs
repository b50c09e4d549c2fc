using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// One raw fact of one subject: a number with its unit, a coded value or a yes/no. Never changed and never deleted (both databases refuse it):
/// an amendment is a new row that supersedes this one.
/// </summary>
public sealed class Observation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SubjectId { get; init; }
    public required Guid CheckId { get; init; }

    /// <summary>Catalogue code, for example <c>temperature</c>.</summary>
    public required string Code { get; init; }
    public Comparator Comparator { get; init; } = Comparator.Equal;

    /// <summary>In the catalogue's canonical unit, unrounded; null for coded and yes/no values.</summary>
    public decimal? Value { get; init; }
    public string? Unit { get; init; }

    /// <summary>As it was typed, for ever: text and unit.</summary>
    public string? EnteredValue { get; init; }
    public string? EnteredUnit { get; init; }

    /// <summary>The laboratory's own limits of normal for this value, in <see cref="EnteredUnit"/>, each inclusive; null when none was printed.</summary>
    public decimal? ReferenceLow { get; init; }
    public decimal? ReferenceHigh { get; init; }
    public string? Coded { get; init; }
    public bool? Flag { get; init; }
    public string? Note { get; init; }

    /// <summary>When it was true, by the claim of who entered it; <see cref="RecordedAt"/> is ours.</summary>
    public required DateTime ObservedAt { get; init; }
    public DateTime? EndedAt { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required Guid RecordedById { get; init; }
    public required ObservationSource Source { get; init; }

    /// <summary>An attribution that no physician has countersigned.</summary>
    public bool IsProvisional { get; init; }

    public Guid? SupersedesId { get; init; }

    /// <summary>With <see cref="SupersedesId"/>: the superseded value was an error and nothing takes its place.</summary>
    public bool IsWithdrawal { get; init; }
    public string? Reason { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<Observation>
    {
        public void Configure(EntityTypeBuilder<Observation> row)
        {
            row.HasOne<BedsideCheck>().WithMany(check => check.Observations).HasForeignKey(observation => observation.CheckId);
            row.HasOne<Observation>().WithMany().HasForeignKey(observation => observation.SupersedesId);
            row.HasIndex(observation => new { observation.SubjectId, observation.ObservedAt });
            row.HasIndex(observation => observation.SupersedesId).IsUnique();
            row.Property(observation => observation.Note).HasMaxLength(StoredText.LongestNote);
            row.Property(observation => observation.Reason).HasMaxLength(StoredText.LongestReason);
        }
    }
}

public enum ObservationSource { Typed, Import, Device, External }
