using CarNkMonitor.Monitoring.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Data;

/// <summary>When a recurring duty last ran to its end; health turns red when it is too long ago.</summary>
[NotAudited("A pulse, not a fact of the record.")]
public sealed class Heartbeat
{
    public required string Duty { get; init; }
    public required DateTime At { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<Heartbeat>
    {
        public void Configure(EntityTypeBuilder<Heartbeat> row) => row.HasKey(pulse => pulse.Duty);
    }
}
