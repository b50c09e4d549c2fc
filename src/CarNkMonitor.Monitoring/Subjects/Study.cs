using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>A trial. Its numbered settings are immutable: a change is a new version.</summary>
public sealed class Study
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Code { get; init; }
    public required string Title { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<Study>
    {
        public void Configure(EntityTypeBuilder<Study> row) => row.HasIndex(study => study.Code).IsUnique();
    }
}

/// <summary>One numbered version of a study's settings, stored as JSON with the version of its shape.</summary>
public sealed class StudySettingsVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid StudyId { get; init; }
    public required int Version { get; init; }
    
    /// <summary>Of the JSON: 1 knew the CRS table alone, 2 knows every table, thresholds, laboratory ranges and alarm limits. What an older one lacks is the default.</summary>
    public int SchemaVersion { get; init; } = StudySettings.SchemaVersion;
    public required string SettingsJson { get; init; }

    /// <summary>UTC. A moment is graded by the version that was in force at it, whenever the grading is done.</summary>
    public required DateTime ValidFrom { get; init; }

    public StudySettings Settings => Json.Read<StudySettings>(SettingsJson);

    sealed class Mapping : IEntityTypeConfiguration<StudySettingsVersion>
    {
        public void Configure(EntityTypeBuilder<StudySettingsVersion> row)
        {
            row.ToTable("study_settings");
            row.Ignore(version => version.Settings);
            row.HasIndex(version => new { version.StudyId, version.Version }).IsUnique();
        }
    }
}
