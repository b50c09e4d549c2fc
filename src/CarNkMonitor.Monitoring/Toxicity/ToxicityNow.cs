using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>A result in the form that every page, file and interface shows; <see cref="Assessment.ResultJson"/> holds it.</summary>
/// <param name="Criteria">Id of the table, for example <c>ASTCT-CRS-2019</c>.</param>
/// <param name="Scale">Highest grade of that table.</param>
/// <param name="Low">At least this grade; null when not assessed.</param>
/// <param name="High">This grade cannot be excluded; null when not assessed.</param>
/// <param name="Moment">The moment graded, UTC.</param>
/// <param name="Drivers">The facts that decided, with the observations they were read from.</param>
/// <param name="Flags">Sorted, so that equal results are equal texts.</param>
/// <param name="Missing">What was not known, and the grades that hang on it.</param>
/// <param name="Sentence">Grade and reason in one sentence for people.</param>
public sealed record ToxicityNow(
    string Criteria, int Scale, int? Low, int? High, GradeState State, DateTime Moment,
    IReadOnlyList<Driver> Drivers, IReadOnlyList<string> Flags, IReadOnlyList<MissingInput> Missing, string Sentence)
{
    public static ToxicityNow Of(Assessment assessment) => Json.Read<ToxicityNow>(assessment.ResultJson);

    internal static ToxicityNow Of(GradeResult result, DateTime moment) => new(
        result.Criteria, result.Scale.Highest, result.Low, result.High, result.State, moment,
        result.Drivers, [.. result.Flags.Order(StringComparer.Ordinal)], result.Missing, result.Sentence.English);
}
