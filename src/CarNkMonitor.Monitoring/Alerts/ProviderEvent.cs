using CarNkMonitor.Monitoring.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>A callback or an inbound text, stored raw before anything is made of it; the same one twice is one row.</summary>
[NotAudited("It is itself the log of what the provider said, and never changes but for the time it was processed.")]
public sealed class ProviderEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required ProviderEventKind Kind { get; init; }
    public required string ProviderId { get; init; }

    /// <summary>The provider's status word; <c>received</c> for an inbound text.</summary>
    public required string Status { get; init; }
    public int? ErrorCode { get; init; }

    /// <summary>From the callback's path; a callback may overtake the commit of the provider id.</summary>
    public Guid? NoticeId { get; init; }
    public string? FromPhone { get; init; }
    public string? Body { get; init; }
    public required DateTime ReceivedAt { get; init; }
    public DateTime? ProcessedAt { get; set; }

    /// <summary>What was made of it, in one word or a short sentence.</summary>
    public string? Outcome { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<ProviderEvent>
    {
        public void Configure(EntityTypeBuilder<ProviderEvent> row)
        {
            row.HasIndex(entry => new { entry.ProviderId, entry.Status }).IsUnique();
            row.HasIndex(entry => entry.ProcessedAt);
        }
    }
}

public enum ProviderEventKind { Status, Inbound }
