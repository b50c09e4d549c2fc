using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>A stored assessment in the form that every page, file and interface shows; it is also what <see cref="Assessment.ResultJson"/> holds.</summary>
/// <param name="Criteria">Id of the table, for example <c>ASTCT-CRS-2019</c>.</param>
/// <param name="Scale">Highest grade of that table.</param>
/// <param name="Low">At least this grade; null when not assessed.</param>
/// <param name="High">This grade cannot be excluded; null when not assessed.</param>
/// <param name="Sentence">Grade and reason in one sentence for people.</param>
public sealed record ToxicityNow(
    string Criteria, int Scale, int? Low, int? High, GradeState State, DateTime Moment,
    IReadOnlyList<Driver> Drivers, IReadOnlyList<string> Flags, IReadOnlyList<MissingInput> Missing, string Sentence)
{
    public static ToxicityNow Of(Assessment assessment) => Json.Read<ToxicityNow>(assessment.ResultJson);
}

/// <summary>A fact that decided the grade.</summary>
/// <param name="Value">As it is shown: a number in the canonical unit, codes joined by a bar, or true.</param>
/// <param name="Observations">The observations it was read from.</param>
public sealed record Driver(string Code, string Value, string? Unit, DateTime ObservedAt, IReadOnlyList<Guid> Observations);

/// <summary>An input that was not known, and the grades that it could still lead to.</summary>
public sealed record MissingInput(string Code, IReadOnlyList<int> CouldReach);
