using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>A place that treats subjects of a study, with the IANA zone in which its nurses read the clock.</summary>
public sealed class Site
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid StudyId { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string Zone { get; init; }
    public Study? Study { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<Site>
    {
        public void Configure(EntityTypeBuilder<Site> row) => row.HasIndex(site => new { site.StudyId, site.Code }).IsUnique();
    }
}
