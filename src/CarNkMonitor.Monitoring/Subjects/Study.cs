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
    public int SchemaVersion { get; init; } = 1;
    public required string SettingsJson { get; init; }
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

/// <summary>What a study may choose. Published grading tables are constants and never stand here.</summary>
/// <param name="CrsCriteria">Criteria id in force for CRS.</param>
/// <param name="TextDetail">True: a text may name toxicity and grade. False: minimal texts only.</param>
/// <param name="LateAfterHours">An entry recorded more than this many hours after it was observed is late.</param>
public sealed record StudySettings(string CrsCriteria = "ASTCT-CRS-2019", bool TextDetail = true, int LateAfterHours = 2)
{
    public static readonly StudySettings Default = new();
}
