using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>A participant of a study: an opaque id and a code, never a name.</summary>
public sealed class Subject
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid StudyId { get; init; }
    public required Guid SiteId { get; set; }
    public required string SubjectCode { get; init; }
    public required Sex Sex { get; init; }

    /// <summary>Either the birth date or the age in days at <see cref="EnrolledOn"/> is known, sometimes neither.</summary>
    public DateOnly? BirthDate { get; init; }
    public int? AgeAtEnrolmentDays { get; init; }
    public required DateOnly EnrolledOn { get; init; }
    public SubjectStatus Status { get; set; } = SubjectStatus.OnStudy;

    /// <summary>Withdrew or moved; it can be taken back.</summary>
    public bool HasLeft => Status is SubjectStatus.Withdrew or SubjectStatus.Moved;

    /// <summary>Last day on study, site calendar, and why it ended; null while the subject is on study, and after a death, which is an observation.</summary>
    public DateOnly? LeftOn { get; set; }
    public string? LeftBecause { get; set; }

    /// <summary>
    /// First and last day of the conditioning course as the enrollment stated them, site calendar; null when it named none. What is known of
    /// conditioning, doses included, says <see cref="Conditioning"/>.
    /// </summary>
    public DateOnly? ConditioningFrom { get; init; }
    public DateOnly? ConditioningTo { get; init; }

    /// <summary>Set when a physician has discharged the subject home; from then on <see cref="HomeZone"/> rules the calendar.</summary>
    public DateTime? DischargedHomeAt { get; set; }
    public string? HomeZone { get; set; }

    public Study? Study { get; init; }
    public Site? Site { get; init; }
    public List<Infusion> Infusions { get; init; } = [];

    sealed class Mapping : IEntityTypeConfiguration<Subject>
    {
        public void Configure(EntityTypeBuilder<Subject> row)
        {
            row.HasIndex(subject => new { subject.StudyId, subject.SubjectCode }).IsUnique();
            row.HasIndex(subject => subject.SiteId);
            row.Property(subject => subject.LeftBecause).HasMaxLength(StoredText.LongestReason);
        }
    }
}

public enum Sex { Female, Male, Unknown }

public enum SubjectStatus { OnStudy, Died, Withdrew, Moved }

/// <summary>One CAR-NK infusion. A subject may receive several; every one restarts the daily phase.</summary>
public sealed class Infusion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SubjectId { get; init; }
    public required int Number { get; init; }
    public required DateTime StartedAt { get; init; }

    /// <summary>True for the first infusion after a conditioning course: recovery days count from it. Follows from the facts, see <see cref="Conditioning"/>.</summary>
    public required bool FollowsConditioning { get; set; }

    /// <summary>The observation (code <c>infusion</c>) that this row was made from.</summary>
    public required Guid ObservationId { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<Infusion>
    {
        public void Configure(EntityTypeBuilder<Infusion> row)
        {
            row.HasIndex(infusion => new { infusion.SubjectId, infusion.Number }).IsUnique();
            row.HasIndex(infusion => new { infusion.SubjectId, infusion.StartedAt }).IsUnique();
        }
    }
}

/// <summary>A home oncologist may read this subject, and no other.</summary>
public sealed class SubjectLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SubjectId { get; init; }
    public required Guid StaffMemberId { get; init; }
    public required DateTime LinkedAt { get; init; }
    public DateTime? EndedAt { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<SubjectLink>
    {
        public void Configure(EntityTypeBuilder<SubjectLink> row) =>
            row.HasIndex(link => new { link.StaffMemberId, link.SubjectId });
    }
}
