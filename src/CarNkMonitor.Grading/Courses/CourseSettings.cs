using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Mas;

namespace CarNkMonitor.Grading.Courses;

/// <summary>What a study decides about grading: the criteria ids in force and the thresholds that belong to it. Published tables are never settings.</summary>
public sealed record CourseSettings
{
    /// <summary>Every criteria id, CTCAE in version 5.0, and the thresholds of the specification.</summary>
    public static CourseSettings Default { get; } = new();

    /// <summary>Criteria ids in force, such as <c>ASTCT-CRS-2019</c>. CTCAE 5.0 and 6.0 never together: the id names the edition of the study.</summary>
    public IReadOnlySet<string> Criteria { get; init; } = new HashSet<string>(CourseTables.Ids.Where(id => id != Ctcae6.Criteria));

    /// <summary>Thresholds of the MAS signal.</summary>
    public MasThresholds Mas { get; init; } = MasThresholds.Default;

    /// <summary>Thresholds of the expected cytopenia after conditioning.</summary>
    public CytopeniaLimits Cytopenia { get; init; } = CytopeniaLimits.Proposed;

    /// <summary>Why nothing can be graded by these settings, in a sentence; null when it can: every id is known, and CTCAE is there in one edition.</summary>
    public string? Problem =>
        Criteria.FirstOrDefault(id => !CourseTables.Ids.Contains(id)) is { } unknown
            ? $"There is no table with the criteria id '{unknown}'; known: {string.Join(", ", CourseTables.Ids)}."
        : Criteria.Contains(Ctcae5.Criteria) && Criteria.Contains(Ctcae6.Criteria)
            ? $"{Ctcae5.Criteria} and {Ctcae6.Criteria} cannot be in force together: a study uses one edition."
        : null;

    /// <exception cref="ArgumentException">There is a <see cref="Problem"/>.</exception>
    internal void Check()
    {
        if (Problem is { } problem)
        {
            throw new ArgumentException(problem);
        }
    }
}
