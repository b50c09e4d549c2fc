using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Audit;

/// <summary>
/// Who did what to which row, when, from where and why. Rows form one hash chain per database; both databases refuse to change or delete them.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Sequence { get; init; }
    public required DateTime At { get; init; }

    /// <summary>A staff member's id, or null when the system acted or nobody was signed in.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Printed name at that time, or <c>system</c>, or <c>not signed in</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>The use case or workflow act, for example <c>RecordCheck</c>.</summary>
    public required string Act { get; init; }
    public required string Entity { get; init; }
    public required string EntityId { get; init; }
    public Guid? SubjectId { get; init; }
    public Guid? AlertId { get; init; }

    /// <summary>Old and new values of what changed: <c>{"field":[old,new]}</c>; for an act without a row, its details.</summary>
    public required string ChangeJson { get; init; }
    public string? Reason { get; init; }
    public string? RequestId { get; init; }
    public string? Address { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> row)
        {
            row.ToTable("audit_entries");
            row.HasKey(entry => entry.Sequence);
            row.Property(entry => entry.Sequence).ValueGeneratedNever();
            row.HasIndex(entry => entry.SubjectId);
            row.HasIndex(entry => entry.AlertId);
            row.HasIndex(entry => entry.At);
        }
    }
}

/// <summary>The end of the chain, stored apart so that a cut tail is found.</summary>
[NotAudited("It is part of the chain.")]
public sealed class AuditHead
{
    public int Id { get; init; } = 1;
    public required long Sequence { get; set; }
    public required string Hash { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<AuditHead>
    {
        public void Configure(EntityTypeBuilder<AuditHead> row)
        {
            row.ToTable("audit_head");
            row.HasKey(head => head.Id);
            row.Property(head => head.Id).ValueGeneratedNever();
            row.HasData(new AuditHead { Id = 1, Sequence = 0, Hash = AuditChain.Root });
        }
    }
}

/// <summary>Rows of this type are not copied into the audit trail, because.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotAuditedAttribute(string because) : Attribute
{
    public string Because { get; } = because;
}

/// <summary>Values of this property never appear in the audit trail; that it changed does.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
