using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>Something a physician must hear of. At most one is open for a subject, kind and episode (a unique index holds that).</summary>
public sealed partial class Alert
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SiteId { get; init; }

    /// <summary>Null for coverage and system alarms, which belong to a site.</summary>
    public Guid? SubjectId { get; init; }
    public required AlertKind Kind { get; init; }
    public required int Episode { get; init; }

    /// <summary>Four characters without look-alikes, in every text of this alert.</summary>
    public required string Reference { get; init; }
    public required ClinicalUrgency Urgency { get; set; }
    public AlertState State { get; set; } = AlertState.Open;

    /// <summary>
    /// The grade range that the call stands for, and the lowest grade before it. It only rises while somebody is called or has accepted;
    /// once managed it follows the grade down, so that a new rise calls again.
    /// </summary>
    public int? Low { get; set; }
    public int? High { get; set; }
    public int? PreviousLow { get; set; }

    /// <summary>The assessment that stands for the alert's ground.</summary>
    public Guid? AssessmentId { get; set; }

    public int Level { get; set; } = 1;
    public int Cycle { get; set; } = 1;

    /// <summary>Rises when the alert worsens, a lease runs out or its participant is on study again: then everything is called anew, and earlier acknowledgements no longer count.</summary>
    public int Round { get; set; } = 1;
    public DateTime? NextStepAt { get; set; }

    /// <summary>The policy as it was when the alert opened or rose: a later change of policy never changes a running call.</summary>
    public required string PolicyJson { get; set; }

    /// <summary>Rises with every step; a sweep that saw an older fence does nothing.</summary>
    public int Fence { get; set; }
    public required DateTime OpenedAt { get; init; }
    public DateTime? AcknowledgedAt { get; set; }
    public Guid? AcknowledgedById { get; set; }
    public DateTime? LeaseUntil { get; set; }
    public DateTime? ManagedAt { get; set; }
    public DateTime? ExhaustedAt { get; set; }

    /// <summary>Since when the readings have said, without a break, that the ground is gone; an alert that is managed closes after 24 h of it.</summary>
    public DateTime? BelowThresholdSince { get; set; }
    public DateTime? ClosedAt { get; set; }

    /// <summary>
    /// What it was when its participant was on study no more, which ended it; null for every other end. Should that be taken back, it is taken up again
    /// from here (<see cref="TakeUpAlerts"/>), and is null again.
    /// </summary>
    public AlertState? LastStateOnStudy { get; set; }

    public Subject? Subject { get; init; }
    public Site? Site { get; init; }
    public StaffMember? AcknowledgedBy { get; init; }
    public List<Notice> Notices { get; init; } = [];
    public List<Acknowledgement> Acknowledgements { get; init; } = [];

    public bool IsOver => State is AlertState.Closed or AlertState.Withdrawn;

    sealed class Mapping : IEntityTypeConfiguration<Alert>
    {
        public void Configure(EntityTypeBuilder<Alert> row)
        {
            row.Ignore(alert => alert.IsOver).Ignore(alert => alert.IsCalling).Ignore(alert => alert.IsAboutSite)
                .Ignore(alert => alert.ClosesAt).Ignore(alert => alert.LockId);
            row.Property(alert => alert.Fence).IsConcurrencyToken();
            row.HasIndex(alert => new { alert.SubjectId, alert.Kind, alert.Episode }).IsUnique().HasFilter("closed_at IS NULL");
            row.HasIndex(alert => new { alert.SiteId, alert.Kind }).IsUnique().HasFilter("closed_at IS NULL AND subject_id IS NULL");
            row.HasIndex(alert => alert.Reference);
            row.HasIndex(alert => new { alert.State, alert.NextStepAt });
        }
    }
}

public enum AlertKind { Crs, Icans, IecHs, Mas, Gvhd, Cytopenia, Infection, Vitals, DataGap, Overdue, Coverage, System }

public enum AlertState { Open, Acknowledged, Managed, Exhausted, Withdrawn, Closed }

/// <summary>One person's acceptance of an alert; an emergency needs two of two persons.</summary>
public sealed class Acknowledgement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AlertId { get; init; }
    public required Guid StaffMemberId { get; init; }
    public required DateTime At { get; init; }
    public required AcknowledgementChannel Channel { get; init; }

    /// <summary>The alert's <see cref="Alert.Round"/> in which it counts.</summary>
    public required int Round { get; init; }
    public StaffMember? StaffMember { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<Acknowledgement>
    {
        public void Configure(EntityTypeBuilder<Acknowledgement> row)
        {
            row.HasOne<Alert>().WithMany(alert => alert.Acknowledgements).HasForeignKey(acknowledgement => acknowledgement.AlertId);
            row.HasIndex(acknowledgement => new { acknowledgement.AlertId, acknowledgement.StaffMemberId, acknowledgement.Round }).IsUnique();
        }
    }
}

public enum AcknowledgementChannel { Text, Page }
