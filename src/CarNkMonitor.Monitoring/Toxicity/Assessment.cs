using CarNkMonitor.Grading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>
/// What one grading table made of the facts at one moment: a range with its state, criteria id and inputs. A later fact that changes it
/// makes a new version; the old one stays.
/// </summary>
public sealed class Assessment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SubjectId { get; init; }
    public required string Criteria { get; init; }

    /// <summary>Which result of a table that has several, such as the term of CTCAE; empty where it has one.</summary>
    public string Part { get; init; } = "";

    /// <summary>
    /// The moment graded: the observed time of the newest entry it could use, or the one at which time alone changed the grade. CRS has a row for every
    /// such moment; every other table for those at which it says something else than before, and what it says stands until its next row.
    /// </summary>
    public required DateTime Moment { get; init; }
    public required int Version { get; init; }

    /// <summary>Nothing was observed at this moment: a window, a look-back or an attribution ended, an episode closed, or a check became overdue.</summary>
    public bool IsByTime { get; init; }

    /// <summary>Values ran out while a check was overdue, and the grade is open for that reason.</summary>
    public bool HasRunOut => IsByTime && Low < High;

    /// <summary>False once a newer version of the same moment exists, or the facts no longer ask for a grading at it.</summary>
    public bool IsCurrent { get; set; } = true;

    /// <summary>On the table's own scale; both null when the state is NOT_ASSESSED.</summary>
    public int? Low { get; init; }
    public int? High { get; init; }
    public required GradeState State { get; init; }

    /// <summary>Episode number of the toxicity, counted from 1 since the first infusion; 1 for a table without episodes.</summary>
    public required int Episode { get; init; }
    public DateTime? OnsetAt { get; init; }
    public required int SettingsVersion { get; init; }

    /// <summary>The whole result as JSON: drivers with observation ids, flags, what was missing and what it could still reach.</summary>
    public required string ResultJson { get; init; }
    public required DateTime AssessedAt { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<Assessment>
    {
        public void Configure(EntityTypeBuilder<Assessment> row)
        {
            row.Ignore(assessment => assessment.HasRunOut);
            row.HasIndex(assessment => new { assessment.SubjectId, assessment.Criteria, assessment.Part, assessment.Moment, assessment.Version }).IsUnique();
        }
    }
}
