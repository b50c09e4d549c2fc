using System.Globalization;
using System.Text.Json.Serialization;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>A result in the form that every page, file and interface shows; <see cref="Assessment.ResultJson"/> holds it, without the moment.</summary>
/// <param name="Criteria">Id of the table, for example <c>ASTCT-CRS-2019</c>.</param>
/// <param name="Scale">Highest level of that table.</param>
/// <param name="Low">At least this level; null when not assessed.</param>
/// <param name="High">This level cannot be excluded; null when not assessed.</param>
/// <param name="Drivers">The facts that decided, with the observations they were read from.</param>
/// <param name="Flags">Sorted, so that equal results are equal texts.</param>
/// <param name="Missing">What was not known, and the levels that hang on it.</param>
/// <param name="Sentence">Level and reason in one sentence for people.</param>
public sealed record ToxicityNow(
    string Criteria, int Scale, int? Low, int? High, GradeState State,
    IReadOnlyList<Driver> Drivers, IReadOnlyList<string> Flags, IReadOnlyList<MissingInput> Missing, string Sentence)
{
    /// <summary>The moment graded, UTC. The row knows it; in the JSON it would make equal results differ.</summary>
    [JsonIgnore]
    public DateTime Moment { get; init; }

    /// <summary>The level in the table's own words, or both bounds (<c>2–4</c>, <c>WATCH–RED</c>); the number of an index; null without any.</summary>
    public string? Level { get; init; }

    public static ToxicityNow Of(Assessment assessment) => Json.Read<ToxicityNow>(assessment.ResultJson) with { Moment = assessment.Moment };

    /// <summary>The same of a result that is not stored.</summary>
    public static ToxicityNow Of(CourseResult course) => Of(course.Result, course.Drivers) with { Moment = course.Moment };

    static ToxicityNow Of(GradeResult result, IReadOnlyList<Driver> drivers) => new(
        result.Criteria, result.Scale.Highest, result.Low, result.High, result.State,
        drivers, [.. result.Flags.Order(StringComparer.Ordinal)], result.Missing, result.Sentence.English)
    {
        Level = LevelOf(result),
    };

    static string? LevelOf(GradeResult result) =>
        result is { Low: { } low, High: { } high } ? low == high ? result.Scale.Word(low) : $"{result.Scale.Word(low)}–{result.Scale.Word(high)}"
        : result.Index is { } index ? decimal.Round(index, 3, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture)
        : null;
}
