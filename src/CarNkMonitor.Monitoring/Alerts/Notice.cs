using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>One text to one phone, and the outbox row that makes it happen: queued, claimed with a lease, sent, then marked.</summary>
public sealed partial class Notice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null for an answer to a reply that belongs to no alert.</summary>
    public Guid? AlertId { get; init; }
    public required NoticeKind Kind { get; init; }
    public required int Round { get; init; }
    public required int Level { get; init; }
    public required int Cycle { get; init; }
    public required Guid ContactId { get; init; }
    public required NoticeChannel Channel { get; init; }

    /// <summary>0 for the first text of a level, 1 and up for its repeats and other channels.</summary>
    public required int Attempt { get; init; }
    public required string Body { get; init; }

    /// <summary>Four digits bound to this phone and notice; null where no reply is asked for.</summary>
    public string? ReplyCode { get; init; }
    public NoticeState State { get; set; } = NoticeState.Queued;
    public required DateTime CreatedAt { get; init; }
    public required DateTime DueAt { get; set; }
    public required DateTime ExpiresAt { get; init; }

    /// <summary>While Sending: until then the claim is somebody's; after it the notice is Unknown and the provider is asked.</summary>
    public DateTime? LeaseUntil { get; set; }

    /// <summary>How often the provider was asked to send it; a transient failure waits 5 s, 15 s, 45 s.</summary>
    public int Tries { get; set; }
    public string? ProviderId { get; set; }
    public string? ProviderStatus { get; set; }
    public int? ProviderError { get; set; }
    public DateTime? AcceptedAt { get; set; }
    public DateTime? SentAt { get; set; }
    public DateTime? DeliveredAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>When the provider was last asked about a notice that did not come to an end.</summary>
    public DateTime? ReconciledAt { get; set; }
    public Contact? Contact { get; init; }

    public bool AsksForReply => Kind is NoticeKind.Call or NoticeKind.Repeat;

    /// <summary>It belongs to the round that the alert is in.</summary>
    public bool IsOf(Alert alert) => AlertId == alert.Id && Round == alert.Round;

    /// <summary>It belongs to the step that the alert is waiting on.</summary>
    public bool IsOfRunningLevel(Alert alert) => IsOf(alert) && Level == alert.Level && Cycle == alert.Cycle;

    sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> row)
        {
            row.Ignore(notice => notice.AsksForReply).Ignore(notice => notice.HasEnded).Ignore(notice => notice.MayHaveBeenRead);
            row.HasOne<Alert>().WithMany(alert => alert.Notices).HasForeignKey(notice => notice.AlertId);
            row.HasIndex(notice => new
            {
                notice.AlertId, notice.Round, notice.Level, notice.Cycle, notice.ContactId, notice.Channel, notice.Kind, notice.Attempt,
            }).IsUnique();
            row.HasIndex(notice => new { notice.State, notice.DueAt });
            row.HasIndex(notice => notice.ProviderId);
        }
    }
}

/// <summary>Why a text is sent. Only <see cref="Call"/> and <see cref="Repeat"/> ask for a reply; <see cref="Test"/> may get one.</summary>
public enum NoticeKind { Call, Repeat, AcceptedByYou, AcceptedByAnother, Withdrawn, CouldNotUseReply, Test }

public enum NoticeChannel { Text, Voice }

/// <summary>Rank only rises from Queued to an end state; a late "sent" after "delivered" changes nothing.</summary>
public enum NoticeState { Queued, Sending, Unknown, Accepted, Sent, Delivered, Undelivered, Failed, Expired, Superseded }
