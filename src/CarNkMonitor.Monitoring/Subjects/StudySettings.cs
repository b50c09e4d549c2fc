using System.Text.Json.Serialization;
using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Mas;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>What a study may choose. Published grading tables are constants and never stand here.</summary>
/// <param name="TextDetail">True: a text may name toxicity and grade. False: minimal texts only.</param>
/// <param name="LateAfterHours">An entry recorded more than this many hours after it was observed is late.</param>
public sealed record StudySettings(bool TextDetail = true, int LateAfterHours = 2)
{
    public const int SchemaVersion = 2;

    public static readonly StudySettings Default = new();

    /// <summary>Criteria ids in force, ordered; CTCAE in one edition.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [.. CourseSettings.Default.Criteria.Order(StringComparer.Ordinal)];

    public MasThresholds Mas { get; init; } = MasThresholds.Default;

    public CytopeniaLimits Cytopenia { get; init; } = CytopeniaLimits.Proposed;

    /// <summary>Limits of normal of the laboratories at the sites; limits reported with a value win over them, they win over the catalogue's.</summary>
    public IReadOnlyList<LaboratoryRange> LaboratoryRanges { get; init; } = [];

    /// <summary>Where one subject's usual values are unusual for others, what is asked about at entry.</summary>
    public IReadOnlyList<AlarmLimit> AlarmLimits { get; init; } = [];

    public IReadOnlyList<AlarmLimit> AlarmLimitsOf(Guid subjectId) => [.. AlarmLimits.Where(limit => limit.SubjectId == subjectId)];

    /// <summary>The part that grading reads.</summary>
    [JsonIgnore]
    public CourseSettings Grading => new() { Criteria = Criteria.ToHashSet(StringComparer.Ordinal), Mas = Mas, Cytopenia = Cytopenia };
}

/// <summary>Limits of normal of one laboratory from a date on.</summary>
/// <param name="SiteId">The site that sends its samples there.</param>
/// <param name="Code">A number of the catalogue.</param>
/// <param name="Unit">UCUM, one that the catalogue accepts for the code; both limits are in it.</param>
/// <param name="Lower">A value equal to it is normal; null when the laboratory gives none.</param>
/// <param name="Upper">A value equal to it is normal; null when the laboratory gives none.</param>
/// <param name="Sex">Null: for everybody. Limits for a sex win over those.</param>
/// <param name="From">First local date on which it holds; the latest one counts.</param>
public sealed record LaboratoryRange(Guid SiteId, string Code, string Unit, decimal? Lower, decimal? Upper, Sex? Sex, DateOnly From)
{
    [JsonIgnore]
    public ReferenceRange Limits => new(Lower, Upper);
}

/// <summary>Values of one subject that are asked about once before they are stored, in the place of the catalogue's.</summary>
/// <param name="Code">A number of the catalogue.</param>
/// <param name="Below">Asked about below it (exclusive), canonical unit; null: never for being low.</param>
/// <param name="Above">Asked about above it (exclusive), canonical unit; null: never for being high.</param>
/// <param name="Reason">Why this subject differs.</param>
public sealed record AlarmLimit(Guid SubjectId, string Code, decimal? Below, decimal? Above, string Reason);
